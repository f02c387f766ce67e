"""Where things stand in a still figure: axes, and a frame that speaks in per cent and pixels.

The drawing's own box is the plot area: the margins are the padding of the ``<svg>``. All is placed
in per cent, then moved by pixels, so that text keeps its size whatever the box; that of a map keeps
the ratio of its window. Where the width is given, in a file, everything is in pixels: what paints
files knows no other unit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from itertools import count

from dashboard.charts.scene import AxisRank, Scene
from dashboard.charts.style import Stroke
from dashboard.charts.svg.numbers import short

UNITS = 1000.0

LinkOf = Callable[[str], str]
"""« annee=2016 » → the attributes of the link to the view that it chooses; empty where none."""


def nowhere(pick: str) -> str:
    """Where marks lead in a drawing that nobody presses."""
    return ""


def titled(name: str) -> str:
    """What a pointer is told of a mark, as the first child of its drawing."""
    return f"<title>{escape(name, quote=False)}</title>" if name else ""


def dashes(line: Stroke) -> str:
    """The attribute that cuts a line into dots or dashes, as plotly does."""
    if line.dash == "solid":
        return ""
    unit = max(line.width, 3) * (3 if line.dash == "dash" else 1)
    return f' stroke-dasharray="{short(unit)},{short(unit)}"'


@dataclass(frozen=True)
class PlotFrame:
    """The plot area of a scene: its height in pixels, its width in pixels where it is given.

    ``leads``: where its marks lead. ``held``: its page already holds the outlines. ``met``: what
    its links choose, each once.
    """

    scene: Scene
    height: float
    prefix: str
    width: float | None = None
    leads: LinkOf = nowhere
    held: bool = False
    met: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=count)

    def x(self, value: float, rank: AxisRank) -> float:
        """The share of the width at which a coordinate stands."""
        return value if rank is None else self.scene.across[rank].place(value)

    def y(self, value: float, rank: AxisRank) -> float:
        """The share of the height, from the foot, at which a coordinate stands."""
        return value if rank is None else self.scene.up[rank].place(value)

    def new_id(self) -> str:
        """An id no other element of the page bears."""
        return f"s-{self.prefix}-{next(self.numbers)}"

    def link(self, pick: str, inside: str, name: str = "") -> str:
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
        x, y = self.scene.across[0], self.scene.up[0]
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
