"""Labels at the end of each line: whole, never one over another, tied to their line."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.charts import base, measure
from dashboard.charts.base import Figure
from dashboard.domain.series import Series
from dashboard.words import tokens

LINE = 16
GAP = 4
NEAR = 8
"""Pixels that a label may be moved and still be read as that of its line."""
NAME = 22
"""Letters of a line of a label."""


def tall(everything: Sequence[Series]) -> int:
    """Pixels that all the labels take, one under the other."""
    return sum(GAP + LINE * (2 + name(item).count("<br>")) for item in everything)


def _click(item: Series) -> Figure:
    quarter = item.territory.kind.is_quarter
    return base.click(("quartier", item.territory.code) if quarter else None)


def name(item: Series) -> str:
    """The name on two lines at most."""
    lines = base.wrap(item.territory.name, NAME).split("<br>")
    return "<br>".join([lines[0], base.shorten(" ".join(lines[1:]), NAME)] if lines[1:] else lines)


def room(texts: Sequence[str]) -> int:
    """Pixels that a margin takes to hold those labels whole."""
    return 14 + round(max(measure.width(text, base.SMALL) for text in texts))


def labels(
    everything: Sequence[Series], references: Sequence[Series], selected: Collection[str]
) -> list[Figure]:
    """A label a line, at the height of its last value: the value in bold, then the name."""
    last = max(item.known[-1].year for item in everything)
    found = []
    for item in everything:
        point = item.known[-1]
        strong = item.territory.code in selected or (not selected and item not in references)
        value = item.shown(point)
        when = "" if point.year == last else f" ({point.year})"
        found.append(
            base.note(
                f"<b>{value}</b>{when}<br>{name(item)}"
                if strong
                else f"{value}{when}<br>{name(item)}",
                1,
                float(point.value or 0),
                xref="paper",
                xanchor="left",
                align="left",
                xshift=6,
                **_click(item),
                font={
                    "size": base.SMALL,
                    "color": tokens.colour("reference" if item in references else "qpv"),
                },
            )
        )
    return found


def placed(found: list[Figure], axis: tuple[float, float], pixel: float) -> list[Figure]:
    """The labels where none meets another, all in the height of the chart.

    ``pixel`` is the height of one, in the unit of the axis.
    """
    sizes = [(GAP + LINE * (1 + str(label["text"]).count("<br>"))) * pixel for label in found]
    places = base.spread([label["y"] for label in found], sizes, *axis)
    return [label | {"y": place} for label, place in zip(found, places, strict=True)]


def leaders(
    everything: Sequence[Series], found: list[Figure], ends: tuple[float, float], pixel: float
) -> list[Figure]:
    """A thin line from the last point to a label that had to move; ``ends``: last year, edge."""
    last, edge = ends
    line = {"color": tokens.colour("ink-3"), "width": 1}
    return [
        {
            "type": "line",
            "x0": last + 0.35 * (edge - last),
            "x1": edge,
            "y0": float(item.known[-1].value or 0),
            "y1": label["y"],
            "line": line,
        }
        for item, label in zip(everything, found, strict=True)
        if item.known[-1].year == last
        and abs(label["y"] - float(item.known[-1].value or 0)) > NEAR * pixel
    ]
