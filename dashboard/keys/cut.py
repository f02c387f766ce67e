"""By what the explorer cuts the lines."""

from __future__ import annotations

from dashboard.keys.key import Key, KeyRole
from dashboard.keys.published import Published

NAMES = {
    "pilier": "pilier",
    "theme": "thème",
    "quartier": "quartier",
    "porteur": "porteur",
    "financeur": "financeur",
    "etape": "étape",
    "public": "public",
    "age": "âge",
}
"""Each cut, and how it is called after « selon »."""


def _named(store: Published, value: str) -> str:
    return NAMES[value]


KEY = Key(
    name="selon",
    label="Selon",
    role=KeyRole.SUBJECT,
    values=lambda store: tuple(NAMES),
    named=_named,
    default="pilier",
)
