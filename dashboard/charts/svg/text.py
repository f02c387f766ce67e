"""Text of a still figure: its lines, each of runs set in bold or not."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from dashboard.charts.svg.frame import PlotFrame
from dashboard.charts.svg.numbers import short
from dashboard.text import Span, Text

LINE = 1.3
TextLines = list[list[Span]]


def parted(content: Text) -> TextLines:
    """The lines of a text, the runs of each."""
    lines: TextLines = [[]]
    for span in content:
        first, *others = span.text.split("\n")
        lines[-1].append(Span(first, span.strong))
        lines += [[Span(line, span.strong)] for line in others]
    return lines


def _markup(run: Span) -> str:
    said = escape(run.text, quote=False)
    return f'<tspan font-weight="bold">{said}</tspan>' if run.strong and said else said


@dataclass(frozen=True)
class Set:
    """How a text is set: its size, its colour, where its line hangs.

    ``heard``: it names a link. The text alternative stands for the others.
    """

    size: float
    colour: str
    anchor: str = "middle"
    baseline: str = ""
    heard: bool = False


_HUNG = {"": 0.0, "central": 0.337, "text-before-edge": 1.0, "text-after-edge": -0.326}
"""Where the foot of a line stands under what it hangs from, as a share of its size: what paints
files hangs anew each part of a line that is set apart."""


def text(frame: PlotFrame, lines: TextLines, place: tuple[float, ...], how: Set) -> str:
    """A text at (x, y, dx, dy): shares of the plot area, then pixels; y is its first line's."""
    x, y, dx, dy = place
    hang = f' dominant-baseline="{how.baseline}"' if how.baseline else ""
    if frame.width is not None:
        hang, dy = "", dy + _HUNG[how.baseline] * how.size
    silent = "" if how.heard or frame.width is not None else ' aria-hidden="true"'
    head = (
        f'<text {frame.at(x, y, dx, dy)} font-size="{short(how.size)}px" '
        f'fill="{escape(how.colour)}" text-anchor="{how.anchor}"{hang}{silent}>'
    )
    said = ["".join(map(_markup, line)) for line in lines]
    if len(said) < 2:
        return f"{head}{''.join(said)}</text>"
    left = frame.left(x, dx)
    first, *others = (line or "&#160;" for line in said)
    rest = "".join(f'<tspan x="{left}" dy="{LINE}em">{line}</tspan>' for line in others)
    return f'{head}<tspan x="{left}">{first}</tspan>{rest}</text>'
