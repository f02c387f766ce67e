"""The method that cuts the values of a map into classes."""

from __future__ import annotations

from dashboard.domain.classes import Method
from dashboard.keys.key import Key, KeyRole
from dashboard.keys.measure import tells_indicator

NAMES = {
    Method.NATURAL: "seuils naturels (Jenks)",
    Method.QUANTILES: "effectifs égaux (quantiles)",
    Method.EQUAL: "intervalles égaux",
    Method.DEVIATION: "moyenne et écart-type",
}

KEY = Key(
    name="classes",
    label="Classes",
    prompt="Classes de couleur",
    role=KeyRole.SUBJECT,
    values=lambda store: tuple(map(str, NAMES)),
    named=lambda store, value: NAMES[Method(value)],
    default=str(Method.NATURAL),
    acts=tells_indicator,
)
