"""The ground that the quarters of a map lie on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dashboard.domain.quarter_map import Box, Outlines, Ring


@dataclass(frozen=True, eq=False)
class Background:
    """What lies under the quarters, in metres (Lambert-93): communes, water, names.

    One a publication: it is known by its identity, not by its thousands of points. ``rank`` is that
    of its land; ``sources`` are the identifiers of what is drawn.
    """

    communes: tuple[tuple[str, tuple[Ring, ...]], ...]
    water: Outlines
    names: tuple[tuple[str, float, float], ...]
    window: Box
    rank: int | None = None
    sources: tuple[str, ...] = ()

    def within(self, window: Box) -> Background:
        """The same ground through another window, the same object for the same one."""
        return self if window == self.window else _through(self, window)

    def shows(self, x: float, y: float) -> bool:
        """Whether the window holds that point."""
        west, south, east, north = self.window
        return west <= x <= east and south <= y <= north

    @cached_property
    def land(self) -> Outlines:
        """The communes together."""
        return Outlines(tuple([ring for _, rings in self.communes for ring in rings]), self.rank)


@lru_cache(128)
def _through(ground: Background, window: Box) -> Background:
    return replace(ground, window=window)
