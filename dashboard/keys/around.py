"""What the communes say under the quarters of a map."""

from __future__ import annotations

from dashboard.keys.key import Key, Role
from dashboard.keys.published import Published

COMMUNES, NOTHING = "communes", "aucun"
_NAMES = {COMMUNES: "les communes, en couleur", NOTHING: "rien"}
IMAGES = "le fond de carte"
"""What nothing said around leaves to be seen, where the operator lays images under the maps."""


def _named(store: Published, value: str) -> str:
    return IMAGES if value == NOTHING and store.settings.basemap else _NAMES[value]


KEY = Key(
    name="autour",
    label="Autour",
    prompt="Autour des quartiers",
    role=Role.SUBJECT,
    values=lambda store: tuple(_NAMES),
    named=_named,
    default=COMMUNES,
)
