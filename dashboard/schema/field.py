"""A column and a table, as declared: the one description that every use follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from dashboard.domain.funding import Origin


class CellKind(StrEnum):
    """How the text of a cell reads."""

    TEXT = "texte"
    MARKDOWN = "texte mis en forme"
    CODE = "code"
    INTEGER = "entier"
    YEAR = "année"
    NUMBER = "nombre"
    AMOUNT = "montant"
    FLAG = "oui/non"
    DATE = "date"
    SIRET = "siret"
    IDENTIFIER = "siret ou siren"


@dataclass(frozen=True, slots=True)
class Field:
    """One column. Every cell is text in the file; ``kind`` says how it reads.

    ``values`` closes the list of what a cell may hold. ``refers`` names the table whose key the
    cell must hold, ``among`` the kinds of its rows that it may name (empty: any). ``many``: several
    values in a cell, separated by ``|``. ``low`` and ``high`` bound a number. ``starts``: the cell
    begins with one of these words. ``strict`` false: a fault is told and forbids nothing. ``mark``:
    the publication indexes each row by it, so that a key of the address may filter by it and a
    figure count by it.
    """

    name: str
    title: str
    kind: CellKind = CellKind.TEXT
    required: bool = False
    description: str = ""
    values: tuple[str, ...] = ()
    refers: str = ""
    among: tuple[str, ...] = ()
    many: bool = False
    starts: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    strict: bool = True
    mark: bool = False

    @property
    def long(self) -> bool:
        """Whether it holds several paragraphs."""
        return self.kind is CellKind.MARKDOWN


@dataclass(frozen=True, slots=True)
class Correction:
    """What staff may correct in a row that an official file made: a column, and the one that says
    where it comes from; ``how`` are those that say how it was proposed, which then say nothing.
    ``doubtful``: what either holds of a row that deserves a look."""

    column: str
    origin: str
    how: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that goes together."""
        return (self.column, self.origin, *self.how)

    def said(self, row: Mapping[str, str]) -> bool:
        """Whether staff corrected it in that row, or confirmed it."""
        return row.get(self.origin) in (Origin.CORRECTED, Origin.CONFIRMED)

    def doubt(self, row: Mapping[str, str]) -> str:
        """What makes it doubtful in that row; empty where nothing does, or where staff said it."""
        held = () if self.said(row) else (row.get(self.origin, ""), row.get(self.column, ""))
        return next((word for word in held if word in self.doubtful), "")


@dataclass(frozen=True)
class TableSchema:
    """One file of a territory: its columns in the order of the header, its key.

    ``needed``: a territory cannot be published without that file. ``kept``: staff keep it, row by
    row; official files make the others, of which staff change no more than its ``corrections``.
    ``reworded``: its key is made of words or dates that may be written again, and then still name
    the same thing.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    needed: bool = False
    description: str = field(default="")
    kept: bool = False
    corrections: tuple[Correction, ...] = ()
    reworded: bool = False

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.csv"

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(item.name for item in self.fields)

    @property
    def marks(self) -> tuple[str, ...]:
        """The names of the columns by which its rows are indexed, in order."""
        return tuple(item.name for item in self.fields if item.mark)
