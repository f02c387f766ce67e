"""Closed rings of a map: what they are filled with, then the line around them."""

from __future__ import annotations

from functools import cached_property
from html import escape

from dashboard.charts.scene import Area
from dashboard.charts.style import Hatch
from dashboard.charts.svg import hatch as hatches
from dashboard.charts.svg.clip import CornerRun
from dashboard.charts.svg.frame import UNITS, PlotFrame
from dashboard.charts.svg.lines import look, paths


def area(item: Area, frame: PlotFrame) -> str:
    """An area, drawn in metres where its page can, else in the units of the plot area."""
    rings = _Rings(item, frame)
    filled = _filled(rings, item.fill) if item.fill else ""
    line = rings.drawn(look(frame, item.stroke)) if item.stroke.width else ""
    return filled + line


class _Rings:
    """The rings of an area, and the paths that draw them in a frame."""

    def __init__(self, area: Area, frame: PlotFrame) -> None:
        self._area, self.frame = area, frame

    @property
    def course(self) -> str:
        """The attribute that draws them in metres; of an outline that its page holds only the ranks
        are written. Nothing where they are not drawn so."""
        track = self._area.x
        if self.frame.width is not None or not track.path:
            return ""
        if self.frame.held and track.parts:
            return f' data-contours="{" ".join(map(str, track.parts))}"'
        return f' d="{track.path}"'

    @cached_property
    def _runs(self) -> list[CornerRun]:
        """Their points, in shares of the window, cut where one is missing."""
        x, y = self.frame.scene.across[0], self.frame.scene.up[0]
        wide, tall = x.high - x.low, y.high - y.low
        runs: list[CornerRun] = [[]]
        for across, up in zip(self._area.x, self._area.y, strict=True):
            if across is not None and up is not None:
                runs[-1].append(((across - x.low) / wide, (up - y.low) / tall))
            elif runs[-1]:
                runs.append([])
        return runs

    def paths(self, around: bool) -> str:
        """What draws them in the units of the plot area, or closes on them."""
        return paths(self.frame, self._runs, around)

    def drawn(self, how: str, around: bool = False) -> str:
        """Their drawing, laid over the plot area."""
        if self.course:
            return self.frame.ground(f"<path{self.course}{how}/>")
        d = self.paths(around)
        return self.frame.stretched(f'<path d="{d}"{how}/>') if d else ""


def _filled(rings: _Rings, fill: str | Hatch) -> str:
    if isinstance(fill, Hatch):
        return _hatched(rings, fill)
    return rings.drawn(f' fill="{escape(fill)}" fill-rule="evenodd"', around=True)


def _hatched(rings: _Rings, hatch: Hatch) -> str:
    """A hatch is not stretched: the polygon cuts it out of the plot area."""
    frame = rings.frame
    pattern, fill = hatches.paint(frame, hatch)
    name, (cut, kind) = frame.new_id(), _cut(rings)
    return (
        f'<defs>{pattern}<clipPath id="{name}" clipPathUnits="{kind}">'
        f'<path {cut} clip-rule="evenodd"/></clipPath></defs>'
        f'<rect width="{frame.across(1)}" height="{frame.tall(1)}" fill="{fill}" '
        f'clip-path="url(#{name})"/>'
    )


def _cut(rings: _Rings) -> tuple[str, str]:
    """The attributes of the path that cuts a hatch, and the units of its clip."""
    if rings.course:
        return f"{rings.course} {rings.frame.squeezed}", "objectBoundingBox"
    d = rings.paths(around=True)
    if rings.frame.width is not None:
        return f'd="{d}"', "userSpaceOnUse"
    return f'd="{d}" transform="scale({1 / UNITS:g})"', "objectBoundingBox"
