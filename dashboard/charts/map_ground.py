"""What lies under the quarters of a map: land, water, the images of the operator."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.scene import Area, Mark, Tiles
from dashboard.charts.style import Stroke
from dashboard.domain.ground import Background
from dashboard.words import tokens


def draw(background: Background, told: Sequence[Area] = ()) -> list[Mark]:
    """The communes with their borders, what is told of them, then the waters; over them, where
    there are any, the images, and the borders again."""
    land, water, tiles = background.land.tracks, background.water.tracks, background.tiles
    border, none = Stroke(tokens.colour("land-rule")), Stroke(tokens.colour("water"), 0)
    return [
        Area("communes", *land, tokens.colour("land"), border),
        *told,
        Area("eau", *water, tokens.colour("water"), none),
        *((Tiles(tiles), Area("limites", *land, "", border)) if tiles else ()),
    ]
