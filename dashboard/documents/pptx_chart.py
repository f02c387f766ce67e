"""An office chart as PowerPoint draws it: native, with the workbook of its values inside."""

from __future__ import annotations

from typing import Any

from dashboard.documents import pptx_deck
from dashboard.documents.docx_parts import FACE
from dashboard.documents.office_chart import Form, OfficeChart, OfficeSeries
from dashboard.words import tokens

LABEL, THIN = 12, 10
"""Points of the words of a chart; of those that stand close together."""

MANY = 14
"""Categories beyond which their names are small."""

GAP = 45
"""Per cent of a bar that stands between two of them."""


def add(slide: Any, chart: OfficeChart, box: tuple[int, int, int, int]) -> Any:
    """The chart in that box (left, top, width, height, in EMU); the frame that holds it."""
    from pptx.chart.data import CategoryChartData
    from pptx.util import Pt

    maker: Any = CategoryChartData
    data = maker(number_format=chart.number_format)
    data.categories = chart.categories
    for item in chart.series:
        data.add_series(item.name, item.values)
    frame = slide.shapes.add_chart(_kind(chart.form), *box, data)
    made = frame.chart
    made.has_title, made.font.size, made.font.name = False, Pt(THIN), FACE
    made.font.color.rgb = pptx_deck.colour(tokens.colour("ink"))
    _legend(made, chart)
    _axes(made, chart)
    for drawn, item in zip(made.plots[0].series, chart.series, strict=True):
        _dress(drawn, item, chart.form)
    _labels(made.plots[0], chart)
    return frame


def _kind(form: Form) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE

    return {
        Form.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
        Form.COLUMNS: XL_CHART_TYPE.COLUMN_STACKED,
        Form.LINES: XL_CHART_TYPE.LINE_MARKERS,
    }[form]


def _legend(made: Any, chart: OfficeChart) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        made.legend.font.size = Pt(LABEL)


def _axes(made: Any, chart: OfficeChart) -> None:
    """The names of the categories, from the first down; round values only where a line is read."""
    from pptx.enum.chart import XL_TICK_MARK
    from pptx.util import Pt

    values, names = made.value_axis, made.category_axis
    values.has_major_gridlines = values.visible = chart.form is not Form.BARS
    values.tick_labels.number_format = chart.number_format
    values.tick_labels.number_format_is_linked = False
    values.major_tick_mark = names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_labels.font.size = Pt(LABEL if len(chart.categories) <= MANY else THIN)
    names.format.line.color.rgb = pptx_deck.colour(tokens.colour("ink-2"))
    if chart.form is Form.BARS:
        names.reverse_order, values.minimum_scale = True, 0
    else:
        values.major_gridlines.format.line.color.rgb = pptx_deck.colour(tokens.colour("rule"))


def _dress(drawn: Any, item: OfficeSeries, form: Form) -> None:
    if form is Form.LINES:
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
    """The line, cut where its values may not be joined; its marks stay."""
    from pptx.enum.dml import MSO_LINE_DASH_STYLE
    from pptx.util import Pt

    drawn.smooth = False
    drawn.format.line.color.rgb = pptx_deck.colour(item.colour)
    drawn.format.line.width = Pt(1.5 if item.reference else 2.5)
    if item.reference:
        drawn.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    drawn.marker.size = 7
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = pptx_deck.colour(item.colour)
    drawn.marker.format.line.color.rgb = pptx_deck.colour(item.colour)
    for rank in item.parted:
        drawn.points[rank].format.line.fill.background()


def _labels(plot: Any, chart: OfficeChart) -> None:
    """The number of each bar; those of a line are read on its axis and in its table."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    if chart.form is Form.COLUMNS:
        plot.gap_width, plot.overlap = GAP, 100
    if chart.form is not Form.BARS:
        return
    plot.gap_width, plot.has_data_labels = GAP, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = chart.number_format, False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(LABEL)
    for rank, said in enumerate(chart.said):
        label = plot.series[0].points[rank].data_label
        label.has_text_frame, label.position = True, XL_LABEL_POSITION.OUTSIDE_END
        label.text_frame.text = said
