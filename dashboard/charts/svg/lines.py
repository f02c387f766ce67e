"""Points that follow each other, as paths in the units of a frame."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from dashboard.charts.style import Stroke
from dashboard.charts.svg import clip
from dashboard.charts.svg.clip import CornerRun
from dashboard.charts.svg.frame import PlotFrame, dashes
from dashboard.charts.svg.numbers import short


def paths(frame: PlotFrame, runs: Iterable[CornerRun], around: bool = False) -> str:
    """What draws those points, in shares of the plot area, or closes on them where ``around``. A
    map for a file is cut at its window: what paints files takes half a second to cut it itself."""
    found = [run for run in runs if len(run) >= (3 if around else 2)]
    if frame.scene.tied and frame.width is not None:
        found = clip.kept(found, around)
    end = "Z" if around else ""
    return "".join([f"{_path(run, *frame.units)}{end}" for run in found])


def _path(run: CornerRun, wide: float, tall: float) -> str:
    """The points of a run from the top of the plot area."""
    return "M" + "L".join([f"{short(x * wide, 1)},{short((1 - y) * tall, 1)}" for x, y in run])


def look(frame: PlotFrame, line: Stroke) -> str:
    """The attributes of a line, as wide whatever stretches it."""
    kept = ' vector-effect="non-scaling-stroke"' if frame.width is None else ""
    return (
        f' fill="none" stroke="{escape(line.colour)}" stroke-width="{short(line.width)}"'
        f'{dashes(line)} stroke-miterlimit="2"{kept}'
    )
