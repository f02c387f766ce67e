"""One demand on a column, with its message and its remedy."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.domain import french
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


def suggestion(value: str, known: Sequence[str], otherwise: str) -> str:
    """« Vouliez-vous dire … ? » where a known value looks like it, else that other remedy."""
    return suggested(value, {item: item for item in reversed(known)}, otherwise)


def suggested(value: str, said: Mapping[str, str], otherwise: str) -> str:
    """The same where a value has several words: ``said`` gives to each the value it means."""
    folded = {french.fold(word): known for word, known in said.items()}
    near = difflib.get_close_matches(french.fold(value.strip()), list(folded), n=1, cutoff=0.6)
    if near:
        return f"Vouliez-vous dire «{french.NBSP}{folded[near[0]]}{french.NBSP}»{french.NNBSP}?"
    return otherwise


def simple(
    field: Field, name: str, holds: Callable[[str], bool], message: str, remedy: str
) -> ColumnRule:
    """The rule of that column that leaves an empty cell alone; its remedy never changes."""

    def judge(text: str) -> bool:
        return text == "" or holds(text.strip())

    return ColumnRule(name, field.name, judge, message, lambda _: remedy, field.strict)
