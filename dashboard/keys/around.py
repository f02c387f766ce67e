"""What the communes say under the quarters of a map."""

from __future__ import annotations

from dashboard.content import Choice
from dashboard.domain.selection import Selection
from dashboard.keys.key import Key, KeyRole
from dashboard.keys.measure import tells_indicator
from dashboard.keys.published import Published

COMMUNES, NOTHING = "communes", "aucun"
_NAMES = {COMMUNES: "les communes, en couleur", NOTHING: "rien"}
IMAGES = "le fond de carte"
"""What nothing said around leaves to be seen on a screen, where the operator lays images there."""


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    bare = IMAGES if store.settings.basemap else _NAMES[NOTHING]
    return tuple(Choice(value, said) for value, said in {**_NAMES, NOTHING: bare}.items())


KEY = Key(
    name="autour",
    label="Autour",
    prompt="Autour des quartiers",
    role=KeyRole.SUBJECT,
    values=lambda store: tuple(_NAMES),
    named=lambda store, value: _NAMES[value],
    offered=_offered,
    default=COMMUNES,
    acts=tells_indicator,
)
