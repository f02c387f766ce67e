"""One demand on a column, with its message and its remedy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.schema.coded import texts
from dashboard.schema.field import Field

ColumnCells = pd.Series


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """One demand on a column; an empty cell is judged by ``required`` alone.

    ``holds`` takes the text of one cell. ``remedy`` takes the faulty value.
    """

    name: str
    column: str
    holds: Callable[[str], bool]
    message: str
    remedy: Callable[[str], str]
    blocking: bool = True

    def mask(self, cells: ColumnCells) -> ColumnCells:
        """True for each cell of a coded column that obeys; each distinct text is judged once."""
        judged = np.array([self.judges(text) for text in texts(cells)], dtype=bool)
        return pd.Series(judged[cells.cat.codes], index=cells.index)

    def judges(self, text: str) -> bool:
        """Whether that cell obeys."""
        return self.holds(text)


def simple(
    field: Field, name: str, holds: Callable[[str], bool], message: str, remedy: str
) -> ColumnRule:
    """The rule of that column that leaves an empty cell alone; its remedy never changes."""

    def judge(text: str) -> bool:
        return text == "" or holds(text.strip())

    return ColumnRule(name, field.name, judge, message, lambda _: remedy, field.strict)
