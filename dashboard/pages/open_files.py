"""The names of the open files that are made when they are asked, and what each year's hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dashboard.domain.scdl import Essential, Holder
from dashboard.store import Store, agreements

DOWNLOADS = "/telecharger/"
PACKAGE = "indicateurs.zip"
CHANGES = "changements.csv"
_SUBSIDIES = "scdl-subventions-{}.csv"
_HOLDERS = "scdl-subventions-{}-porteurs.csv"
_YEARLY = re.compile(r"scdl-subventions-([0-9]{4})(-porteurs)?\.csv")


def subsidies(year: int) -> str:
    """The file of the subsidies of that year, as the schema wants it."""
    return _SUBSIDIES.format(year)


def holders(year: int) -> str:
    """The file that goes with it: what each beneficiary received, what is left out."""
    return _HOLDERS.format(year)


def year_of(name: str) -> tuple[int, bool] | None:
    """The year of such a file, and whether it is that of the beneficiaries; None for another."""
    found = _YEARLY.fullmatch(name)
    return (int(found[1]), bool(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class Yearly:
    """The subsidies of a year: those that the schema takes, how many it leaves out, of how many for
    each reason (a line may have several); what each beneficiary received in all of them."""

    year: int
    kept: tuple[Essential, ...]
    left_out: int
    reasons: tuple[tuple[str, int], ...]
    holders: tuple[Holder, ...]

    @property
    def count(self) -> int:
        """How many subsidies are published."""
        return len(self.kept) + self.left_out

    @property
    def above(self) -> tuple[Holder, ...]:
        """The beneficiaries beyond the threshold."""
        return tuple(holder for holder in self.holders if holder.is_above)


def yearly(store: Store, year: int) -> Yearly:
    """The subsidies of that year; without any line where none is published."""
    found = store.essentials(year)
    reasons = Counter(reason for line in found for reason in line.faults)
    kept = tuple(line for line in found if not line.faults)
    left = len(found) - len(kept)
    return Yearly(year, kept, left, tuple(reasons.most_common()), agreements.holders(found))
