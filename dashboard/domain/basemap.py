"""The images that an operator lays under the maps of a screen: where they are asked, on which grid.

The grid is in the metres of the maps (Lambert-93), so that an image lies under the outlines as it
is, neither turned nor stretched.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from dashboard.domain.quarter_map import BoundingBox

SIDE, EDGE = 512, 1
"""Pixels of the side of an image, and of what it shows beyond its square on each side: no seam
shows between two of them."""
ACROSS = 800
"""Pixels of images across a window: so many at least, and less than twice as many."""
FINEST = 0.25
"""Metres of a pixel under which no image is asked."""
BBOX = "{bbox}"
"""What stands for the window of an image in an address: west, south, east and north, in metres."""


class Tile(NamedTuple):
    """An image: the box that it fills, in metres, and its address."""

    box: BoundingBox
    address: str


@dataclass(frozen=True, slots=True)
class Basemap:
    """Where images are asked, with ``{bbox}`` for their window, and what their licence asks to say
    under them."""

    address: str
    mention: str

    @property
    def origin(self) -> str:
        """The site that gives them: « https://data.geopf.fr »."""
        return "://".join(urlsplit(self.address)[:2])

    @property
    def host(self) -> str:
        """The name of that site: « data.geopf.fr »."""
        return urlsplit(self.address).netloc

    def tiles(self, window: BoundingBox) -> tuple[Tile, ...]:
        """The images that fill a window, from the south-west to the north-east."""
        west, south, east, north = window
        metres = max(FINEST, 2.0 ** math.floor(math.log2((east - west) / ACROSS)))
        step = metres * (SIDE - 2 * EDGE)
        across, up = _ranks(west, east, step), _ranks(south, north, step)
        return tuple(self._tile(x * step, y * step, step, metres) for y in up for x in across)

    def _tile(self, west: float, south: float, step: float, metres: float) -> Tile:
        edge = EDGE * metres
        box = west - edge, south - edge, west + step + edge, south + step + edge
        said = ",".join(f"{side:.2f}".removesuffix(".00") for side in box)
        return Tile(box, self.address.replace(BBOX, said))


def _ranks(low: float, high: float, step: float) -> range:
    return range(math.floor(low / step), math.ceil(high / step))
