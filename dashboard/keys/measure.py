"""What the map tells: an indicator, or of the lines that name each quarter how many, how much."""

from __future__ import annotations

from dashboard.domain.selection import Selection
from dashboard.keys.key import Key, KeyRole
from dashboard.keys.published import Published

COUNT, AMOUNT, RATE = "actions", "montants", "indicateur"


def _named(store: Published, value: str) -> str:
    if value == RATE:
        return "l’indicateur"
    line = store.settings.line
    return f"le montant des {line.plural}" if value == AMOUNT else f"le {line.number}"


KEY = Key(
    name="mesure",
    label="Sur la carte",
    prompt="La carte montre",
    role=KeyRole.SUBJECT,
    values=lambda store: (RATE, COUNT, AMOUNT) if store.coverage.money else (RATE,),
    named=_named,
    default=RATE,
)


def tells_lines(selection: Selection) -> bool:
    """Whether the map tells lines, and no indicator."""
    return KEY.value(selection) in (COUNT, AMOUNT)


def tells_indicator(selection: Selection) -> bool:
    """Whether it tells an indicator."""
    return not tells_lines(selection)
