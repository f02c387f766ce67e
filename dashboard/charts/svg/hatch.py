"""Hatches, as plotly draws them, so that nothing moves when it takes over."""

from __future__ import annotations

import math
from html import escape

from dashboard.charts.style import Fill, Hatch, HatchTile
from dashboard.charts.svg.frame import PlotFrame
from dashboard.charts.svg.numbers import short


def paint(frame: PlotFrame, fill: Fill) -> tuple[str, str]:
    """(definition, fill) of one hatch; (``""``, colour) where no hatch is asked for."""
    if not isinstance(fill, Hatch):
        return "", fill
    inside, side = _drawn(fill)
    name, tile = frame.new_id(), short(side)
    ground = f'<rect width="{tile}" height="{tile}" fill="{escape(fill.ground)}"/>'
    return (
        f'<pattern id="{name}" width="{short(side, 3)}" height="{short(side, 3)}" '
        f'patternUnits="userSpaceOnUse">{ground if fill.ground else ""}{inside}</pattern>'
    ), f"url(#{name})"


def _drawn(hatch: Hatch) -> tuple[str, float]:
    """What one tile of the hatch holds, and the side of the tile."""
    crossed, size = hatch.shape == "x", hatch.size
    side = size * math.sqrt(2)
    part = 1 - math.sqrt(max(0.0, 1 - hatch.solidity)) if crossed else hatch.solidity
    return (
        f'<path d="{_strokes(hatch.shape, side)}" stroke="{escape(hatch.colour)}" '
        f'stroke-width="{short(size * part)}" fill="none"/>'
    ), side


def _strokes(shape: HatchTile, side: float) -> str:
    quarter, half, whole = (short(side * part, 3) for part in (0.25, 0.5, 1))
    most, over = short(side * 0.75, 3), short(side * 1.25, 3)
    rising = (
        f"M-{quarter},{quarter}l{half},-{half}M0,{whole}L{whole},0M{most},{over}l{half},-{half}"
    )
    falling = (
        f"M{most},-{quarter}l{half},{half}M0,0L{whole},{whole}M-{quarter},{most}l{half},{half}"
    )
    return {"/": rising, "\\": falling, "x": rising + falling}[shape]
