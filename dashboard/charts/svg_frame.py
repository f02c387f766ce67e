"""Where things stand in a still figure: axes, and a frame that speaks in per cent and pixels.

The drawing's own box is the plot area: the margins are the padding of the ``<svg>``. All is placed
in per cent, then moved by pixels, so that text keeps its size whatever the box; that of a map keeps
the ratio of its window. Where the width is given, in a file, everything is in pixels: what paints
files knows no other unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import count
from typing import Any

from dashboard.charts.svg_scales import Axis
from dashboard.charts.svg_values import Spec, number, section, short
from dashboard.words import tokens

FAMILY = '"Open Sans", verdana, arial, sans-serif'
SIZE = 12.0
ROUGH_WIDTH = 640.0
UNITS = 1000.0


def ink() -> str:
    """The colour of what says none: that of assets/theme.js."""
    return tokens.colour("ink-2")


Leads = Callable[[str], str]
"""« annee=2016 » → the attributes of the link to the view that it chooses; empty where none."""


def nowhere(pick: str) -> str:
    """Where marks lead in a drawing that nobody presses."""
    return ""


def titled(name: str) -> str:
    """What a pointer is told of a mark, as the first child of its drawing."""
    return f"<title>{escape(name, quote=False)}</title>" if name else ""


@dataclass(frozen=True)
class Frame:
    """The plot area: its height in pixels, or its ratio where it is a map; its width in pixels
    where it is given.

    ``leads``: where its marks lead. ``held``: its page already holds the outlines. ``met``: what
    its links choose, each once.
    """

    layout: Spec
    axes: Mapping[str, Axis]
    height: float
    prefix: str
    ratio: float | None = None
    width: float | None = None
    leads: Leads = nowhere
    held: bool = False
    met: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=count)

    def new_id(self) -> str:
        """An id no other element of the page bears."""
        return f"s-{self.prefix}-{next(self.numbers)}"

    def link(self, pick: Any, inside: str, name: str = "") -> str:
        """The drawing of a mark as a link, where it chooses something: named by what it says, or by
        ``name``. The keyboard stops once at what several marks choose."""
        lead = self.leads(pick) if pick and inside else ""
        if not lead:
            return inside
        title = titled(name)
        stop = ' tabindex="-1"' if pick in self.met else ""
        self.met.add(pick)
        return f'<a{lead} data-choix="{escape(pick)}"{stop}>{title}{inside}</a>'

    def across(self, share: float) -> str:
        """A length or a place across."""
        return f"{short(100 * share, 3)}%" if self.width is None else short(self.width * share)

    def tall(self, share: float) -> str:
        """A length down."""
        return f"{short(100 * share, 3)}%" if self.width is None else short(self.height * share)

    @property
    def units(self) -> tuple[float, float]:
        """Width and height in which paths are written: pixels, or thousandths to be stretched."""
        return (UNITS, UNITS) if self.width is None else (self.width, self.height)

    def stretched(self, inside: str) -> str:
        """A drawing in those units, laid over the plot area."""
        if self.width is not None:
            return inside
        return self._over(f"0 0 {UNITS:g} {UNITS:g}", inside)

    def ground(self, inside: str) -> str:
        """A drawing in metres, laid over the window of a map."""
        return self._over(" ".join(map(short, self._window)), inside)

    @property
    def _window(self) -> tuple[float, float, float, float]:
        """West, north, width and height of the window of a map, in metres, the north at the top."""
        x, y = self.axis("x", "x"), self.axis("y", "y")
        return x.low, -y.high, x.high - x.low, y.high - y.low

    @property
    def squeezed(self) -> str:
        """What brings a drawing in metres to shares of the window, as an attribute."""
        west, head, wide, tall = self._window
        scale = f"scale({1 / wide:.9g} {1 / tall:.9g})"
        return f'transform="{scale} translate({-west:.9g} {-head:.9g})"'

    def _over(self, box: str, inside: str) -> str:
        return (
            f'<svg aria-hidden="true" width="100%" height="100%" viewBox="{box}" '
            f'preserveAspectRatio="none" overflow="visible">{inside}</svg>'
        )

    def spot(self, x: float, y: float, inside: str) -> str:
        """A drawing in pixels around a place."""
        if self.width is not None:
            move = f"{short(self.width * x)} {short(self.height * (1 - y))}"
            return f'<g transform="translate({move})">{inside}</g>'
        hidden = 'aria-hidden="true" width="1" height="1" overflow="visible"'
        return f"<svg {self.at(x, y)} {hidden}>{inside}</svg>"

    def left(self, x: float, dx: float) -> str:
        """Where the lines of a text begin: those of a page are moved as one."""
        return self.across(x) if self.width is None else short(self.width * x + dx)

    def at(self, x: float, y: float, dx: float = 0, dy: float = 0, circle: bool = False) -> str:
        """The attributes that place an element, moved by pixels where asked."""
        left, top = ("cx", "cy") if circle else ("x", "y")
        if self.width is not None:
            down = short(self.height * (1 - y) + dy)
            return f'{left}="{short(self.width * x + dx)}" {top}="{down}"'
        moved = f' transform="translate({short(dx)} {short(dy)})"' if dx or dy else ""
        return f'{left}="{self.across(x)}" {top}="{self.down(y)}"{moved}'

    def down(self, y: float) -> str:
        """A place down, for a share counted from the foot."""
        return self.tall(1 - y)

    def axis(self, name: Any, letter: str) -> Axis:
        """The axis of that id, or a plain one."""
        return self.axes.get(str(name or letter)) or Axis(letter, {}, 0.0, 1.0)

    def font(self, *specs: Any) -> tuple[float, str]:
        """Size and colour of a text, from the nearest that says them to the layout's."""
        said = [spec for spec in specs if isinstance(spec, Mapping)]
        said.append(section(self.layout, "font"))
        size = next((number(s.get("size")) for s in said if number(s.get("size"))), None)
        colour = next((s["color"] for s in said if s.get("color")), ink())
        return size or SIZE, str(colour)
