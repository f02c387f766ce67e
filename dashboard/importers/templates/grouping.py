"""The lines of a programming, sorted: those of one action together, those that cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.domain import french
from dashboard.domain.funding import Stage
from dashboard.importers.account import Left, refusal
from dashboard.importers.grant_rows import funder_of
from dashboard.importers.numbering import IdentityMarks
from dashboard.importers.source_table import key
from dashboard.importers.templates.filled import Filled
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import PackedRows, Problem, Record
from dashboard.system import progress

ActionSpot = tuple[str, ...]
_SPOT = ("quartiers", "financeur", "etape")
"""Where an amount stands within its action."""
OF_ACTION = ("pilier", "theme", "public", "age")
"""What the lines of one action must say alike."""


class Sorter:
    """Tells the lines to take from those that repeat, contradict, or are given officially.

    ``actions`` holds the ranks of the lines of each action by what tells it from others, in the
    order of the file.
    """

    def __init__(self, found: Filled, territory: TerritoryFolder) -> None:
        self.file = found.table.name
        self.called = found.template.called
        self.lines = found.lines
        self.refused: list[Problem] = []
        self.left: list[Left] = []
        self._spots = list(found.lines.held.cells(_SPOT))
        self._says = list(found.lines.held.cells(OF_ACTION))
        groups: dict[IdentityMarks, dict[ActionSpot, int]] = {}
        names = marks(found.lines.held)
        official = _Official(territory, found, names).fates()
        told = progress.through(names, len(names), "Lignes assemblées")
        for rank, action in enumerate(told):
            fate = official.get(rank) or self._fate(rank, groups.setdefault(action, {}))
            if isinstance(fate, Problem):
                self.refused.append(fate)
            elif fate:
                self.left.append(fate)
        self.actions = {name: tuple(held.values()) for name, held in groups.items() if held}

    def _fate(self, rank: int, held: dict[ActionSpot, int]) -> Problem | Left | None:
        """Why the line is not taken, beside those of its action; None where it joins them, which
        say alike whatever they must."""
        first, spot = next(iter(held.values()), rank), self._spots[rank]
        if self._says[first] != self._says[rank] and self._spots[first] != spot:
            return self._other(rank, first)
        other = held.setdefault(spot, rank)
        return None if other == rank else self._twin(rank, other)

    def _other(self, rank: int, first: int) -> Problem:
        message = f"diffère de la ligne {self.lines.numbers[first]}, qui est la même action."
        remedy = "Écrivez la même chose sur toutes les lignes de l’action."
        pairs = zip(OF_ACTION, self._says[first], self._says[rank], strict=True)
        apart = next(name for name, one, other in pairs if one != other)
        return self._refusal(rank, apart, message, remedy)

    def _twin(self, rank: int, other: int) -> Problem | Left:
        line, amounts = self.lines.numbers[rank], self.lines.held.column("montant")
        if amounts[rank] == amounts[other]:
            amount = self.lines.said.column("montant")[rank]
            return Left(line, self.called("montant"), amount, "en double")
        known = self.lines.numbers[other]
        message = f"diffère de la ligne {known}, de même action, financeur et étape."
        return self._refusal(rank, "montant", message, "Gardez le bon montant.")

    def _refusal(self, rank: int, column: str, message: str, remedy: str) -> Problem:
        cell = self.lines.said.column(column)[rank]
        line = self.lines.numbers[rank]
        return refusal(self.file, line, self.called(column), cell, message, remedy)


class _Official:
    """What the State's file gives already, by year and by action, and what staff's file says of
    the same: its lines are added, as those of the official one that nothing tells apart."""

    def __init__(
        self, territory: TerritoryFolder, found: Filled, names: Sequence[IdentityMarks]
    ) -> None:
        self.found, self.names = found, names
        funder, _ = funder_of(territory)
        held = [row for row in territory.rows("actions") if row["id"].startswith("P147")]
        known = {row["id"]: marks_held(row) for row in held}
        self.amounts = _totals(
            (known[row["action"]], row["montant"])
            for row in territory.rows("financements")
            if row["action"] in known and row["etape"] == Stage.COMMITTED
        )
        rows = found.lines.held
        committed = {(row["annee"], funder, str(Stage.COMMITTED)) for row in held}
        said = rows.cells(("annee", "financeur", "etape"))
        self.ranks = [rank for rank, cells in enumerate(said) if cells in committed]
        amounts = rows.column("montant")
        self.said = _totals((names[rank], amounts[rank]) for rank in self.ranks)

    def fates(self) -> dict[int, Problem | Left]:
        """Why the amounts that the State committed are not taken from staff's file, by the ranks of
        their lines; none of those of a year whose official file is not there."""
        return {rank: self._fate(rank) for rank in self.ranks}

    def _fate(self, rank: int) -> Problem | Left:
        line, action = self.found.lines[rank], self.names[rank]
        amount = self.amounts.get(action)
        if amount == self.said[action]:
            title = line.cells["intitule"]
            return Left(line.number, "", title, "que le fichier de l’État donne déjà")
        known = f"y donne {french.euros(float(amount))}" if amount else "ne tient pas cette action"
        year = line.cells["annee"]
        message = f"est engagé par l’État en {year}, dont le fichier officiel {known}."
        remedy = "Le fichier officiel est gardé : corrigez la ligne, ou retirez-la."
        told = (self.found.template.called("montant"), line.written["montant"], message, remedy)
        return refusal(self.found.table.name, line.number, *told)


def _totals(amounts: Iterable[tuple[IdentityMarks, str]]) -> dict[IdentityMarks, Decimal]:
    found: dict[IdentityMarks, Decimal] = {}
    for action, amount in amounts:
        found[action] = found.get(action, Decimal()) + Decimal(amount)
    return found


def marks(rows: PackedRows) -> list[IdentityMarks]:
    """What tells the action of each line of a file from others: year, holder, title."""
    keyed = rows.mapped(("porteur", "intitule"), key)
    told = keyed.cells(("annee", "porteur_id", "porteur", "intitule"))
    return [(year, number[:9] or holder, title) for year, number, holder, title in told]


def marks_held(row: Record) -> IdentityMarks:
    """The same of an action that the territory holds."""
    holder = row["porteur_id"][:9]
    return row["annee"], holder if holder.isdigit() else key(row["porteur"]), key(row["intitule"])
