"""Where each indicator stands in an invented quarter and in the invented agglomeration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """``here`` in a quarter, ``there`` in the agglomeration, in the unit of the indicator.

    With ``per_hundred`` both are a number for a hundred inhabitants and the value is a count.
    ``drift`` is the growth a year, ``noise`` the part left to chance.
    """

    slug: str
    here: float
    there: float
    decimals: int = 1
    drift: float = 0.0
    noise: float = 0.004
    per_hundred: bool = False
    step: float = 0.1
    first: int = 2010
    last: int = 2023
    communes: bool = False


LEVELS = (Level("taux-pauvrete", 41, 14.5, communes=True),)
