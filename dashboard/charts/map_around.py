"""The communes under the quarters, told by the same rate and the same classes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dashboard.charts import map_shades
from dashboard.charts.scene import Area
from dashboard.charts.style import Stroke
from dashboard.domain.ground import Background
from dashboard.domain.quarter_map import MapColumns, QuarterMap
from dashboard.domain.track import Track, joined
from dashboard.words import tokens

WRITTEN = 15
"""Areas from which values are no longer written on the map: its colours and the table say them."""


def draw(value: QuarterMap) -> list[Area]:
    """A drawing a fill: the communes of one class, those that are secret, those without value."""
    told = value.around
    if told is None:
        return []
    fills = map_shades.fills(value, told.values, told.statuses, map_shades.AROUND)
    alike: dict[str, list[tuple[Track, Track]]] = {}
    for shape, fill in sorted(zip(told.shapes, fills, strict=True), key=lambda pair: pair[1]):
        alike.setdefault(fill, []).append(shape.outlines.tracks)
    return [_drawn(fill, tracks) for fill, tracks in alike.items()]


def _drawn(fill: str, alike: list[tuple[Track, Track]]) -> Area:
    across, along = (joined(tracks) for tracks in zip(*alike, strict=True))
    border = tokens.colour("land-rule")
    filled = map_shades.filled(fill, "land-rule")
    return Area(f"communes {fill}", across, along, filled, Stroke(border))


def ground(value: QuarterMap, background: Background) -> Background:
    """The ground whose communes bear their value after their name, where few enough are told. Their
    colours lie over no image."""
    told = value.around
    if told is None:
        return background
    background = background.over(None)
    if _in_sight(value, told, background) >= WRITTEN:
        return background
    halls = (shape.centre for shape in told.shapes)
    return _named(background, tuple(zip(halls, told.labels, strict=True)))


def _in_sight(value: QuarterMap, told: MapColumns, background: Background) -> int:
    """The values that the window shows."""
    pairs = zip(told.shapes, told.values, strict=True)
    seen = [known for shape, known in pairs if background.shows(*shape.centre)]
    return sum(known is not None for known in seen) + len(value.known)


@lru_cache(64)
def _named(background: Background, said: tuple[tuple[tuple[float, float], str], ...]) -> Background:
    """The same ground, the same for every view that tells the same: labels are placed once."""
    held = dict(said)
    names = tuple(
        (f"{name} {held[x, y]}" if held.get((x, y)) else name, x, y)
        for name, x, y in background.names
    )
    return replace(background, names=names)
