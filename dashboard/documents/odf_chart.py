"""An office chart as OpenDocument keeps it: an object inside the file, with the table of its
values, that an office suite draws and opens for editing.

No library writes one: its parts are those of the standard (OpenDocument 1.3, part 3, chapter 11).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dashboard.documents import odf
from dashboard.documents.odf_chart_looks import ChartStyles, dashes
from dashboard.documents.office_chart import ChartForm, OfficeChart, OfficeSeries

if TYPE_CHECKING:
    from odfdo import Document as Office

MEDIA, XML = "application/vnd.oasis.opendocument.chart", "text/xml"
"""What the manifest of a file says of an object, and of each of its parts."""

KINDS = {ChartForm.BARS: "chart:bar", ChartForm.COLUMNS: "chart:bar", ChartForm.LINES: "chart:line"}

TABLE = "local-table"
"""The name by which a chart knows the table that it holds."""


def held(made: Office, chart: OfficeChart, size: tuple[str, str]) -> Any:
    """What draws the chart in a frame of that width and that height: it is added to the file."""
    rank = len(made.body.get_elements("descendant::draw:object")) + 1
    named = f"Object {rank}"
    made.manifest.add_full_path(f"{named}/", MEDIA)
    for part, root in (("content", _content(chart, size)), ("styles", _named_styles())):
        odf.keep(made, f"{named}/{part}.xml", XML, root.serialize(with_ns=True).encode())
    shown = {"type": "simple", "show": "embed", "actuate": "onLoad", "href": f"./{named}"}
    return element("draw:object", {f"xlink:{key}": value for key, value in shown.items()})


def element(tag: str, attributes: dict[str, str] | None = None, inside: Sequence[Any] = ()) -> Any:
    """An element with those attributes, which holds those others."""
    from odfdo import Element

    made: Any = Element.from_tag(tag)
    for key, value in (attributes or {}).items():
        made.set_attribute(key, value)
    for one in inside:
        made.append(one)
    return made


def _named_styles() -> Any:
    styles = element("office:styles", {}, [element("draw:stroke-dash", one) for one in dashes()])
    return element("office:document-styles", {"office:version": "1.3"}, [styles])


def _content(chart: OfficeChart, size: tuple[str, str]) -> Any:
    looks = ChartStyles(chart)
    drawn = _chart(chart, looks, size)
    styles = element("office:automatic-styles", {}, [looks.number_style(), *looks.made])
    body = element("office:body", {}, [element("office:chart", {}, [drawn])])
    return element("office:document-content", {"office:version": "1.3"}, [styles, body])


def _chart(chart: OfficeChart, looks: ChartStyles, size: tuple[str, str]) -> Any:
    named = {
        "svg:width": size[0],
        "svg:height": size[1],
        "chart:class": KINDS[chart.form],
        "chart:style-name": looks.whole(),
    }
    legend = {"chart:legend-position": "top", "style:legend-expansion": "wide"}
    legend |= {"chart:style-name": looks.legend()}
    several = len(chart.series) > 1
    area = {"chart:style-name": looks.area(), "chart:data-source-has-labels": "both"}
    wall = element("chart:wall", {"chart:style-name": looks.whole()})
    plot = [*_axes(chart, looks), *_all_series(chart, looks), wall]
    return element(
        "chart:chart",
        named,
        [
            *([element("chart:legend", legend)] if several else []),
            element("chart:plot-area", area, plot),
            _table(chart),
        ],
    )


def _axes(chart: OfficeChart, looks: ChartStyles) -> Iterator[Any]:
    """The names of the categories; the values, ruled where a line or a column is read on them."""
    last = len(chart.categories) + 1
    names = {"table:cell-range-address": f"{TABLE}.$A$2:.$A${last}"}
    across = {"chart:dimension": "x", "chart:name": "primary-x", "chart:style-name": looks.names()}
    yield element("chart:axis", across, [element("chart:categories", names)])
    up = {"chart:dimension": "y", "chart:name": "primary-y", "chart:style-name": looks.values()}
    ruled = {"chart:style-name": looks.grid(), "chart:class": "major"}
    grid = [] if chart.form is ChartForm.BARS else [element("chart:grid", ruled)]
    yield element("chart:axis", up, grid)


def _all_series(chart: OfficeChart, looks: ChartStyles) -> Iterator[Any]:
    last = len(chart.categories) + 1
    for rank, item in enumerate(chart.series):
        column = _column(rank + 1)
        said = chart.said if rank == 0 else ()
        named = {
            "chart:style-name": looks.series(item),
            "chart:values-cell-range-address": f"{TABLE}.${column}$2:.${column}${last}",
            "chart:label-cell-address": f"{TABLE}.${column}$1",
            "chart:class": KINDS[chart.form],
        }
        named |= {} if item.listed else {"loext:hide-legend": "true"}
        yield element("chart:series", named, list(_points(item, said, looks)))


def _column(rank: int) -> str:
    """The letters of a column of a sheet, « A » for 0."""
    over, under = divmod(rank, 26)
    return (_column(over - 1) if over else "") + chr(ord("A") + under)


def _points(item: OfficeSeries, said: Sequence[str], looks: ChartStyles) -> Iterator[Any]:
    """The points of a series, where they have a colour or words of their own."""
    if said:
        for rank, words in enumerate(said):
            label = element("chart:data-label", {}, [_label(words)])
            yield element("chart:data-point", {"chart:style-name": looks.said(item, rank)}, [label])
        return
    for colour, alike in groupby(item.colours):
        style = {"chart:style-name": looks.point(colour)}
        yield element("chart:data-point", {**style, "chart:repeated": str(len(list(alike)))})


def _table(chart: OfficeChart) -> Any:
    """The values: a category a row, a series a column."""
    across = {"table:number-columns-repeated": str(len(chart.series))}
    heads = _row([_said(""), *(_said(item.name) for item in chart.series)])
    columns = zip(*(item.values for item in chart.series), strict=True)
    named = zip(chart.categories, columns, strict=True)
    rows = [_row([_said(name), *map(_value, values)]) for name, values in named]
    return element(
        "table:table",
        {"table:name": TABLE},
        [
            element("table:table-header-columns", {}, [element("table:table-column")]),
            element("table:table-columns", {}, [element("table:table-column", across)]),
            element("table:table-header-rows", {}, [heads]),
            element("table:table-rows", {}, rows),
        ],
    )


def _row(cells: Sequence[Any]) -> Any:
    return element("table:table-row", {}, cells)


def _said(words: str) -> Any:
    return element("table:table-cell", {"office:value-type": "string"}, [_words(words)])


def _value(value: float | None) -> Any:
    """A number; a cell without value where nothing is published, which draws nothing."""
    if value is None:
        return element("table:table-cell", {}, [_words("")])
    number = repr(float(value)).removesuffix(".0")
    kept = {"office:value-type": "float", "office:value": number}
    return element("table:table-cell", kept, [_words(number)])


def _label(said: str) -> Any:
    from odfdo import Paragraph, Span

    made = Paragraph()
    made.append(Span(said))
    return made


def _words(said: str) -> Any:
    from odfdo import Paragraph

    return Paragraph(said)
