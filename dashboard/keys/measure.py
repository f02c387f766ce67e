"""What the map tells: an indicator, or how many lines name each quarter."""

from __future__ import annotations

from dashboard.domain import french
from dashboard.keys.key import Key, Role
from dashboard.keys.published import Published

COUNT, RATE = "actions", "indicateur"


def _named(store: Published, value: str) -> str:
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
