"""Horizontal bars: the label above each bar, so that a long French name is never cut."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import tokens
from dashboard.domain import french
from dashboard.domain.funding import NO_QUARTER
from dashboard.domain.series import Breakdown, Slice
from dashboard.figures import base
from dashboard.figures.base import Figure

ROW = 44
EDGE = 8
LABEL = 46


def draw(breakdown: Breakdown, measure: str, limit: int = 12) -> Figure:
    """The first parts in the order given; what is beyond ``limit`` stands in one last bar."""
    return _draw(shown(breakdown.slices, limit), measure)


def height(breakdown: Breakdown, limit: int = 12) -> int:
    """Pixels: one row a bar."""
    return 2 * EDGE + ROW * len(shown(breakdown.slices, limit))


def draw_stages(slices: Sequence[Slice]) -> Figure:
    """The stages of money, each containing the next."""
    return _draw(tuple(slices), "amount")


def stages_height(slices: Sequence[Slice]) -> int:
    """Pixels: one row a stage."""
    return 2 * EDGE + ROW * len(slices)


def shown(slices: Sequence[Slice], limit: int) -> tuple[Slice, ...]:
    """The bars that are drawn: « non ventilé » closes the list, so that it adds up."""
    rest = [item for item in slices if item.slug == NO_QUARTER]
    named = [item for item in slices if item.slug != NO_QUARTER]
    if len(named) <= limit:
        return (*named, *rest)
    others = named[limit:]
    amount = sum(item.amount for item in others)
    count = sum(item.count for item in others)
    label = f"{french.number(len(others))} autres"
    return (*named[:limit], Slice("autres", label, amount, count, "aucun"), *rest)


def _draw(slices: tuple[Slice, ...], measure: str) -> Figure:
    values = [item.amount if measure == "amount" else float(item.count) for item in slices]
    top = max(values, default=0) or 1
    rows = list(range(len(slices)))
    return {
        "data": [_bars(slices, values, rows)],
        "layout": base.layout(
            (4, 76, EDGE, EDGE),
            xaxis=base.hidden_axis(0, top),
            yaxis=base.hidden_axis(len(slices) - 0.5, -0.5),
            annotations=[
                note
                for row, (item, value) in enumerate(zip(slices, values, strict=True))
                for note in _labels(row, item, value, measure)
            ],
            barmode="overlay",
        ),
    }


def _bars(slices: tuple[Slice, ...], values: list[float], rows: list[int]) -> Figure:
    colours = [_colour(item.role) for item in slices]
    unknown = [item.slug in ("", NO_QUARTER) for item in slices]
    return {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": [row + 0.2 for row in rows],
        "width": 0.36,
        "marker": {
            "color": colours,
            "line": {"color": colours, "width": 1},
            "pattern": {
                "shape": ["/" if flag else "" for flag in unknown],
                "size": 6,
                "solidity": 0.25,
            },
        },
        "customdata": [f"{item.pick[0]}={item.pick[1]}" if item.pick else "" for item in slices],
        "text": [f"{s.label}\u00a0: {french.euros(s.amount)}, {_lines(s)}" for s in slices],
        "textposition": "none",
        "hoverinfo": "text",
    }


def _colour(role: str) -> str:
    known = {"qva": "qva", "aucun": "pilotage", "": "qpv"}
    return tokens.colour(known.get(role, role))


def _lines(item: Slice) -> str:
    return french.counted(item.count, "ligne")


def _end(item: Slice, measure: str) -> str:
    """What the length of the bar says."""
    return french.short_euros(item.amount) if measure == "amount" else french.number(item.count)


def _labels(row: int, item: Slice, value: float, measure: str) -> list[Figure]:
    name = base.note(
        f"{base.shorten(item.label, LABEL)} · {_lines(item)}",
        0,
        row - 0.2,
        xref="paper",
        xanchor="left",
        yanchor="middle",
        font={"size": base.TEXT, "color": tokens.colour("ink")},
    )
    amount = base.note(
        f"<b>{_end(item, measure)}</b>",
        value,
        row + 0.2,
        xanchor="left",
        yanchor="middle",
        xshift=6,
        font={"size": base.TEXT, "color": tokens.colour("ink")},
    )
    return [name, amount]


if __name__ == "__main__":
    from dashboard.figures import demo

    demo.show("bars")
