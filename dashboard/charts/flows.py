"""Flows of money in two stages, one under the other: funders to pillars, pillars to places.

Each has its whole width, so that names are read on a phone; a ribbon has the colour of its pillar
and a thickness in proportion to its euros, the same in both stages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dashboard.charts import base
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import (
    WHOLE,
    Area,
    Axis,
    Bar,
    BarGroup,
    Margins,
    Note,
    Scene,
    TextAnchor,
)
from dashboard.charts.style import Stroke
from dashboard.domain import french
from dashboard.domain.flow import FlowMatrix, FlowNode, Flows
from dashboard.domain.track import Track
from dashboard.words import tokens

EDGE, HEAD, BETWEEN = 6, 30, 22
"""Pixels around all, over a stage for its headings, between the stages."""
THICK, LEAST, GAP = 240.0, 34.0, 8.0
"""Pixels of all the money, of the least room of a node, which is that of its words, between two."""
WIDE = 0.012
"""The part of the width that the bar of a node takes."""
STEPS = 16
NAME = 25
"""Points of the edge of a ribbon; letters of a name that half a phone shows."""


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node, and the pixels from the head of the drawing where its bar begins and ends."""

    node: FlowNode
    head: float
    foot: float


@dataclass(frozen=True, slots=True)
class FlowSides:
    """Givers at the left, receivers at the right, euros from each to each; ``roles`` colours each
    ribbon by its pillar, which is at the side ``coloured``."""

    left: tuple[PlacedNode, ...]
    right: tuple[PlacedNode, ...]
    grid: FlowMatrix
    headings: tuple[str, str]
    coloured: int
    top: float


def draw(chart: Flows) -> Scene:
    """Both stages: headings, ribbons from the largest, bars of the nodes, their names."""
    stages = _stages(chart)
    tall = height(chart) - 2 * EDGE
    ribbons = [area for stage in stages for area in _ribbons(stage, _scale(chart))]
    return Scene(
        Margins(EDGE, EDGE, EDGE, EDGE),
        (Axis(0, 1),),
        (Axis(tall, 0),),
        bars=tuple([bar for stage in stages for bar in _bars(stage)]),
        marks=tuple(ribbons),
        notes=tuple([note for stage in stages for note in _notes(stage)]),
    )


def height(chart: Flows) -> int:
    """Pixels: what the longer side of each stage takes."""
    scale = _scale(chart)
    sides = ((chart.funders, chart.pillars), (chart.pillars, chart.places))
    stages = (max(_room(side, scale) for side in pair) for pair in sides)
    return round(2 * EDGE + 2 * HEAD + BETWEEN + sum(stages))


KIND = ChartKind(Flows, draw, height)


def _scale(chart: Flows) -> float:
    """Pixels of one euro."""
    return THICK / (sum(node.amount for node in chart.funders) or 1.0)


def _room(nodes: Sequence[FlowNode], scale: float) -> float:
    return sum(max(node.amount * scale, LEAST) + GAP for node in nodes)


def _stages(chart: Flows) -> tuple[FlowSides, FlowSides]:
    scale = _scale(chart)
    first = max(_room(side, scale) for side in (chart.funders, chart.pillars))
    low = HEAD + first + BETWEEN + HEAD
    second = max(_room(side, scale) for side in (chart.pillars, chart.places))
    given, spent = (
        (_placed(left, top, room, scale), _placed(right, top, room, scale))
        for left, right, top, room in (
            (chart.funders, chart.pillars, HEAD, first),
            (chart.pillars, chart.places, low, second),
        )
    )
    return (
        FlowSides(*given, chart.given, ("Financeur", "Pilier"), 1, HEAD),
        FlowSides(*spent, chart.spent, ("Pilier", "Quartier"), 0, low),
    )


def _placed(
    nodes: Sequence[FlowNode], top: float, room: float, scale: float
) -> tuple[PlacedNode, ...]:
    """The nodes of a side, each in the middle of its own room, spread over that of the stage."""
    spare = (room - _room(nodes, scale)) / len(nodes)
    rooms = [max(node.amount * scale, LEAST) + GAP + spare for node in nodes]
    starts = accumulate(rooms, initial=top)
    pairs = zip(nodes, starts, rooms, strict=False)
    return tuple(
        PlacedNode(node, middle - node.amount * scale / 2, middle + node.amount * scale / 2)
        for node, start, own in pairs
        for middle in [start + own / 2]
    )


def _ribbons(stage: FlowSides, scale: float) -> Iterator[Area]:
    """The ribbons in the order of both sides, so that those of a node never cross at its bar."""
    into = [item.head for item in stage.right]
    found = []
    for rank, giver in enumerate(stage.left):
        start = giver.head
        for column, euros in enumerate(stage.grid[rank]):
            if not euros:
                continue
            thick = euros * scale
            pillar = (giver, stage.right[column])[stage.coloured].node
            found.append((euros, _ribbon(pillar, start, into[column], thick)))
            start, into[column] = start + thick, into[column] + thick
    yield from (area for _, area in sorted(found, key=lambda pair: -pair[0]))


def _ribbon(pillar: FlowNode, left: float, right: float, thick: float) -> Area:
    """A band from a height at the left to one at the right, flat at both ends."""
    shares = [step / STEPS for step in range(STEPS + 1)]
    across = [WIDE + (1 - 2 * WIDE) * share for share in shares]
    over = [left + (right - left) * share * share * (3 - 2 * share) for share in shares]
    under = [y + thick for y in over]
    ring = (across + across[::-1] + across[:1], over + under[::-1] + over[:1])
    tint = tokens.colour(f"{pillar.role or 'qpv'}-tint")
    edge = Stroke(tokens.colour("paper"), 1)
    return Area(f"vers {pillar.label}", Track(ring[0]), Track(ring[1]), tint, edge)


def _bars(stage: FlowSides) -> Iterator[BarGroup]:
    for side, ends in ((stage.left, (0.0, WIDE)), (stage.right, (1 - WIDE, 1.0))):
        for item in side:
            colour = tokens.colour(item.node.role or "ink-3")
            middle = (item.head + item.foot) / 2
            said = f"{item.node.label}{french.NBSP}: {item.node.said}"
            pick = base.chosen(item.node.pick)
            bar = Bar(middle, *ends, colour, Stroke(colour), pick, said)
            yield BarGroup(item.node.label, (bar,), max(item.foot - item.head, 1.0))


def _notes(stage: FlowSides) -> Iterator[Note]:
    """The headings of both sides, then the name and the euros of each node, inside of its bar."""
    sides: tuple[tuple[TextAnchor, float, float, Sequence[PlacedNode]], ...] = (
        ("left", 0.0, 1.0, stage.left),
        ("right", 1.0, -1.0, stage.right),
    )
    for (held, x, way, side), heading in zip(sides, stage.headings, strict=True):
        head = base.words(heading)
        yield Note(head, x, stage.top - 4, base.quiet(), held, "bottom", x_axis=WHOLE)
        for item in side:
            name = base.shorten(item.node.label, NAME)
            said = base.words(f"{name}\n", base.strong(item.node.said))
            pick, middle = base.chosen(item.node.pick), (item.head + item.foot) / 2
            inside = x + way * WIDE
            yield Note(
                said,
                inside,
                middle,
                base.font(base.SMALL),
                held,
                right=6 * way,
                align=held,
                pick=pick,
            )
