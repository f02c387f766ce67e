"""What lies under the quarters of a map: land, water; and how any area of it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.base import Figure
from dashboard.domain.quarter_map import Background
from dashboard.domain.track import Joined, Track
from dashboard.words import tokens


def draw(background: Background, told: Sequence[Figure] = ()) -> list[Figure]:
    """The communes with their borders, what is told of them, then the waters."""
    border = {"color": tokens.colour("land-rule"), "width": 1}
    quiet = {"color": tokens.colour("water"), "width": 0}
    return [
        area(background.land.tracks, tokens.colour("land"), border, name="communes"),
        *told,
        area(background.water.tracks, tokens.colour("water"), quiet, name="eau"),
    ]


def area(
    tracks: tuple[Track | Joined, Track | Joined], fill: str, line: Figure, **more: object
) -> Figure:
    """A filled outline of which the pointer is told nothing."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": tracks[0],
        "y": tracks[1],
        "fill": "toself",
        "fillcolor": fill,
        "line": line,
        "hoverinfo": "skip",
        **more,
    }
