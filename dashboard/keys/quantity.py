"""What the explorer measures of each part."""

from __future__ import annotations

from dashboard.domain.cut import Measure
from dashboard.keys.key import Key, KeyRole

NAMES = {
    Measure.AMOUNT: "montant",
    Measure.COUNT: "nombre",
    Measure.MEAN: "montant moyen",
    Measure.SHARE: "part du montant",
    Measure.CAPITA: "euros par habitant",
}

KEY = Key(
    name="combien",
    label="Mesure",
    role=KeyRole.SUBJECT,
    values=lambda store: tuple(map(str, Measure)),
    named=lambda store, value: NAMES[Measure(value)],
    default=str(Measure.AMOUNT),
)
