"""Whether the circles of a map are whole, or split by pillar."""

from __future__ import annotations

from dashboard.keys.key import Key, KeyRole
from dashboard.keys.measure import tells_lines

WHOLE, PILLARS = "entiers", "piliers"
_NAMES = {WHOLE: "entiers", PILLARS: "partagés par pilier"}

KEY = Key(
    name="cercles",
    label="Cercles",
    role=KeyRole.SUBJECT,
    values=lambda store: tuple(_NAMES),
    named=lambda store, value: _NAMES[value],
    default=WHOLE,
    acts=tells_lines,
)
