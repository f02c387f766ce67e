"""What lies under the quarters of a map: land, water."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.scene import Area
from dashboard.charts.style import Stroke
from dashboard.domain.ground import Background
from dashboard.words import tokens


def draw(background: Background, told: Sequence[Area] = ()) -> list[Area]:
    """The communes with their borders, what is told of them, then the waters."""
    land, water = background.land.tracks, background.water.tracks
    border, none = Stroke(tokens.colour("land-rule")), Stroke(tokens.colour("water"), 0)
    return [
        Area("communes", *land, tokens.colour("land"), border),
        *told,
        Area("eau", *water, tokens.colour("water"), none),
    ]
