"""Where the euros of a territory move from one version of its files to another: by year, by pillar,
by quarter, by funder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.depot.compare import euros, readable
from dashboard.depot.version import Files
from dashboard.domain.chronicle import YearTotal

MONEY = ("actions.csv", "financements.csv")
"""The tables that these totals are read from."""


class TotalAxis(StrEnum):
    """What totals are told by."""

    YEAR = "annee"
    PILLAR = "pilier"
    QUARTER = "quartier"
    FUNDER = "financeur"


@dataclass(frozen=True, slots=True)
class MovedTotal:
    """The euros at one stage of one year, pillar, quarter or funder, by its code (empty for lines
    that say none), before and after; None where no line says any."""

    axis: TotalAxis
    stage: str
    code: str
    before: Decimal | None
    after: Decimal | None


TotalKey = tuple[TotalAxis, str, str]
TotalSums = dict[TotalKey, Decimal]
_AXES = ("annee", "pilier", "quartiers")
NO_ACTION = ("", "", "")


def moved(before: Files, after: Files) -> tuple[MovedTotal, ...]:
    """The totals that differ. A line that names several quarters counts whole in each: those of
    quarters do not add up."""
    if all(before.get(name) == after.get(name) for name in MONEY):
        return ()
    old, new = _sums(before), _sums(after)
    order = list(TotalAxis)
    return tuple(
        MovedTotal(*key, old.get(key), new.get(key))
        for key in sorted({*old, *new}, key=lambda key: (order.index(key[0]), key[1:]))
        if old.get(key) != new.get(key)
    )


def years(before: Files, after: Files) -> tuple[YearTotal, ...]:
    """The euros of each year and stage that moved."""
    return tuple(
        YearTotal(one.code, one.stage, *map(_number, (one.before, one.after)))
        for one in moved(before, after)
        if one.axis is TotalAxis.YEAR
    )


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def _sums(files: Files) -> TotalSums:
    """The totals of these files; lines that say the same are counted, then told once."""
    actions, fundings = (readable(name, files) for name in MONEY)
    known = dict(zip(actions.column("id"), actions.cells(_AXES), strict=True))
    axes = (known.get(action, NO_ACTION) for action in fundings.column("action"))
    told = Counter(zip(axes, fundings.cells(("financeur", "etape", "montant")), strict=True))
    found: TotalSums = defaultdict(Decimal)
    for (action, (funder, stage, cell)), count in told.items():
        amount = euros(cell)
        if amount is not None:
            for axis, code in _keys(action, funder):
                found[axis, stage, code] += amount * count
    return found


def _keys(action: Sequence[str], funder: str) -> Iterator[tuple[TotalAxis, str]]:
    year, pillar, quarters = action
    yield TotalAxis.YEAR, year
    yield TotalAxis.PILLAR, pillar
    for quarter in quarters.split("|"):
        yield TotalAxis.QUARTER, quarter
    yield TotalAxis.FUNDER, funder
