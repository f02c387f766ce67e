"""What the first rows of a sheet tell of what is to be taken out of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.importers.unnaming.columns import MetColumns, PersonalColumns, of_organisations


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The columns of a sheet that hold a person; whether nothing is to be taken out of it."""

    columns: PersonalColumns
    untouched: bool

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]]) -> SheetHead:
        """What is told by these rows, the first of the sheet."""
        return cls(PersonalColumns.of(rows), any(map(of_organisations, rows)))

    def met(self) -> MetColumns:
        """Its columns that hold a person, before its first row; none where it is untouched."""
        return MetColumns(self.columns, self.untouched)
