"""Rows that are no grant, recognised and left aside: sums of others, headers said again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.importers.account import Left
from dashboard.importers.source_table import key
from dashboard.importers.territory_folder import folded

REASON = "de total"
_SUMS = 2
"""Rows that a sum holds, or cells that a header repeats, at least: one alone says nothing."""
_TOTAL = re.compile(
    r"(?:(?:s|sous|grand) )?tot(?:al|aux)(?: (?:general|generaux|annuel|partiel|ttc|euros?|eur))*"
    r"(?: (?:des?|du|par|en|pour|l|la|les|annee|exercice|subventions?|aides?|montants?|page|"
    r"lignes?|attribuees?|versees?|votees?|[0-9]+))*"
    r"|s(?:ous)? total .*|montant total|somme(?: des (?:subventions|montants))?"
    r"|cumul(?: (?:general|annuel))?"
)


def left_as_total(line: int, cells: Mapping[str, str], holder: str, number: str) -> Left | None:
    """The row left aside where it sums others: its holder is the word, or it has none.

    ``holder`` and ``number`` are the columns of the holder's name and SIRET. A holder named
    « Total » that has a SIRET is a holder.
    """
    if cells.get(number):
        return None
    named = cells.get(holder, "")
    said = {holder: named} if named else cells
    for column, text in said.items():
        if _TOTAL.fullmatch(folded(text).strip()):
            return Left(line, column, text, REASON)
    return None


def left_as_header(line: int, cells: Mapping[str, str]) -> Left | None:
    """The row left aside where it says the header again, as a printed table does on each page; None
    elsewhere."""
    told = [(title, text) for title, text in cells.items() if text]
    if len(told) < _SUMS or any(key(title) != key(text) for title, text in told):
        return None
    title, text = told[0]
    return Left(line, title, text, "qui répète l’en-tête")


@dataclass(frozen=True, slots=True)
class _Part:
    """How many amounts were read, and their sum."""

    count: int = 0
    total: Decimal = Decimal(0)

    def plus(self, amount: Decimal) -> _Part:
        return _Part(self.count + 1, self.total + amount)

    def sums_to(self, amount: Decimal | None, least: int) -> bool:
        return self.count >= least and amount == self.total


@dataclass(slots=True)
class RunningSums:
    """The amounts read so far: of the whole file, and since the last total."""

    whole: _Part = _Part()
    since: _Part = _Part()

    def add(self, amount: Decimal | None, *, is_total: bool) -> None:
        """Count that row; a total begins a new part."""
        if is_total:
            self.since = _Part()
        elif amount is not None:
            self.whole = self.whole.plus(amount)
            self.since = self.since.plus(amount)

    def left(
        self, line: int, cells: Mapping[str, str], holder: str, number: str, amount: Decimal | None
    ) -> Left | None:
        """The row left aside where its amount is the sum of those above and nobody holds it; None
        elsewhere.

        « Total Culture » is a part's total when it sums the part, a holder otherwise.
        """
        named = folded(cells.get(holder, "")).strip()
        is_held = cells.get(number) or (named and not named.startswith("total"))
        if is_held or not self._hold(amount, _SUMS):
            return None
        return Left(line, holder, cells.get(holder, ""), REASON)

    def left_bare(
        self, line: int, cells: Mapping[str, str], holder: str, amount: Decimal | None
    ) -> Left | None:
        """The same for a row that says neither number nor object, whatever it is named; None
        elsewhere.

        « S/T », « Ensemble », a holder named again; « Total Sport », even of one row.
        """
        named = cells.get(holder, "")
        least = 1 if folded(named).strip().startswith("total") else _SUMS
        return Left(line, holder, named, REASON) if self._hold(amount, least) else None

    def _hold(self, amount: Decimal | None, least: int) -> bool:
        return self.whole.sums_to(amount, least) or self.since.sums_to(amount, least)
