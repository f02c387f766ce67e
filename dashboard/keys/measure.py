"""What the map tells: an indicator, or of the lines that name each quarter how many, how much."""

from __future__ import annotations

from dashboard.domain import french
from dashboard.keys.key import Key, Role
from dashboard.keys.published import Published

COUNT, AMOUNT, RATE = "actions", "montants", "indicateur"


def _named(store: Published, value: str) -> str:
    if value == RATE:
        return "l’indicateur"
    what = "le montant" if value == AMOUNT else "le nombre"
    return f"{what} {french.elide('de', store.settings.line.plural)}"


KEY = Key(
    name="mesure",
    label="Sur la carte",
    prompt="La carte montre",
    role=Role.SUBJECT,
    values=lambda store: (RATE, COUNT, AMOUNT) if store.coverage.money else (RATE,),
    named=_named,
    default=RATE,
)
