"""What the map tells: an indicator, or how many lines name each quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.domain import french
from dashboard.keys.key import Key, Role

if TYPE_CHECKING:
    from dashboard.store import Store

COUNT, RATE = "actions", "indicateur"


def _named(store: Store, value: str) -> str:
    if value == RATE:
        return "l’indicateur"
    return f"le nombre {french.elide('de', store.settings.line.plural)}"


KEY = Key(
    name="mesure",
    label="Sur la carte",
    prompt="La carte montre",
    role=Role.SUBJECT,
    values=lambda store: (RATE, COUNT) if store.coverage.money else (RATE,),
    named=_named,
    default=RATE,
)
