"""What the communes say under the quarters of a map."""

from __future__ import annotations

from dashboard.keys.key import Key, Role

COMMUNES, NOTHING = "communes", "aucun"
_NAMES = {COMMUNES: "les communes, en couleur", NOTHING: "rien"}

KEY = Key(
    name="autour",
    label="Autour",
    prompt="Autour des quartiers",
    role=Role.SUBJECT,
    values=lambda store: tuple(_NAMES),
    named=lambda store, value: _NAMES[value],
    default=COMMUNES,
)
