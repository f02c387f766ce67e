"""One line a territory, one dot a value, and the gap between two of them as a bracket."""

from __future__ import annotations

from dashboard.charts import base
from dashboard.charts.base import Figure
from dashboard.charts.looks import REFERENCE, Looks, look, ranked
from dashboard.domain.indicator import Observation, show
from dashboard.domain.series import Standing
from dashboard.domain.territory import Territory
from dashboard.words import tokens

ROW = 42
NAME, DOT, BRACKET = 0.22, 0.24, 0.6
"""Where a name, a dot and the bracket stand, in rows over or under the middle of one."""
HEAD = 12
FOOT = 42
EDGE = 0.2
"""Share of the width near an end, where a centred label would be cut."""


def draw(value: Standing, looks: Looks | None = None) -> Figure:
    """Territories from the lowest value to the highest, each name above its line; each quarter has
    the mark that it has in every figure, or those of its order without ``looks``."""
    looks = looks or ranked(place.code for place, _ in value.entries if place.kind.is_quarter)
    entries = _ordered(value)
    known = [float(item.value) for _, item in entries if item.value is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = 0.08 * (high - low or 1)
    count = len(entries)
    points = [_point(value, rank, pair, looks) for rank, pair in enumerate(entries)]
    return {
        "data": points,
        "layout": base.layout(
            (8, 84, HEAD, FOOT),
            xaxis=base.hidden_axis(low - room, high + room),
            yaxis=base.hidden_axis(count - 1 + BRACKET + 0.05, -0.5),
            annotations=[
                *(_name(value, rank, pair) for rank, pair in enumerate(entries)),
                *(_value(value, rank, pair) for rank, pair in enumerate(entries)),
                *_gap_label(value, (low - room, high + room)),
            ],
            shapes=[
                *(_guide(rank, low - room, high + room) for rank in range(count)),
                *_bracket(value, entries),
            ],
        ),
    }


def height(value: Standing) -> int:
    """Pixels: one row a territory, and room for the bracket."""
    return HEAD + FOOT + ROW * len(value.entries)


def _ordered(value: Standing) -> list[tuple[Territory, Observation]]:
    return sorted(value.entries, key=lambda pair: (pair[1].value is None, pair[1].value or 0))


def _point(value: Standing, rank: int, pair: tuple[Territory, Observation], looks: Looks) -> Figure:
    territory, item = pair
    quarter = territory.kind.is_quarter
    colour = tokens.colour("qpv" if quarter else "reference")
    symbol, _ = look(territory.code, looks) if quarter else REFERENCE
    return {
        "type": "scatter",
        "name": territory.name,
        "mode": "markers",
        "x": [item.value] if item.value is not None else [],
        "y": [rank + DOT] if item.value is not None else [],
        "marker": {
            "color": colour,
            "size": 12 if quarter else 10,
            "symbol": symbol,
            "line": {"width": 2, "color": colour},
        },
        "customdata": [f"quartier={territory.code}"] if quarter else [""],
        "text": [f"{territory.name}\u00a0: {show(value.indicator, item)}"],
        "hoverinfo": "text",
    }


def _strong(value: Standing, territory: Territory) -> bool:
    """Whether a territory is a quarter, or the reference that the gap is measured from."""
    compared = value.gap is not None and territory == value.gap.reference_territory
    return territory.kind.is_quarter or compared


def _name(value: Standing, rank: int, pair: tuple[Territory, Observation]) -> Figure:
    territory, _ = pair
    strong = _strong(value, territory)
    name = base.shorten(territory.name, 44)
    return base.note(
        f"<b>{name}</b>" if strong else name,
        0,
        rank - NAME,
        xref="paper",
        xanchor="left",
        yanchor="middle",
        bgcolor=tokens.colour("paper"),
        font={"size": base.TEXT, "color": tokens.colour("ink" if strong else "ink-2")},
    )


def _value(value: Standing, rank: int, pair: tuple[Territory, Observation]) -> Figure:
    territory, item = pair
    strong = _strong(value, territory)
    said = show(value.indicator, item)
    return base.note(
        f"<b>{said}</b>" if strong else said,
        1,
        rank + DOT,
        xref="paper",
        xanchor="left",
        yanchor="middle",
        xshift=8,
        font={"size": base.TEXT, "color": tokens.colour("ink")},
    )


def _guide(rank: int, low: float, high: float) -> Figure:
    return {
        "type": "line",
        "x0": low,
        "x1": high,
        "y0": rank + DOT,
        "y1": rank + DOT,
        "line": {"color": tokens.colour("rule"), "width": 1},
        "layer": "below",
    }


def _bracket(value: Standing, entries: list[tuple[Territory, Observation]]) -> list[Figure]:
    """The gap between two dots, each tied to its end by a dotted rule."""
    if value.gap is None:
        return []
    x0, x1 = _ends(value)
    at = len(value.entries) - 1 + BRACKET
    line = {"color": tokens.colour("ink"), "width": 2}
    ends = [
        {"type": "line", "x0": x, "x1": x, "y0": at - 0.12, "y1": at + 0.12, "line": line}
        for x in (x0, x1)
    ]
    codes = [territory.code for territory, _ in entries]
    ranks = (codes.index(item.territory) for item in (value.gap.quarter, value.gap.reference))
    ties = [
        base.rule(x, rank + DOT, at, layer="below") for x, rank in zip((x0, x1), ranks, strict=True)
    ]
    return [{"type": "line", "x0": x0, "x1": x1, "y0": at, "y1": at, "line": line}, *ends, *ties]


def _ends(value: Standing) -> tuple[float, float]:
    if value.gap is None:
        return 0.0, 0.0
    return float(value.gap.quarter.value or 0), float(value.gap.reference.value or 0)


def _held(x0: float, x1: float, axis: tuple[float, float]) -> tuple[float, str]:
    """(place, side held) of the label of the gap: its middle, but near an end of the axis."""
    middle = (x0 + x1) / 2
    share = (middle - axis[0]) / (axis[1] - axis[0])
    if share < EDGE:
        return min(x0, x1), "left"
    return (max(x0, x1), "right") if share > 1 - EDGE else (middle, "center")


def _gap_label(value: Standing, axis: tuple[float, float]) -> list[Figure]:
    if value.gap is None or not value.gap.value:
        return []
    x, side = _held(*_ends(value), axis)
    amount = value.gap.difference.amount
    more = "de plus" if value.gap.value > 0 else "de moins"
    return [
        base.note(
            f"<b>{amount} {more}</b>",
            x,
            len(value.entries) - 1 + BRACKET,
            xanchor=side,
            yanchor="top",
            yshift=-8,
            font={"size": base.TEXT, "color": tokens.colour("ink")},
        )
    ]
