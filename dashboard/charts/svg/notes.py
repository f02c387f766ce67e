"""Rules, bands and labels of a still figure."""

from __future__ import annotations

from html import escape

from dashboard.charts import measure
from dashboard.charts.scene import Band, Note, Rule
from dashboard.charts.style import Stroke
from dashboard.charts.svg.frame import PlotFrame, dashes
from dashboard.charts.svg.numbers import short
from dashboard.charts.svg.text import LINE, Set, parted, text

PAD = 2.0
_HANG = {"top": "text-before-edge", "bottom": "text-after-edge", "middle": "central"}
_TURN = {"left": "start", "right": "end", "center": "middle"}


def rules(frame: PlotFrame, under: bool) -> str:
    """The lines and bands laid under the marks, or over them."""
    return "".join(
        [
            _rule(frame, item) if isinstance(item, Rule) else _band(frame, item)
            for item in frame.scene.rules
            if (isinstance(item, Band) or item.under) is under
        ]
    )


def _rule(frame: PlotFrame, rule: Rule) -> str:
    x1, x2 = (frame.across(frame.x(value, rule.x)) for value in (rule.x0, rule.x1))
    y1, y2 = (frame.down(frame.y(value, rule.y)) for value in (rule.y0, rule.y1))
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{_stroke(rule.stroke)}/>'


def _stroke(line: Stroke) -> str:
    look = f' stroke="{escape(line.colour)}" stroke-width="{short(line.width)}"'
    return f"{look}{dashes(line)}"


def _band(frame: PlotFrame, band: Band) -> str:
    left, right = sorted(frame.x(value, band.x) for value in (band.x0, band.x1))
    foot, top = sorted(frame.y(value, band.y) for value in (band.y0, band.y1))
    faint = f' opacity="{short(band.opacity)}"' if band.opacity < 1 else ""
    return (
        f'<rect {frame.at(left, top)} width="{frame.across(right - left)}" '
        f'height="{frame.tall(top - foot)}" fill="{escape(band.fill)}"{faint}/>'
    )


def notes(frame: PlotFrame) -> str:
    """The labels laid by hand; one whose point is out of the range is left out, as plotly does."""
    return "".join([_note(frame, note) for note in frame.scene.notes if _inside(frame, note)])


def _inside(frame: PlotFrame, note: Note) -> bool:
    scene = frame.scene
    read = ((scene.across, note.x_axis, note.x), (scene.up, note.y_axis, note.y))
    return all(_within(axes[rank].share(at)) for axes, rank, at in read if rank is not None)


def _within(share: float) -> bool:
    return -1e-9 <= share <= 1 + 1e-9


def _note(frame: PlotFrame, note: Note) -> str:
    x, y = frame.x(note.x, note.x_axis), frame.y(note.y, note.y_axis)
    lines, size = parted(note.text), note.font.size
    wide, more = measure.width(note.text, size), (len(lines) - 1) * LINE * size
    turn, move = _turn(note, wide, len(lines) > 1)
    up = {"top": PAD, "bottom": -PAD - more, "middle": -more / 2}[note.hung]
    heard = bool(note.pick and frame.leads(note.pick))
    how = Set(size, note.font.colour, turn, _HANG[note.hung], heard)
    drawn = text(frame, lines, (x, y, note.right + move, up - note.up), how)
    ground = _ground(frame, note, (x, y), (wide, more + 1.26 * size + 2)) if note.ground else ""
    return frame.link(note.pick, ground + drawn)


def _turn(note: Note, wide: float, several: bool) -> tuple[str, float]:
    """(text-anchor, pixels from the point): lines are aligned in a box held by one side."""
    align = note.align if several else note.held
    sides = {"left": 0.0, "center": 0.5, "right": 1.0}
    edge = {"left": PAD, "right": -PAD, "center": 0.0}[note.held]
    return _TURN[align], edge + (sides[align] - sides[note.held]) * wide


def _ground(
    frame: PlotFrame, note: Note, place: tuple[float, float], box: tuple[float, float]
) -> str:
    """The ground under a label; its width is estimated, for no browser measures it here."""
    wide, tall = box
    start = {"left": 0.0, "right": -wide - 2 * PAD, "center": -wide / 2 - PAD}[note.held]
    top = {"top": 1.0, "bottom": -tall - 1, "middle": -tall / 2}[note.hung]
    spot = frame.at(*place, note.right + start, top - note.up)
    return (
        f'<rect {spot} width="{short(wide + 2 * PAD)}" height="{short(tall)}" '
        f'fill="{escape(note.ground)}"/>'
    )
