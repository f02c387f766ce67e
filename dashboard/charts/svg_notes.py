"""Shapes and annotations of a still figure."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard.charts.svg_frame import Frame, ink
from dashboard.charts.svg_marks import dashes
from dashboard.charts.svg_text import LINE, Set, parse, text, width
from dashboard.charts.svg_values import Spec, items, number, section, short

PAD = 2.0
_HANG = {"top": "text-before-edge", "bottom": "text-after-edge", "middle": "central"}
_TURN = {"left": "start", "right": "end", "center": "middle"}


def _place(frame: Frame, spec: Spec, letter: str, name: str) -> float | None:
    """The share of the plot area of one coordinate, by its reference."""
    said = spec.get(f"{letter}ref")
    reference = str(said or (letter if letter in frame.axes else "paper"))
    if reference == "paper":
        return number(spec.get(name))
    if reference.endswith(" domain"):
        axis, share = frame.axis(reference.removesuffix(" domain"), letter), number(spec.get(name))
        return None if share is None else axis.start + (axis.end - axis.start) * share
    return frame.axis(reference, letter).place(spec.get(name))


def shapes(frame: Frame, below: bool) -> str:
    """The lines and rectangles laid under the data, or over them."""
    return "".join(
        _shape(frame, shape)
        for shape in items(frame.layout.get("shapes"))
        if (shape.get("layer") in ("below", "between")) is below and shape.get("visible", True)
    )


def _shape(frame: Frame, shape: Spec) -> str:
    x0, x1 = (_place(frame, shape, "x", name) for name in ("x0", "x1"))
    y0, y1 = (_place(frame, shape, "y", name) for name in ("y0", "y1"))
    if x0 is None or x1 is None or y0 is None or y1 is None:
        return ""
    look = _stroke(section(shape, "line")) + _faint(shape)
    if shape.get("type") == "line":
        return (
            f'<line x1="{frame.across(x0)}" y1="{frame.down(y0)}" '
            f'x2="{frame.across(x1)}" y2="{frame.down(y1)}"{look}/>'
        )
    fill = escape(str(shape.get("fillcolor") or "none"))
    return (
        f'<rect {frame.at(min(x0, x1), max(y0, y1))} width="{frame.across(abs(x1 - x0))}" '
        f'height="{frame.tall(abs(y1 - y0))}" fill="{fill}"{look}/>'
    )


def _stroke(line: Spec) -> str:
    said = number(line.get("width"))
    weight = 2.0 if said is None else said
    if not weight:
        return ""
    colour = escape(str(line.get("color") or ink()))
    return f' stroke="{colour}" stroke-width="{short(weight)}"{dashes(line.get("dash"), weight)}'


def _faint(shape: Spec) -> str:
    opacity = number(shape.get("opacity"))
    return "" if opacity is None or opacity == 1 else f' opacity="{short(opacity)}"'


def labels(frame: Frame) -> str:
    """The labels laid by hand; one whose point is out of the range is left out, as plotly does."""
    return "".join(
        _note(frame, note)
        for note in items(frame.layout.get("annotations"))
        if note.get("visible", True) and not _outside(frame, note)
    )


def _outside(frame: Frame, note: Spec) -> bool:
    for letter in "xy":
        reference = str(note.get(f"{letter}ref") or letter)
        if reference in frame.axes:
            share = frame.axis(reference, letter).share(note.get(letter))
            if share is None or not -1e-9 <= share <= 1 + 1e-9:
                return True
    return False


def _anchor(note: Spec, letter: str, place: float) -> str:
    """The side that is held: said, or told by the place on the paper."""
    names = ("left", "center", "right") if letter == "x" else ("bottom", "middle", "top")
    said = note.get(f"{letter}anchor")
    if said in names:
        return str(said)
    reference = str(note.get(f"{letter}ref") or letter)
    if reference != "paper" and not reference.endswith("domain"):
        return names[1]
    return names[0] if place < 1 / 3 else names[2] if place > 2 / 3 else names[1]


def _note(frame: Frame, note: Spec) -> str:
    x, y = _place(frame, note, "x", "x"), _place(frame, note, "y", "y")
    if x is None or y is None:
        return ""
    lines = parse(note.get("text") or "")
    size, colour = frame.font(section(note, "font"))
    held, hung = _anchor(note, "x", x), _anchor(note, "y", y)
    wide, more = width(lines, size), (len(lines) - 1) * LINE * size
    dx, dy = number(note.get("xshift")) or 0.0, -(number(note.get("yshift")) or 0.0)
    turn, move = _turn(note, held, wide, len(lines) > 1)
    up = {"top": PAD, "bottom": -PAD - more, "middle": -more / 2}[hung]
    pick = note.get("name") if note.get("captureevents") else ""
    how = Set(size, colour, turn, _HANG[hung], bool(pick and frame.leads(pick)))
    drawn = text(frame, lines, (x, y, dx + move, dy + up), how)
    back = note.get("bgcolor")
    if not back:
        return frame.link(pick, drawn)
    start = dx + {"left": 0.0, "right": -wide - 2 * PAD, "center": -wide / 2 - PAD}[held]
    tall = more + 1.26 * size + 2
    top = dy + {"top": 1.0, "bottom": -tall - 1, "middle": -tall / 2}[hung]
    ground = _ground(frame, (x, y, start, top), (wide + 2 * PAD, tall), back)
    return frame.link(pick, ground + drawn)


def _turn(note: Spec, held: str, wide: float, several: bool) -> tuple[str, float]:
    """(text-anchor, pixels from the point): lines are aligned in a box held by one side."""
    align = str(note.get("align") or "center") if several else held
    sides = {"left": 0.0, "center": 0.5, "right": 1.0}
    edge = {"left": PAD, "right": -PAD, "center": 0.0}[held]
    return _TURN.get(align, "middle"), edge + (sides.get(align, 0.5) - sides[held]) * wide


def _ground(
    frame: Frame, place: tuple[float, float, float, float], box: tuple[float, float], colour: Any
) -> str:
    """The ground under a label; its width is estimated, for no browser measures it here."""
    return (
        f'<rect {frame.at(*place)} width="{short(box[0])}" height="{short(box[1])}" '
        f'fill="{escape(str(colour))}"/>'
    )
