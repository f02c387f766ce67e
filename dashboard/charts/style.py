"""How what a figure draws looks: strokes, hatches, letters, symbols; sizes are pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HatchTile = Literal["/", "\\", "x"]
"""What the strokes of a hatch look like."""
Dash = Literal["solid", "dash", "dot"]
SymbolShape = Literal["circle", "square", "diamond", "triangle-up", "triangle-down"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn; of no width, it is not."""

    colour: str
    width: float = 1.0
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Hatch:
    """Strokes over a ground, which is seen through where ``ground`` is empty: a tile of ``size``
    pixels, of which ``solidity`` is the share that they cover."""

    shape: HatchTile
    colour: str
    ground: str = ""
    size: float = 6
    solidity: float = 0.25


Fill = str | Hatch
"""What a surface is filled with; nothing where it is empty."""


@dataclass(frozen=True, slots=True)
class Font:
    """The size and the colour of letters, all of one family."""

    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A small mark of a point: its width, its colour, the ring around it. ``hollow``: its ring
    alone is drawn, in its colour. Of no opacity, it is there to be pressed."""

    shape: SymbolShape
    size: float
    colour: str
    ring: Stroke | None = None
    hollow: bool = False
    opacity: float = 1.0
