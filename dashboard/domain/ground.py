"""The ground that the quarters of a map lie on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dashboard.domain.basemap import Basemap, Tile
from dashboard.domain.quarter_map import BoundingBox, Outlines, Ring


@dataclass(frozen=True, slots=True)
class Inset:
    """A part of the country drawn apart: its name, its box on the map, how many times larger than
    the rest it is drawn; ``sight`` is what the address says of the window around it."""

    name: str
    box: BoundingBox
    scale: float
    sight: str = ""

    def holds(self, window: BoundingBox) -> bool:
        """Whether that window shows nothing else."""
        west, south, east, north = self.box
        x, y = (window[0] + window[2]) / 2, (window[1] + window[3]) / 2
        inside = west <= x <= east and south <= y <= north
        return inside and window[2] - window[0] <= 2 * (east - west)


@dataclass(frozen=True, eq=False)
class Background:
    """What lies under the quarters, in metres (Lambert-93): communes, water, names.

    One a publication: it is known by its identity, not by its thousands of points. ``rank`` is that
    of its land; ``sources`` are the identifiers of what is drawn; ``insets`` stand beside it all;
    ``basemap`` gives the images that a screen shows over the land.
    """

    communes: tuple[tuple[str, tuple[Ring, ...]], ...]
    water: Outlines
    names: tuple[tuple[str, float, float], ...]
    window: BoundingBox
    rank: int | None = None
    sources: tuple[str, ...] = ()
    insets: tuple[Inset, ...] = ()
    basemap: Basemap | None = None

    def within(self, window: BoundingBox) -> Background:
        """The same ground through another window, the same object for the same one."""
        return self if window == self.window else _through(self, window)

    def over(self, basemap: Basemap | None) -> Background:
        """The same ground under those images, the same object for the same ones."""
        return self if basemap == self.basemap else _over(self, basemap)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The images of what the window shows; none of overseas, which is not drawn where it is."""
        if self.basemap is None or any(inset.holds(self.window) for inset in self.insets):
            return ()
        return self.basemap.tiles(self.window)

    def shows(self, x: float, y: float) -> bool:
        """Whether the window holds that point."""
        west, south, east, north = self.window
        return west <= x <= east and south <= y <= north

    @property
    def scale(self) -> float:
        """How many times larger than the rest of the map what the window shows is drawn."""
        return next((inset.scale for inset in self.insets if inset.holds(self.window)), 1.0)

    @cached_property
    def land(self) -> Outlines:
        """The communes together."""
        return Outlines(tuple([ring for _, rings in self.communes for ring in rings]), self.rank)


@lru_cache(128)
def _over(ground: Background, basemap: Basemap | None) -> Background:
    return replace(ground, basemap=basemap)


@lru_cache(128)
def _through(ground: Background, window: BoundingBox) -> Background:
    return replace(ground, window=window)
