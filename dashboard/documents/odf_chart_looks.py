"""How a chart looks in an OpenDocument file: the styles of its parts, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.charts.looks import Look
from dashboard.documents import odf
from dashboard.documents.odf_words import styled
from dashboard.documents.office_chart import ChartForm, OfficeChart, OfficeSeries
from dashboard.documents.pptx_chart import FAR, FEW, LABEL, MANY, MARK, NEAR, THICK, THIN
from dashboard.domain import french
from dashboard.words import tokens

NUMBERS = "Nombres"
"""The style of its numbers."""

FULL = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle-down": "arrow-down"}
HOLLOW = {"circle": "x", "square": "plus", "triangle-down": "star"}
"""The marks of the standard by the name of ours. It has none that is hollow: a mark made of strokes
stands for each. Others are triangles, full or of strokes."""

DASHES = {"dash": "Tirets", "dot": "Points"}
HIDDEN = {"draw:stroke": "none", "draw:fill": "none"}

Properties = dict[str, dict[str, str]]
"""What a style says, by the area that it is about."""


def dashes() -> Iterator[dict[str, str]]:
    """The dashes of lines, as a file names them."""
    for named, length, apart in (("Tirets", "400%", "300%"), ("Points", "100%", "100%")):
        yield {
            "draw:name": named,
            "draw:style": "rect",
            "draw:dots1": "1",
            "draw:dots1-length": length,
            "draw:distance": apart,
        }


class ChartStyles:
    """The styles of one chart: each question gives the name of the style that answers it."""

    def __init__(self, chart: OfficeChart) -> None:
        self.chart = chart
        self.made: list[Any] = []
        self._known: dict[str, str] = {}

    def number_style(self) -> Any:
        """How its numbers read, in French, their unit after them."""
        from odfdo import Element

        places = str(self.chart.decimals)
        unit = f"{french.NBSP}{self.chart.unit}" if self.chart.unit else ""
        return Element.from_tag(
            f'<number:number-style style:name="{NUMBERS}" number:language="fr" number:country="FR">'
            f'<number:number number:decimal-places="{places}" number:grouping="true" '
            f'number:min-decimal-places="{places}" number:min-integer-digits="1"/>'
            f"<number:text>{unit}</number:text></number:number-style>"
        )

    def whole(self) -> str:
        """That of the chart, which has no edge of its own."""
        return self._style({"graphic": HIDDEN})

    def legend(self) -> str:
        """That of the names of its series."""
        return self._style({"graphic": HIDDEN, "text": _letters(LABEL)})

    def area(self) -> str:
        """That of what it draws: bars lie down, columns stand on one another."""
        form = self.chart.form
        shape = {"chart:auto-position": "true", "chart:auto-size": "true"}
        shape |= {"chart:treat-empty-cells": "leave-gap"}
        shape |= {"chart:vertical": "true"} if form is ChartForm.BARS else {}
        shape |= {"chart:stacked": "true"} if form is ChartForm.COLUMNS else {}
        return self._style({"chart": shape})

    def names(self) -> str:
        """That of the axis of categories, from the first down where bars lie."""
        bars = self.chart.form is ChartForm.BARS
        size = LABEL if len(self.chart.categories) <= MANY else THIN
        shape = {**_axis(bars), "text:line-break": "true", "loext:major-origin": "0.5"}
        stroke = {"svg:stroke-color": tokens.colour("ink-2")}
        return self._style({"chart": shape, "graphic": stroke, "text": _letters(size)})

    def values(self) -> str:
        """That of the axis of values, which bars do without: each says its number."""
        chart, near = self.chart, len(self.chart.categories) > FEW
        shape = {**_axis(False), "chart:gap-width": str(NEAR if near else FAR)}
        shape |= {"chart:overlap": "100"} if chart.form is ChartForm.COLUMNS else {}
        shape |= {"chart:visible": "false"} if chart.form is ChartForm.BARS else {}
        shape |= {} if chart.start is None else {"chart:minimum": f"{chart.start:g}"}
        stroke = {"draw:stroke": "none"}
        said = {"chart": shape, "graphic": stroke, "text": _letters(THIN)}
        return self._style(said, numbers=True)

    def grid(self) -> str:
        """That of the rules behind lines and columns."""
        return self._style({"graphic": {"svg:stroke-color": tokens.colour("rule")}})

    def series(self, item: OfficeSeries) -> str:
        """That of a series: its line and its marks, or its bars and their numbers."""
        if self.chart.form is ChartForm.LINES:
            return self._style(_line(item), numbers=True)
        if item.unseen:
            return self._style({"graphic": HIDDEN}, numbers=True)
        said = self.chart.form is ChartForm.BARS and not self.chart.said
        shape = {"chart:data-label-number": "value" if said else "none"}
        shape |= {"chart:label-position": "outside", "chart:link-data-style-to-source": "false"}
        look = {"chart": shape, "graphic": _filled(item.colour), "text": _letters(LABEL)}
        return self._style(look, numbers=True)

    def point(self, colour: str) -> str:
        """That of a point that has a colour of its own."""
        return self._style({"graphic": _filled(colour)})

    def said(self, item: OfficeSeries, rank: int) -> str:
        """That of a point whose label is words."""
        colour = item.colours[rank] if item.colours else item.colour
        shape = {"chart:data-label-number": "value", "chart:label-position": "outside"}
        shape |= {"chart:link-data-style-to-source": "false"}
        text = _letters(LABEL)
        return self._style({"chart": shape, "graphic": _filled(colour), "text": text})

    def _style(self, said: Properties, numbers: bool = False) -> str:
        key = f"{said}{numbers}"
        if key not in self._known:
            named = f"ch{len(self.made) + 1}"
            style = styled("chart", named)
            if numbers:
                style.set_attribute("style:data-style-name", NUMBERS)
            for area, properties in said.items():
                style.set_properties(properties, area=area)
            self.made.append(style)
            self._known[key] = named
        return self._known[key]


def _letters(size: float) -> dict[str, str]:
    return {"fo:color": tokens.colour("ink"), **odf.face(size)}


def _axis(reverse: bool) -> dict[str, str]:
    return {
        "chart:display-label": "true",
        "chart:tick-marks-major-inner": "false",
        "chart:tick-marks-major-outer": "false",
        "chart:reverse-direction": "true" if reverse else "false",
        "chart:link-data-style-to-source": "false",
        "chart:axis-position": "0",
    }


def _filled(colour: str) -> dict[str, str]:
    return {
        "draw:fill": "solid",
        "draw:fill-color": colour,
        "draw:stroke": "solid",
        "svg:stroke-width": "0cm",
        "svg:stroke-color": tokens.colour("paper"),
    }


def _line(item: OfficeSeries) -> Properties:
    mark = {"chart:symbol-type": "named-symbol", "chart:symbol-name": _mark(item.look)}
    mark |= {f"chart:symbol-{side}": f"{MARK}pt" for side in ("width", "height")}
    stroke = {"svg:stroke-width": f"{THICK}pt", "svg:stroke-color": item.colour}
    stroke |= {"draw:fill-color": item.colour, "draw:stroke": "solid"}
    dash = DASHES.get(item.look.dash)
    stroke |= {"draw:stroke": "dash", "draw:stroke-dash": dash} if dash else {}
    return {"chart": mark, "graphic": stroke}


def _mark(look: Look) -> str:
    if look.hollow:
        return HOLLOW.get(look.shape, "asterisk")
    return FULL.get(look.shape, "arrow-up")
