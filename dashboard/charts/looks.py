"""The mark and the dash of each quarter: decided once, the same in every figure of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dashboard.charts.style import Dash, Stroke, Symbol, SymbolShape

Looks = Mapping[str, int]
"""The rank of each quarter, by its code, among those that figures tell apart."""


class Look(NamedTuple):
    """What tells a territory from others without colour: its mark, full or hollow, and its dash."""

    shape: SymbolShape
    hollow: bool
    dash: Dash

    def symbol(self, size: float, colour: str, ring: float) -> Symbol:
        """Its mark, that large, with a ring of that width."""
        return Symbol(self.shape, size, colour, Stroke(colour, ring), self.hollow)


REFERENCE = Look("diamond", False, "dot")
"""What a reference looks like: never a quarter."""
STYLES = (
    Look("circle", False, "solid"),
    Look("circle", True, "dash"),
    Look("square", False, "solid"),
    Look("square", True, "dash"),
    Look("triangle-up", False, "solid"),
    Look("triangle-up", True, "dash"),
    Look("triangle-down", False, "solid"),
    Look("triangle-down", True, "dash"),
)


def ranked(codes: Iterable[str]) -> Looks:
    """The looks of those quarters, in that order."""
    return {code: rank for rank, code in enumerate(dict.fromkeys(codes))}


def look(code: str, looks: Looks) -> Look:
    """The look of a quarter; of one that nothing ranks, that of the first."""
    return STYLES[looks.get(code, 0) % len(STYLES)]
