"""Money that flows from those who give it, through what it is for, to where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.domain.bridge import CENT
from dashboard.domain.series import RuleBroken

FlowMatrix = tuple[tuple[float, ...], ...]
"""Euros: a row a giver, a column a receiver."""


SEVERAL = "plusieurs"
"""Where what serves several places goes, whole."""


class Flow(NamedTuple):
    """Euros that a funder gives for a pillar in a place: its code, none that is named, several."""

    funder: str
    pillar: str
    place: str
    euros: float


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A giver, a pillar or a place: its words, its euros and how they are said. ``pick`` is what a
    press chooses."""

    label: str
    amount: float
    said: str
    role: str = ""
    pick: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Flows:
    """Euros from each funder to each pillar (``given``), from each pillar to a place (``spent``).

    RuleBroken where a node does not hold what goes in and out of it, to the cent a flow.
    """

    funders: tuple[FlowNode, ...]
    pillars: tuple[FlowNode, ...]
    places: tuple[FlowNode, ...]
    given: FlowMatrix
    spent: FlowMatrix

    def __post_init__(self) -> None:
        columns = tuple(zip(*self.given, strict=True)), tuple(zip(*self.spent, strict=True))
        sides = (
            (self.funders, self.given),
            (self.pillars, columns[0]),
            (self.pillars, self.spent),
            (self.places, columns[1]),
        )
        if not all(_held(nodes, rows) for nodes, rows in sides):
            raise RuleBroken("chaque euro d’un flux vient d’un financeur et va quelque part")


def _held(nodes: Sequence[FlowNode], rows: Sequence[Sequence[float]]) -> bool:
    pairs = zip(nodes, rows, strict=True)
    return all(abs(node.amount - sum(row)) <= CENT * (1 + len(row)) for node, row in pairs)
