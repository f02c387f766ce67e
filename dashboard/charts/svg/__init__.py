"""Our scenes as still SVG: what is seen before plotly draws, without script, on paper, in files.

The box is that of plotly (height, margins, letters), so that nothing jumps when it takes over;
places are in per cent, so that it fits any width while texts and strokes keep their size.
"""

from __future__ import annotations

from html import escape

from dashboard.charts.scene import Margins, Scene
from dashboard.charts.svg import axes, bars, marks, notes
from dashboard.charts.svg.frame import LinkOf, PlotFrame, nowhere
from dashboard.charts.svg.numbers import short
from dashboard.words import tokens


def to_svg(
    scene: Scene,
    height: int,
    label: str,
    place: str = "",
    leads: LinkOf = nowhere,
    held: bool = False,
) -> str:
    """One ``<svg>`` of that height, as wide as what holds it; « img », or a group where some of its
    marks are links.

    ``place`` keeps its ids apart from those of the other drawings of its page; ``leads`` says where
    its marks lead, ``held`` that its page already holds the outlines.
    """
    sides = scene.margins
    frame = PlotFrame(
        scene, max(0.0, height - sides.top - sides.bottom), place, leads=leads, held=held
    )
    padding = _padding(sides) if scene.ratio is None else _map_padding(scene.ratio, sides)
    drawn = _drawing(frame)
    return (
        f'<svg class="statique" role="{"group" if frame.met else "img"}" '
        f'aria-label="{escape(label)}" width="100%" '
        f'height="{height}" font-family="{escape(tokens.sans())}" overflow="visible" '
        f'style="display:block;box-sizing:border-box;width:100%;{_size(scene, height)}'
        f'{padding}">{drawn}</svg>'
    )


def sized(scene: Scene, width: float, height: float, name: str) -> str:
    """The same drawing for a file: the content of an ``<svg>`` of that size, in pixels throughout.

    ``name`` keeps its ids apart from those of other drawings. What holds it says the family.
    """
    left, right, top, bottom = map(float, scene.margins)
    wide, tall = max(0.0, width - left - right), max(0.0, height - top - bottom)
    if scene.ratio:
        wide, tall = min(wide, tall * scene.ratio), min(tall, wide / scene.ratio)
        left, top = (width - wide) / 2, (height - tall) / 2
    drawn = _drawing(PlotFrame(scene, tall, name, wide))
    return f'<g transform="translate({short(left)} {short(top)})">{drawn}</g>'


def _size(scene: Scene, height: int) -> str:
    """A chart has its height; a map that of its box, and nothing runs over it."""
    if scene.ratio is None:
        return f"height:{height}px;overflow:visible;"
    return "height:100%;overflow:hidden;"


def _drawing(frame: PlotFrame) -> str:
    """What plotly draws, in the order in which it does."""
    scene = frame.scene
    return "".join(
        (
            notes.rules(frame, under=True),
            axes.grid(frame),
            *(bars.bars(frame, group) for group in scene.bars),
            *(marks.mark(mark, frame) for mark in scene.marks),
            axes.labels(frame),
            notes.rules(frame, under=False),
            notes.notes(frame),
        )
    )


def _padding(sides: Margins) -> str:
    pixels = (sides.top, sides.right, sides.bottom, sides.left)
    return "padding:" + " ".join(f"{side}px" for side in pixels)


def _map_padding(ratio: float, sides: Margins) -> str:
    """The padding that leaves a box of the map's ratio, in the middle, as large as it can be in
    what holds it: assets/map.css makes that a container whose size is known."""
    shape = short(ratio, 5)
    wide, tall = (
        f"(100cqw - {sides.left + sides.right}px)",
        f"(100cqh - {sides.top + sides.bottom}px)",
    )
    down = f"max(0px,({tall} - {wide}/{shape})/2)"
    across = f"max(0px,({wide} - {tall}*{shape})/2)"
    return "padding:" + " ".join(
        f"calc({side}px + {room})"
        for side, room in (
            (sides.top, down),
            (sides.right, across),
            (sides.bottom, down),
            (sides.left, across),
        )
    )
