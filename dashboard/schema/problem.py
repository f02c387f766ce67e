"""What is wrong in a file, said so that the reader can mend it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.french import NBSP

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where it stands, what it is, what to do.

    ``row`` is the number of the line in the file, the header being line 1; 0 for the whole file.
    ``value`` is what the cell holds, put in guillemets before ``message``; empty: message alone.
    ``blocking`` is false for what deserves a look and forbids nothing.
    """

    file: str
    row: int
    column: str
    value: str
    message: str
    remedy: str
    blocking: bool = True
    unit: str = "ligne"
    """What ``row`` counts, where a file has no lines that one reads: a post, an outline."""

    def sentence(self) -> str:
        """Where, what and what to do: ``actions.csv, ligne 48, colonne montant : …``.

        A problem of no file, as a command may have, is said without its place.
        """
        places = (
            self.file,
            f"{self.unit} {self.row}" if self.row else "",
            f"colonne {self.column}" if self.column else "",
        )
        where = ", ".join(place for place in places if place)
        quoted = f"{quote(self.value)} " if self.value else ""
        head = f"{where}{NBSP}: " if where else ""
        return f"{head}{quoted}{self.message} {self.remedy}".strip()


Problems = tuple[Problem, ...]


class Unreadable(Exception):
    """A file that cannot be read at all; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem, whose sentence is the text of the exception."""
        super().__init__(problem.sentence())
        self.problem = problem


def quote(value: str) -> str:
    """The value between guillemets, cut where it is long, its control characters shown."""
    shown = "".join(char if char.isprintable() or char in "\u00a0\u202f" else "�" for char in value)
    if len(shown) > _SHOWN:
        shown = f"{shown[: _SHOWN - 1]}…"
    return f"«{NBSP}{shown}{NBSP}»"
