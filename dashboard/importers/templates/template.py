"""A model of file that the project gives to fill: its columns, and which files are of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.importers.imported import Document
from dashboard.importers.source_table import has_header, key
from dashboard.schema.field import CellKind, Field

EXAMPLE = "Exemple : "
"""What the line that shows how to fill begins with: it is never taken."""


@dataclass(frozen=True, slots=True)
class Template:
    """A model: its name in a path, its title, what it is for, its columns in order, and what the
    line of example says in some of them.

    A file is of that model where its header has every title, in any order. ``headings`` holds, for
    a file that has others, the heading of each column that it has; ``given`` what every line of it
    is to hold in some of those that it has not.
    """

    slug: str
    title: str
    purpose: str
    fields: tuple[Field, ...]
    example: Mapping[str, str]
    headings: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Its name among the sorts of files."""
        return f"modele-{self.slug}"

    @property
    def year(self) -> int:
        """The year of its example."""
        return int((self.example.get("annee") or self.example.get("date", "0"))[:4])

    @property
    def long(self) -> frozenset[str]:
        """The columns, as ``key``, whose cells hold several lines."""
        return frozenset(
            key(self.heading(item)) for item in self.fields if item.kind is CellKind.MARKDOWN
        )

    def heading(self, column: Field) -> str:
        """The heading of that column in the file; empty where the file has none."""
        return self.headings.get(column.name, "") if self.headings else column.title

    def called(self, name: str) -> str:
        """What a line's fault calls that column."""
        return self.titles[name]

    @property
    def titles(self) -> dict[str, str]:
        """What each of its columns is called, by its name: its heading, its own title where it has
        none."""
        return {item.name: self.heading(item) or item.title for item in self.fields}

    def is_header(self, columns: frozenset[str]) -> bool:
        """Whether these columns, as ``key``, are those of the model."""
        return {key(self.heading(item)) for item in self.fields} - {""} <= columns

    def recognises(self, document: Document) -> bool:
        """Whether the document is this model, filled."""
        return has_header(document, self.is_header)
