"""The persons met in a file: each keeps a number there, so that two of them stay two."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.importers.personal_data import without_persons


@dataclass(slots=True)
class MetPersons:
    """The persons met in a file, each with the number that stands for her."""

    met: dict[str, int] = field(default_factory=dict)

    def out_of(self, cell: str) -> str:
        """The cell without them, nor how to reach one; itself where it has none."""
        return without_persons(cell, self._number)

    def _number(self, name: str) -> int:
        return self.met.setdefault(name, len(self.met) + 1)
