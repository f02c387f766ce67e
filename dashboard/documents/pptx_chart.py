"""An office chart as PowerPoint draws it: native, with the workbook of its values inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.documents import pptx_deck
from dashboard.documents.docx_parts import FACE
from dashboard.documents.office_chart import ChartForm, OfficeChart, OfficeSeries
from dashboard.documents.stage import SlideBox
from dashboard.words import tokens

LABEL, THIN = 12, 10
"""Points of the words of a chart; of those that stand close together."""

MANY = 14
"""Categories beyond which their names are small."""

NEAR, FAR, FEW = 45, 130, 5
"""Per cent of a bar that stands between two of them, and where there are few."""

THICK, MARK = 2.25, 8
"""Points of a line and of its marks."""

UNSEEN = (
    '<c:legendEntry xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:idx val="{}"/><c:delete val="1"/></c:legendEntry>'
)
"""What leaves a series out of the legend."""

MARKS = {"circle": "CIRCLE", "square": "SQUARE", "diamond": "DIAMOND"}
"""The marks of every suite by the name of ours; the triangle stands for the others."""


def add(slide: Any, chart: OfficeChart, box: SlideBox) -> Any:
    """The chart in that box; the frame that holds it."""
    from pptx.chart.data import CategoryChartData
    from pptx.util import Pt

    maker: Any = CategoryChartData
    data = maker(number_format=chart.number_format)
    data.categories = chart.categories
    for item in chart.series:
        data.add_series(item.name, item.values)
    frame = slide.shapes.add_chart(_kind(chart.form), *pptx_deck.emu(box), data)
    made = frame.chart
    made.has_title, made.font.size, made.font.name = False, Pt(THIN), FACE
    made.font.color.rgb = pptx_deck.colour(tokens.colour("ink"))
    _legend(made, chart)
    _axes(made, chart)
    for drawn, item in zip(made.plots[0].series, chart.series, strict=True):
        _dress(drawn, item, chart.form)
    _labels(made.plots[0], chart)
    return frame


def _kind(form: ChartForm) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE

    return {
        ChartForm.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
        ChartForm.COLUMNS: XL_CHART_TYPE.COLUMN_STACKED,
        ChartForm.LINES: XL_CHART_TYPE.LINE_MARKERS,
    }[form]


def _legend(made: Any, chart: OfficeChart) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        made.legend.font.size = Pt(LABEL)
        for rank, item in enumerate(chart.series):
            if not item.listed:
                made.legend._element.legendPos.addnext(parse_xml(UNSEEN.format(rank)))


def _axes(made: Any, chart: OfficeChart) -> None:
    """The names of the categories, from the first down; round values only where a line is read."""
    from pptx.enum.chart import XL_TICK_MARK
    from pptx.util import Pt

    values, names = made.value_axis, made.category_axis
    values.has_major_gridlines = values.visible = chart.form is not ChartForm.BARS
    values.tick_labels.number_format = chart.number_format
    values.tick_labels.number_format_is_linked = False
    values.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_labels.font.size = Pt(LABEL if len(chart.categories) <= MANY else THIN)
    names.format.line.color.rgb = pptx_deck.colour(tokens.colour("ink-2"))
    values.minimum_scale = chart.start
    if chart.form is ChartForm.BARS:
        names.reverse_order = True
    else:
        values.major_gridlines.format.line.color.rgb = pptx_deck.colour(tokens.colour("rule"))


def _dress(drawn: Any, item: OfficeSeries, form: ChartForm) -> None:
    if form is ChartForm.LINES:
        _line(drawn, item)
    elif item.unseen:
        drawn.format.fill.background()
    else:
        _fill(drawn, item.colour)
        for rank, colour in enumerate(item.colours):
            if colour != item.colour:
                _fill(drawn.points[rank], colour)


def _fill(shape: Any, colour: str) -> None:
    shape.format.fill.solid()
    shape.format.fill.fore_color.rgb = pptx_deck.colour(colour)
    shape.format.line.color.rgb = pptx_deck.colour(tokens.colour("paper"))


def _line(drawn: Any, item: OfficeSeries) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE_DASH_STYLE
    from pptx.util import Pt

    dashes = {"dash": MSO_LINE_DASH_STYLE.DASH, "dot": MSO_LINE_DASH_STYLE.ROUND_DOT}
    line, marker = drawn.format.line, drawn.marker
    drawn.smooth, line.color.rgb = False, pptx_deck.colour(item.colour)
    line.width, line.dash_style = Pt(THICK), dashes.get(item.look.dash, MSO_LINE_DASH_STYLE.SOLID)
    marker.style = XL_MARKER_STYLE[MARKS.get(item.look.shape, "TRIANGLE")]
    marker.size, marker.format.line.color.rgb = MARK, pptx_deck.colour(item.colour)
    marker.format.fill.solid()
    fill = tokens.colour("paper") if item.look.hollow else item.colour
    marker.format.fill.fore_color.rgb = pptx_deck.colour(fill)


def _labels(plot: Any, chart: OfficeChart) -> None:
    """The number of each bar; those of a line are read on its axis and in its table."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    if chart.form is ChartForm.LINES:
        return
    plot.gap_width = FAR if len(chart.categories) <= FEW else NEAR
    if chart.form is ChartForm.COLUMNS:
        plot.overlap = 100
        return
    plot.has_data_labels = not chart.said
    if chart.said:
        _said(plot.series[0], chart.said)
        return
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = chart.number_format, False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(LABEL)


def _said(drawn: Any, labels: Sequence[str]) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION

    for rank, said in enumerate(labels):
        label = drawn.points[rank].data_label
        label.has_text_frame, label.position = True, XL_LABEL_POSITION.OUTSIDE_END
        label.text_frame.text = said
