"""The lines of a programming, sorted: those of one action together, those that cannot be taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from dashboard.domain import french
from dashboard.domain.funding import Stage
from dashboard.importers.account import Left, refusal
from dashboard.importers.grant_rows import funder_of
from dashboard.importers.numbering import IdentityMarks
from dashboard.importers.source_table import key
from dashboard.importers.templates.template import Filled, FilledRow
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Problem, Record

ActionSpot = tuple[str, str, str]
OF_ACTION = ("pilier", "theme", "public", "age")
"""What the lines of one action must say alike."""


class Sorter:
    """Tells the lines to take from those that repeat, contradict, or are given officially."""

    def __init__(self, found: Filled, territory: TerritoryFolder) -> None:
        self.file = found.table.name
        self.called = found.template.called
        self.territory = territory
        self.refused: list[Problem] = []
        self.left: list[Left] = []
        self._groups: dict[IdentityMarks, dict[ActionSpot, FilledRow]] = defaultdict(dict)
        official = _Official(territory, found.lines)
        for line in found.lines:
            fate = official.fate(found, line) or self._fate(line)
            if isinstance(fate, Problem):
                self.refused.append(fate)
            elif fate:
                self.left.append(fate)

    def actions(self) -> Iterator[tuple[FilledRow, ...]]:
        """The lines of each action, in the order of the file."""
        return (tuple(lines.values()) for lines in self._groups.values() if lines)

    def _fate(self, line: FilledRow) -> Problem | Left | None:
        """Why the line is not taken, beside those of its action; None where it joins them, which
        say alike whatever they must."""
        cells = line.cells
        held, spot = self._groups[marks(cells)], _spot(cells)
        first = next(iter(held.values()), None)
        apart = _apart(first.cells, cells) if first else ""
        if first and apart and spot != _spot(first.cells):
            return self._other(line, first, apart)
        if spot in held:
            return self._twin(line, held[spot])
        held[spot] = line
        return None

    def _other(self, line: FilledRow, first: FilledRow, apart: str) -> Problem:
        message = f"diffère de la ligne {first.number}, qui est la même action."
        remedy = "Écrivez la même chose sur toutes les lignes de l’action."
        told = (self.called(apart), line.written[apart], message, remedy)
        return refusal(self.file, line.number, *told)

    def _twin(self, line: FilledRow, other: FilledRow) -> Problem | Left:
        amount = line.written["montant"]
        if line.cells["montant"] == other.cells["montant"]:
            return Left(line.number, self.called("montant"), amount, "en double")
        message = f"diffère de la ligne {other.number}, de même action, financeur et étape."
        remedy = "Gardez le bon montant."
        return refusal(self.file, line.number, self.called("montant"), amount, message, remedy)


class _Official:
    """What the State's file gives already, by year and by action, and what staff's file says of
    the same: its lines are added, as those of the official one that nothing tells apart."""

    def __init__(self, territory: TerritoryFolder, lines: Iterable[FilledRow]) -> None:
        self.funder, _ = funder_of(territory)
        held = [row for row in territory.rows("actions") if row["id"].startswith("P147")]
        names = {row["id"]: marks_held(row) for row in held}
        self.years = {row["annee"] for row in held}
        self.amounts = _totals(
            (names[row["action"]], row["montant"])
            for row in territory.rows("financements")
            if row["action"] in names and row["etape"] == Stage.COMMITTED
        )
        committed = (cells for line in lines if self._concerns(cells := line.cells))
        self.said = _totals((marks(cells), cells["montant"]) for cells in committed)

    def _concerns(self, cells: Record) -> bool:
        committed = (cells["financeur"], cells["etape"]) == (self.funder, Stage.COMMITTED)
        return committed and cells["annee"] in self.years

    def fate(self, found: Filled, line: FilledRow) -> Problem | Left | None:
        """Why an amount that the State committed is not taken from staff's file; None for others,
        and for a year whose official file is not there."""
        cells = line.cells
        if not self._concerns(cells):
            return None
        action = marks(cells)
        amount = self.amounts.get(action)
        if amount == self.said[action]:
            return Left(line.number, "", cells["intitule"], "que le fichier de l’État donne déjà")
        known = f"y donne {french.euros(float(amount))}" if amount else "ne tient pas cette action"
        message = f"est engagé par l’État en {cells['annee']}, dont le fichier officiel {known}."
        remedy = "Le fichier officiel est gardé : corrigez la ligne, ou retirez-la."
        told = (found.template.called("montant"), line.written["montant"], message, remedy)
        return refusal(found.table.name, line.number, *told)


def _totals(amounts: Iterable[tuple[IdentityMarks, str]]) -> dict[IdentityMarks, Decimal]:
    found: dict[IdentityMarks, Decimal] = {}
    for action, amount in amounts:
        found[action] = found.get(action, Decimal()) + Decimal(amount)
    return found


def _spot(cells: Record) -> ActionSpot:
    """Where an amount stands within its action."""
    return cells["quartiers"], cells["financeur"], cells["etape"]


def _apart(first: Record, cells: Record) -> str:
    """What one line of an action says otherwise than the first; empty where they agree."""
    return next((name for name in OF_ACTION if first[name] != cells[name]), "")


def marks(cells: Record) -> IdentityMarks:
    """What tells an action of the file from others: year, holder, title."""
    holder = cells["porteur_id"][:9] or key(cells["porteur"])
    return cells["annee"], holder, key(cells["intitule"])


def marks_held(row: Record) -> IdentityMarks:
    """The same of an action that the territory holds."""
    holder = row["porteur_id"][:9]
    return row["annee"], holder if holder.isdigit() else key(row["porteur"]), key(row["intitule"])
