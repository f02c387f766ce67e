"""What collides, put together as it is settled: cell by cell, a row or a file as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dashboard.depot.merge import Collision


@dataclass(frozen=True, slots=True)
class Clash:
    """What is settled at once: its cells, each with both values."""

    cells: tuple[Collision, ...]

    @property
    def file(self) -> str:
        """The file that it is about."""
        return self.cells[0].file

    @property
    def key(self) -> str:
        """What names its row there; empty for a file that is not told row by row."""
        return self.cells[0].key

    @property
    def whole(self) -> bool:
        """Whether a row, or a file, goes as a whole."""
        return is_whole(self.cells[0])

    @property
    def columns(self) -> frozenset[str]:
        """Those of its cells."""
        return frozenset(cell.column for cell in self.cells)

    @property
    def mark(self) -> str:
        """The fingerprint of its row, its columns and both values of each."""
        said = [[one.file, one.key, one.column, one.theirs, one.ours] for one in self.cells]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def clashes(collisions: Iterable[Collision]) -> tuple[Clash, ...]:
    """What is to be settled of what collides, in order."""
    grouped = groupby(enumerate(collisions), lambda one: _together(*one))
    return tuple(Clash(tuple(cell for _, cell in group)) for _, group in grouped)


def _together(rank: int, cell: Collision) -> tuple[Any, ...]:
    """What is the same of the cells that are settled at once."""
    return (cell.file, cell.key) if is_whole(cell) else (rank,)


def is_whole(cell: Collision) -> bool:
    """Whether that cell goes with all those of its row, or of its file."""
    return cell.whole or not cell.column
