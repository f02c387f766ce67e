"""What an importer is given and what it gives: frozen values, French for the operator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.importers.account import RowAccount
from dashboard.schema import Problem, Problems, Record

Records = Sequence[Record]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was given: its name (a hint, never trusted alone) and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What an import does to one table: how many rows it adds, changes, removes, keeps."""

    table: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0
    kept: int = 0
    """Rows left as staff corrected them, that the file no longer holds."""
    corrected: int = 0
    """Rows of which the file would have changed what staff corrected."""
    swept: tuple[str, ...] = ()
    """Years of which more than half of the rows would go: a cut file would do that."""

    @property
    def nothing(self) -> bool:
        """Whether the table stays as it is."""
        return not (self.added or self.changed or self.removed)

    @property
    def sweeping(self) -> bool:
        """Whether it removes more than half of the rows of a year it stands for."""
        return bool(self.swept)


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read in a file.

    ``kind`` names the importer, ``title`` says in French what the file is. ``account`` is the
    fate of each of its rows. ``taken`` holds rows by table, ``lines`` the line of the file that
    each of them comes from (for the tables that the file's lines make), ``shapes`` GeoJSON
    features by document. ``scopes`` says, by table, which rows of the territory the file stands
    for: those whose columns equal one of these values go when the file no longer holds them.
    ``refused`` says why rows are refused, ``remarks`` which cells of the others are not kept;
    ``notes`` what the operator must know; ``changes`` is filled when the import is compared with
    a territory. ``file`` is the name of what was read, ``headings`` what it calls our columns, by
    their names: those that it does not name bear their own titles.
    """

    kind: str
    title: str
    account: RowAccount
    taken: Mapping[str, Records] = field(default_factory=dict)
    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    shapes: Mapping[str, tuple[dict[str, Any], ...]] = field(default_factory=dict)
    scopes: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    refused: Problems = ()
    remarks: Problems = ()
    notes: tuple[str, ...] = ()
    changes: tuple[TableChanges, ...] = ()
    file: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was taken."""
        return not any(self.taken.values()) and not any(self.shapes.values())


class Refused(Exception):
    """A file that cannot be imported; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem, whose sentence is the text of the exception."""
        super().__init__(problem.sentence())
        self.problem = problem


def refuse(name: str, message: str, remedy: str, row: int = 0) -> Refused:
    """The refusal of a whole file, ready to be raised."""
    return Refused(Problem(name, row, "", "", message, remedy))
