"""What became of every row of a file: taken, refused or left aside, and nothing else.

An account that does not add up cannot be built: the import that would give it writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from dashboard.domain import french
from dashboard.schema import Problem, Problems
from dashboard.schema.problem import quote

LINE = "ligne"
"""What the row of a table is called; other words are masculine."""

_NAMED = 3
"""Rows that are named one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Left:
    """A row left aside: where it stands in its file, what shows it, and why in French."""

    line: int
    column: str
    value: str
    reason: str

    def spot(self, unit: str) -> str:
        """Where it stands: ``ligne 4, colonne objet, « TOTAL »``."""
        column = f", colonne {self.column}" if self.column else ""
        value = f", {quote(self.value)}" if self.value else ""
        return f"{unit} {self.line}{column}{value}"


@dataclass(frozen=True, slots=True)
class Aside:
    """Rows left aside for one reason: the number of each, and the first ones by name."""

    reason: str
    lines: tuple[int, ...]
    first: tuple[Left, ...]

    def sentence(self, unit: str) -> str:
        """How many, why, and which: ``2 lignes de total : ligne 4, …``."""
        count = french.counted(len(self.lines), unit)
        named = " ; ".join(left.spot(unit) for left in self.first)
        more = " ; …" if len(self.lines) > len(self.first) else ""
        return f"{count} {self.reason} : {named}{more}."


class Unbalanced(ValueError):
    """An account that does not add up: a row has no fate, or has two."""


@dataclass(frozen=True, slots=True)
class RowAccount:
    """The fate of each row of a file, by its number there.

    ``rows`` holds every row that the file has under its header, read before any is judged; each
    is in ``taken``, in ``refused`` or in one of ``aside``, and in one only. ``unit`` is what a row
    is called: a line, an outline, a post.
    """

    rows: tuple[int, ...]
    taken: tuple[int, ...]
    refused: tuple[int, ...] = ()
    aside: tuple[Aside, ...] = ()
    unit: str = LINE

    def __post_init__(self) -> None:
        """Unbalanced where the fates are not those of the rows, each once."""
        fates = [*self.taken, *self.refused, *chain.from_iterable(a.lines for a in self.aside)]
        if sorted(fates) != sorted(self.rows):
            message = f"{len(self.rows)} lignes lues, {len(fates)} comptées"
            raise Unbalanced(message)

    @property
    def left(self) -> int:
        """How many rows are left aside, whatever the reason."""
        return sum(len(item.lines) for item in self.aside)

    def sentence(self) -> str:
        """The sum, in French: ``8 lignes dans le fichier = 6 prises + 1 refusée + …``."""
        e = "e" if self.unit == LINE else ""
        rows = french.counted(len(self.rows), self.unit)
        taken = french.counted(len(self.taken), f"pris{e}", f"pris{e and 'es'}")
        refused = french.counted(len(self.refused), f"refusé{e}")
        left = french.counted(self.left, f"laissé{e} de côté", f"laissé{e}s de côté")
        return f"{rows} dans le fichier = {taken} + {refused} + {left}."


def account_of(
    rows: Iterable[int],
    taken: Iterable[int],
    refused: Problems = (),
    left: Iterable[Left] = (),
    unit: str = LINE,
) -> RowAccount:
    """The account of these rows; a row with several problems is refused once."""
    reasons: dict[str, list[Left]] = {}
    for item in left:
        reasons.setdefault(item.reason, []).append(item)
    return RowAccount(
        tuple(rows),
        tuple(taken),
        tuple(dict.fromkeys(problem.row for problem in refused)),
        tuple(_aside(reason, items) for reason, items in reasons.items()),
        unit,
    )


def _aside(reason: str, items: list[Left]) -> Aside:
    return Aside(reason, tuple(item.line for item in items), tuple(items[:_NAMED]))


def refusal(file: str, line: int, column: str, value: str, message: str, remedy: str) -> Problem:
    """A row of the file that is refused, and forbids nothing to the others."""
    return Problem(file, line, column, value, message, remedy, blocking=False)


def unit_of(problem: Problem, unit: str) -> Problem:
    """The problem, its row being called so."""
    return replace(problem, unit=unit)
