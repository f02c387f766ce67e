"""The legend of an image: each swatch as the page shows it (assets/cards.css)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from dashboard.exports.image import blocks, lines
from dashboard.exports.image.blocks import ImageBlock, face, short
from dashboard.exports.image.lines import LetterRun
from dashboard.words import tokens

GAP = 8


@dataclass(frozen=True, slots=True)
class Swatch:
    """A swatch: its size in pixels, the roles of its colours; ``hatch`` is (degrees, stripe),
    ``tie`` the pixels of the line from its edge to a dot, ``beside`` the role of its right half.
    """

    width: float = 20
    height: float = 12
    round: bool = False
    fill: str = "paper"
    edge: str = "ink-3"
    weight: float = 1
    dashed: bool = False
    hatch: tuple[int, int] | None = None
    text: str = ""
    tie: float = 0
    beside: str = ""


MARKS = {
    "qpv": Swatch(fill="class-3", edge="qpv", weight=1.5),
    "qpv-indicatif": Swatch(fill="class-3", edge="qpv", weight=1.5, dashed=True),
    "qpv-contour": Swatch(edge="qpv", weight=2),
    **{f"class-{rank}": Swatch(fill=f"class-{rank}") for rank in range(1, 6)},
    **{
        f"paire-{rank}": Swatch(32, fill=f"class-{rank}", beside=f"around-{rank}")
        for rank in range(1, 6)
    },
    "commune-secret": Swatch(edge="land-rule", hatch=(-45, 2)),
    "commune-absent": Swatch(edge="land-rule", hatch=(45, 1)),
    "titre": Swatch(width=0, height=0),
    "qva": Swatch(hatch=(45, 1)),
    "absent": Swatch(hatch=(45, 1)),
    "secret": Swatch(hatch=(-45, 2)),
    "mark": Swatch(16, 16, round=True, edge="ink-2", weight=1.5),
    "point": Swatch(16, 16, round=True, edge="ink-2", weight=1.5, tie=15),
    "circle": Swatch(16, 16, round=True, fill="class-4", edge="ink"),
    "part-cadre": Swatch(fill="cadre", edge="cadre"),
    "part-emploi": Swatch(edge="emploi", hatch=(-45, 2)),
    "part-social": Swatch(fill="social-tint", edge="social"),
    "part-pilotage": Swatch(edge="pilotage", hatch=(45, 1)),
    **{role: Swatch(fill=role) for role in ("cadre", "emploi", "social", "pilotage")},
}
NUMBER = Swatch(24, 24, round=True, fill="ink", edge="ink", weight=1.5)
PERIOD, DOT = 5, 3


def mark_of(kind: str) -> Swatch:
    """The swatch of a legend line by its name, or a numbered mark."""
    return replace(NUMBER, text=kind) if kind.isdigit() else MARKS.get(kind, Swatch())


def legend(entries: Sequence[tuple[str, str]], room: float) -> ImageBlock:
    """The lines of the legend that the drawing does not hold."""
    found = (_entry(mark_of(kind), label, room, rank) for rank, (kind, label) in enumerate(entries))
    return blocks.flow(found, room, 20, 5)


def _entry(mark: Swatch, label: str, room: float, rank: int) -> ImageBlock:
    style, start = face(13), mark.width + mark.tie + GAP
    said = blocks.paragraph(label, style, room - start)
    height = max(said.height, mark.height)
    first = min(style.size * blocks.LEADING, height)

    def draw(x: float, y: float) -> str:
        swatch = _swatch(mark, x, y + max(first - mark.height, 0) / 2, rank)
        return swatch + said.draw(x + start, y + max(mark.height - first, 0) / 2)

    return ImageBlock(height, draw, min(start + lines.width(label, style), room))


def _swatch(mark: Swatch, x: float, y: float, rank: int) -> str:
    name, weight = f"pastille-{rank}", mark.weight
    radius = mark.height / 2 if mark.round else 0
    fill = f"url(#{name})" if mark.hatch else tokens.colour(mark.fill)
    dashes = ' stroke-dasharray="3 2"' if mark.dashed else ""
    return (
        f"{_hatch(mark, name)}"
        f'<rect x="{short(x + weight / 2)}" y="{short(y + weight / 2)}" '
        f'width="{short(mark.width - weight)}" height="{short(mark.height - weight)}" '
        f'rx="{short(radius)}" fill="{fill}" stroke="{tokens.colour(mark.edge)}" '
        f'stroke-width="{short(weight)}"{dashes}/>'
        f"{_half(mark, x, y)}{_tied(mark, x, y)}{_number(mark, x, y)}"
    )


def _hatch(mark: Swatch, name: str) -> str:
    if mark.hatch is None:
        return ""
    degrees, stripe = mark.hatch
    return (
        f'<pattern id="{escape(name)}" width="{PERIOD}" height="{PERIOD}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate({degrees})">'
        f'<rect width="{PERIOD}" height="{PERIOD}" fill="{tokens.colour(mark.fill)}"/>'
        f'<rect width="{PERIOD}" height="{stripe}" fill="{tokens.colour(mark.edge)}"/></pattern>'
    )


def _half(mark: Swatch, x: float, y: float) -> str:
    if not mark.beside:
        return ""
    wide, tall = mark.width / 2 - mark.weight, mark.height - 2 * mark.weight
    return (
        f'<rect x="{short(x + mark.width / 2)}" y="{short(y + mark.weight)}" '
        f'width="{short(wide)}" height="{short(tall)}" fill="{tokens.colour(mark.beside)}"/>'
    )


def _tied(mark: Swatch, x: float, y: float) -> str:
    if not mark.tie:
        return ""
    colour, middle = tokens.colour(mark.edge), y + mark.height / 2
    edge = x + mark.width
    end = edge + mark.tie - DOT
    return (
        f'<path d="M{short(edge)} {short(middle)}H{short(end)}" stroke="{colour}"/>'
        f'<circle cx="{short(end)}" cy="{short(middle)}" r="{DOT}" fill="{colour}"/>'
    )


def _number(mark: Swatch, x: float, y: float) -> str:
    if not mark.text:
        return ""
    style = face(min(mark.height * 0.56, 13), "paper")
    left = x + (mark.width - lines.width(mark.text, style)) / 2
    return blocks.line_of(
        (LetterRun(mark.text),), style, left, y + mark.height / 2 + style.size * 0.35
    )
