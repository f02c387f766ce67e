"""Text of a still figure: the little HTML our labels hold, as lines of ``<tspan>``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import Any

from dashboard.charts import measure
from dashboard.charts.svg_frame import Frame
from dashboard.charts.svg_values import short

LINE = 1.3
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;]+)")


@dataclass(frozen=True)
class Run:
    """Letters set alike."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str = ""

    def markup(self) -> str:
        """The run, in a ``<tspan>`` where it is not plain."""
        weight = ' font-weight="bold"' if self.bold else ""
        style = ' font-style="italic"' if self.italic else ""
        fill = f' fill="{escape(self.colour)}"' if self.colour else ""
        text = escape(self.text, quote=False)
        return f"<tspan{weight}{style}{fill}>{text}</tspan>" if weight + style + fill else text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Run]] = [[]]
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.lines.append([])
        elif tag in ("b", "i", "span"):
            found = _COLOUR.search(dict(attrs).get("style") or "")
            self._open.append((tag, found[1].strip() if found else ""))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index]
                return

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self._open}
        colour = next((value for _, value in reversed(self._open) if value), "")
        self.lines[-1].append(Run(data, "b" in tags, "i" in tags, colour))


Lines = tuple[tuple[Run, ...], ...]


def parse(text: Any) -> Lines:
    """Lines of runs; only bold, italic, line breaks and colours are kept of the HTML."""
    return _parsed(str(text))


@lru_cache(5_000)
def _parsed(text: str) -> Lines:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return tuple(tuple(line) for line in reader.lines)


def width(lines: Lines, size: float) -> float:
    """About how wide the longest line is, in pixels."""
    return max((sum(_run_width(run) for run in line) for line in lines), default=0.0) * size


def _run_width(run: Run) -> float:
    return measure.ems(run.text) * (1.05 if run.bold else 1.0)


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


_HUNG = {"central": 0.337, "text-before-edge": 1.0, "text-after-edge": -0.326}
"""Where the foot of a line stands under what it hangs from, as a share of its size: what paints
files hangs anew each part of a line that is set apart."""


def text(frame: Frame, lines: Lines, place: tuple[float, ...], how: Set) -> str:
    """A text at (x, y, dx, dy): shares of the plot area, then pixels; y is its first line's."""
    x, y, dx, dy = place
    hang = f' dominant-baseline="{how.baseline}"' if how.baseline else ""
    if frame.width is not None:
        hang, dy = "", dy + _HUNG.get(how.baseline, 0.0) * how.size
    silent = "" if how.heard or frame.width is not None else ' aria-hidden="true"'
    head = (
        f'<text {frame.at(x, y, dx, dy)} font-size="{short(how.size)}px" '
        f'fill="{escape(how.colour)}" text-anchor="{how.anchor}"{hang}{silent}>'
    )
    said = ["".join(run.markup() for run in line) for line in lines]
    if len(said) < 2:
        return f"{head}{''.join(said)}</text>"
    left = frame.left(x, dx)
    first, *others = (line or "&#160;" for line in said)
    rest = "".join(f'<tspan x="{left}" dy="{LINE}em">{line}</tspan>' for line in others)
    return f'{head}<tspan x="{left}">{first}</tspan>{rest}</text>'
