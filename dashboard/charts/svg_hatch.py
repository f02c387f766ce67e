"""Hatches, as plotly draws them, so that nothing moves when it takes over."""

from __future__ import annotations

import math
from html import escape
from typing import Any

from dashboard.charts.svg_frame import Frame, ink
from dashboard.charts.svg_values import Spec, number, picked, short


def paint(frame: Frame, spec: Spec, index: int, colour: str, own: bool) -> tuple[str, str]:
    """(definition, fill) of one hatch; (``""``, colour) where no hatch is asked for.

    ``own``: the colour is the point's own; plotly then hatches with it.
    """
    shape = str(picked(spec.get("shape"), index, "") or "")
    if not shape:
        return "", colour
    front, back = _colours(spec, index, colour, own)
    size = number(picked(spec.get("size"), index)) or 8.0
    solidity = number(picked(spec.get("solidity"), index))
    inside, side = _drawn(shape, size, 0.3 if solidity is None else solidity, front)
    name = frame.new_id()
    ground = f'<rect width="{short(side)}" height="{short(side)}" fill="{back}"/>' if back else ""
    return (
        f'<pattern id="{name}" width="{short(side, 3)}" height="{short(side, 3)}" '
        f'patternUnits="userSpaceOnUse">{ground}{inside}</pattern>'
    ), f"url(#{name})"


def _colours(spec: Spec, index: int, colour: str, own: bool) -> tuple[str, str]:
    front: Any = picked(spec.get("fgcolor"), index)
    back: Any = picked(spec.get("bgcolor"), index)
    if spec.get("fillmode") == "overlay":
        front, back = front or ink(), colour if own else back or colour
    elif own:
        front, back = colour, ""
    return escape(str(front or colour)), escape(str(back or ""))


def _drawn(shape: str, size: float, solidity: float, colour: str) -> tuple[str, float]:
    """What one tile of the hatch holds, and the side of the tile."""
    if shape == ".":
        radius = size * math.sqrt(solidity / math.pi)
        middle = short(size / 2)
        return f'<circle cx="{middle}" cy="{middle}" r="{short(radius)}" fill="{colour}"/>', size
    side = size if shape in "|-+" else size * math.sqrt(2)
    double = shape in ("x", "+")
    weight = size - size * math.sqrt(max(0.0, 1 - solidity)) if double else solidity * size
    return (
        f'<path d="{_strokes(shape, side)}" stroke="{colour}" stroke-width="{short(weight)}" '
        'fill="none"/>'
    ), side


def _strokes(shape: str, side: float) -> str:
    quarter, half, whole = (short(side * part, 3) for part in (0.25, 0.5, 1))
    most, over = short(side * 0.75, 3), short(side * 1.25, 3)
    rising = (
        f"M-{quarter},{quarter}l{half},-{half}M0,{whole}L{whole},0M{most},{over}l{half},-{half}"
    )
    falling = (
        f"M{most},-{quarter}l{half},{half}M0,0L{whole},{whole}M-{quarter},{most}l{half},{half}"
    )
    upright, flat = f"M{half},0L{half},{whole}", f"M0,{half}L{whole},{half}"
    known = {"/": rising, "\\": falling, "x": rising + falling, "|": upright, "-": flat}
    return known.get(shape, upright + flat)
