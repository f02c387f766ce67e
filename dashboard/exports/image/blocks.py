"""The blocks of an image, one under the other: texts, tags, boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from dashboard.exports.image import fonts, lines
from dashboard.exports.image.lines import LetterRun, RunLine, Runs, TextStyle
from dashboard.words import tokens

LEADING, TITLE_LEADING = 1.38, 1.2
ASCENT = 0.8
Draw = Callable[[float, float], str]
"""(left, top) → SVG."""


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """Something of a known size that draws itself where it is put."""

    height: float
    draw: Draw
    width: float = 0.0


EMPTY = ImageBlock(0, lambda x, y: "")


def short(value: float) -> str:
    """A length as briefly as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def face(size: float, role: str = "ink-2", weight: int = 400) -> TextStyle:
    """The face of everything but titles, in the colour of a role."""
    return TextStyle(size, tokens.colour(role), weight=weight)


def line_of(line: RunLine, style: TextStyle, x: float, y: float) -> str:
    """One line of text, its foot at ``y``."""
    said = "".join(
        f'<tspan font-weight="{lines.STRONG if run.strong else style.weight}">'
        f"{escape(run.text)}</tspan>"
        for run in line
    )
    return (
        f'<text x="{short(x)}" y="{short(y)}" font-size="{short(style.size)}" '
        f'fill="{style.colour}" font-family="{style.family}" xml:space="preserve">{said}</text>'
    )


def _lines(found: Sequence[RunLine], style: TextStyle, leading: float) -> ImageBlock:
    step = style.size * leading
    first = style.size * ASCENT + (step - style.size) / 2

    def draw(x: float, y: float) -> str:
        feet = (y + first + rank * step for rank in range(len(found)))
        return "".join(line_of(line, style, x, at) for line, at in zip(found, feet, strict=True))

    return ImageBlock(len(found) * step, draw)


def runs_of(text: str | Runs) -> Runs:
    """A text as runs."""
    if isinstance(text, str):
        return (LetterRun(text),) if text else ()
    return text


def paragraph(text: str | Runs, style: TextStyle, room: float) -> ImageBlock:
    """A text on as many lines as the room asks; nothing where there is none."""
    runs = runs_of(text)
    return _lines(lines.wrap(runs, style, room), style, LEADING) if runs else EMPTY


def title(text: str, room: float, sizes: Sequence[float]) -> ImageBlock:
    """A title: its lines are of one length, and a long one is set smaller."""
    runs = runs_of(text)
    styles = [TextStyle(size, tokens.colour("ink"), fonts.SERIF, 600) for size in sizes]
    fits = (style for style in styles if len(lines.wrap(runs, style, room)) <= 2)
    style = next(fits, styles[-1])
    return _lines(lines.balance(runs, style, room), style, TITLE_LEADING)


def stack(blocks: Iterable[ImageBlock], gap: float) -> ImageBlock:
    """Blocks one under the other; empty ones leave no gap."""
    kept = [block for block in blocks if block.height > 0]

    def draw(x: float, y: float) -> str:
        drawn = []
        for block in kept:
            drawn.append(block.draw(x, y))
            y += block.height + gap
        return "".join(drawn)

    return ImageBlock(sum(block.height for block in kept) + gap * max(len(kept) - 1, 0), draw)


def flow(boxes: Iterable[ImageBlock], room: float, across: float, down: float) -> ImageBlock:
    """Boxes side by side while they fit, then on the next row."""
    rows: list[list[tuple[float, ImageBlock]]] = []
    taken = float("inf")
    for box in boxes:
        if taken + box.width > room:
            rows.append([])
            taken = 0.0
        rows[-1].append((taken, box))
        taken += box.width + across
    return stack(map(_row, rows), down)


def _row(row: Sequence[tuple[float, ImageBlock]]) -> ImageBlock:
    height = max(box.height for _, box in row)

    def draw(x: float, y: float) -> str:
        return "".join(box.draw(x + left, y + (height - box.height) / 2) for left, box in row)

    return ImageBlock(height, draw)


def tag(label: str, notice: bool) -> ImageBlock:
    """« pilier proposé », « Territoire fictif »: what must be seen beside the figure."""
    role = "notice" if notice else "ink-2"
    style = face(12.5, role, 600 if notice else 400)
    wide = lines.width(label, style) + 14
    fill = tokens.colour("notice-ground") if notice else "none"

    def draw(x: float, y: float) -> str:
        return (
            f'<rect x="{short(x + 0.5)}" y="{short(y + 0.5)}" width="{short(wide - 1)}" '
            f'height="20" rx="4" fill="{fill}" stroke="{style.colour}" stroke-dasharray="3 2"/>'
            f"{line_of((LetterRun(label),), style, x + 7, y + 15)}"
        )

    return ImageBlock(21, draw, wide)


def inline(text: str, room: float) -> ImageBlock:
    """A text that may stand beside tags."""
    style = face(13)
    said = paragraph(text, style, room)
    return ImageBlock(said.height, said.draw, min(lines.width(text, style), room))


def boxed(text: str, room: float) -> ImageBlock:
    """The quiet box of a verdict."""
    if not text:
        return EMPTY
    inside = paragraph(text, face(14, "ink"), room - 31)
    rect = partial(_rect, tall=inside.height + 18)

    def draw(x: float, y: float) -> str:
        ground = rect(x, y, room, role="ground") + rect(x, y, 3, role="ink")
        return ground + inside.draw(x + 17, y + 9)

    return ImageBlock(inside.height + 18, draw)


def rule(room: float) -> ImageBlock:
    """The line over the foot."""
    return ImageBlock(1, lambda x, y: _rect(x, y, room, 1, "rule"))


def _rect(x: float, y: float, wide: float, tall: float, role: str) -> str:
    return (
        f'<rect x="{short(x)}" y="{short(y)}" width="{short(wide)}" height="{short(tall)}" '
        f'fill="{tokens.colour(role)}"/>'
    )
