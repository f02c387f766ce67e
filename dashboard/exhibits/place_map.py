"""Where the quarters are, and one rate as colour or one count as circle."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Control, Exhibit, Row, Table, plain
from dashboard.domain import french
from dashboard.domain.frame import Frame
from dashboard.domain.funding import UNNAMED
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.quarter_map import MapArea, QuarterMap, Told
from dashboard.domain.territory import Kind
from dashboard.exhibits import (
    choose,
    common,
    map_around,
    map_key,
    map_labels,
    map_legend,
    map_reading,
    map_sight,
    rounded,
    told,
)
from dashboard.exhibits.map_legend import Drawings
from dashboard.keys import Key
from dashboard.keys.measure import COUNT
from dashboard.view import View

SLUG = "carte"


def exhibit(view: View, kept: Callable[[QuarterMap], QuarterMap] = lambda drawn: drawn) -> Exhibit:
    """The map of one generation of quarters with its table, which holds all that the map says;
    ``kept`` leaves some of them out."""
    indicator = choose.indicator_of(view)
    generation = choose.generation_of(view, indicator)
    drawn = kept(_value(view, indicator, generation))
    drawings = frozenset(
        (shape.territory.kind, shape.territory.drawing) for shape in drawn.told.shapes
    )
    frame = _frame(view, drawn, indicator)
    sight = map_sight.window(view)
    chart = map_sight.chart(view, drawn, sight)
    return Exhibit(
        slug=SLUG,
        title="Où sont les quartiers",
        subtitle=_subtitle(view, drawn, indicator, generation),
        chart=chart,
        height=height(chart),
        table=_table(view, drawn, indicator),
        reading=map_reading.of(view, map_sight.told(drawn, chart), indicator),
        alt=common.alt(_alt(view, drawn, indicator)),
        source=_source(view, drawn, indicator, generation),
        frame=frame,
        file_name=common.file_name(
            view, frame, "carte", _subject(drawn, indicator), *([] if sight.is_whole else ["zoom"])
        ),
        notes=(
            *_rounded(view, drawn, generation),
            *_notes(drawings),
            *map_around.notes(drawn),
            *map_sight.notes(chart),
        ),
        tags=(
            *common.fictional_tag(view),
            *common.until_tag(view, drawn.year),
            *common.outline_tag(drawing for _, drawing in drawings),
        ),
        legend=(*map_key.of(view, drawn), *map_legend.of(drawings, drawn)),
        controls=_controls(view, drawn, indicator, generation),
        full_screen=True,
        moves=map_sight.moves(view, sight) if view.path == "/quartiers" else (),
    )


def _frame(view: View, drawn: QuarterMap, indicator: Indicator) -> Frame:
    """What the map depends on: the indicator that it tells, or the lines that it counts, in the
    perimeters of that indicator where none are asked."""
    shown = (keys.MEASURE, keys.GENERATION, *_told_keys(view, drawn, indicator))
    lines = tuple(key for key in keys.of_lines() if key is not keys.QUARTER)
    perimeters = () if view.selection.generation else choose.keys_of(view)
    counted = (*lines, *perimeters)
    subject = (keys.YEAR, *choose.keys_of(view)) if drawn.indicator else counted
    return common.frame_of(view, (*shown, *subject), (keys.QUARTER,)).of_year(drawn.year)


def _value(view: View, indicator: Indicator, generation: str) -> QuarterMap:
    if keys.MEASURE.value(view.selection) == COUNT:
        return _counts(view, generation)
    year = view.store.values.last_year_of(indicator, generation, view.selection.year)
    return QuarterMap(
        areas=_told(view, indicator, generation, year),
        measure="circle" if indicator.summable else "colour",
        year=year,
        indicator=indicator,
        chosen=_chosen(view, generation),
        around=map_around.told(view, indicator, year),
        method=map_key.method(view),
    )


def _chosen(view: View, generation: str) -> tuple[int, ...]:
    """Where the chosen quarters stand among those of the generation."""
    codes = view.store.places.codes(generation)
    return tuple(codes.index(item.code) for item in choose.chosen_quarters(view, generation))


def _told(view: View, indicator: Indicator, generation: str, year: int | None) -> Told:
    """What is published of each quarter; nothing where national statistics cover none of it."""
    store = view.store
    codes, shapes = store.places.codes(generation), store.places.drawn(generation)
    values, statuses, steps = store.values.column(indicator, codes, year)
    watched = [place for place, shape in enumerate(shapes) if shape.watched]
    labels = map_labels.labels(indicator, values, statuses, steps)
    for place in watched:
        labels[place] = labels[place] if statuses[place] is not None else ""

    def observe(place: int) -> Observation | None:
        if year is None or statuses[place] is None:
            return None
        return store.values.observation(indicator, codes[place], year)

    return Told(shapes, labels, values, statuses, _sizes(indicator, values), observe)


def _sizes(indicator: Indicator, values: Sequence[float | None]) -> list[int | None]:
    """The counts that circles show; none for a rate."""
    if not indicator.summable:
        return [None] * len(values)
    return [None if value is None else round(value) for value in values]


def _counts(view: View, generation: str) -> QuarterMap:
    found = view.store.money.counts_by_place(view.selection)
    places = view.store.places
    counts = [found[places.place_of[code]] or None for code in places.codes(generation)]
    nothing = [None] * len(counts)
    labels = [french.number(count) if count else UNNAMED for count in counts]
    told = Told(places.drawn(generation), labels, nothing, nothing, counts, nothing.__getitem__)
    return QuarterMap(told, "circle", view.selection.year, None, _chosen(view, generation))


def _subject(drawn: QuarterMap, indicator: Indicator) -> str:
    return indicator.slug if drawn.indicator else "nombre"


def _subtitle(view: View, drawn: QuarterMap, indicator: Indicator, generation: str) -> str:
    perimeter = common.perimeter_text(generation)
    if drawn.indicator is None:
        noun = french.capital(view.store.settings.line.name)
        beside = plain(told.lines_beside(view))
        named = (
            f"{noun} dont le quartier est nommé ou proposé, {common.years_text(view)}, {perimeter}"
        )
        return told.joined(named, beside)
    if drawn.year is None:
        return f"{indicator.label} : aucune valeur jusqu’en {view.selection.year}, {perimeter}"
    known = "" if drawn.year == view.selection.year else "dernière année connue : "
    return f"{indicator.label}, {known}{drawn.year}, {perimeter}"


def _alt(view: View, drawn: QuarterMap, indicator: Indicator) -> str:
    subject = indicator.label if drawn.indicator else view.store.settings.line.number
    quarters = french.counted(len(drawn.areas), "quartier")
    year = f" en {drawn.year}" if drawn.year else ""
    return f"Carte de {quarters} : {subject}{year}"


def _table(view: View, drawn: QuarterMap, indicator: Indicator) -> Table:
    subject = (
        indicator.label if drawn.indicator else french.capital(view.store.settings.line.plural)
    )
    columns = (
        Column("Quartier"),
        Column("Commune"),
        Column("Genre"),
        Column(f"{subject} {drawn.year or ''}".strip(), numeric=True),
        Column("Emplacement"),
    )
    own, around = len(drawn.areas), map_around.rows(drawn, indicator)

    def row(place: int) -> Row:
        if place < own:
            return _row(view, drawn.areas[place], drawn, indicator)
        return around[place - own]

    rows = common.made(range(own + len(around)), row)
    caption = f"{subject} par quartier, {common.filters_text(view)}"
    return Table(caption, columns, rows, (common.MARKS_NOTE,))


def _row(view: View, area: MapArea, drawn: QuarterMap, indicator: Indicator) -> Row:
    quarter = area.shape.territory
    names = view.store.places.by_code
    communes = french.listed([names[c].name for c in quarter.communes if c in names])
    if drawn.indicator is None:
        value = told.named_cell(area.count)
    elif area.observation is None and not quarter.has_national_statistics:
        value = Cell(french.NOT_APPLICABLE)
    else:
        value = common.value_cell(indicator, area.observation)
    mark = f"{quarter.mark}. " if quarter.mark and not area.shape.rings else ""
    cells = (
        Cell(f"{mark}{quarter.name}", quarter.name, href=view.portrait(quarter.code)),
        Cell(communes),
        Cell("Prioritaire" if quarter.kind is Kind.QPV else "En veille active"),
        value,
        Cell(quarter.drawing.label, note=quarter.mark_detail),
    )
    return Row(cells, current=quarter in choose.chosen_quarters(view, quarter.generation))


def _rounded(view: View, drawn: QuarterMap, generation: str) -> tuple[str, ...]:
    codes = (
        *view.store.places.codes(generation),
        *(map_around.codes(view) if drawn.around else ()),
    )
    return rounded.notes_of(view, [(drawn.indicator, codes, drawn.year)] if drawn.indicator else [])


def _notes(drawings: Drawings) -> tuple[str, ...]:
    notes = [common.MARKS_NOTE, *sorted({drawing.limit for _, drawing in drawings} - {""})]
    if Kind.QVA in {kind for kind, _ in drawings}:
        notes.append("L’Insee ne publie rien sur les quartiers en veille active.")
    return tuple(notes)


def _controls(
    view: View, drawn: QuarterMap, indicator: Indicator, generation: str
) -> tuple[Control, ...]:
    if view.path != "/quartiers":
        return ()
    measures = [keys.MEASURE.control(view.store, view.selection)]
    shown = _told_keys(view, drawn, indicator)
    return (
        *(measures if view.store.coverage.money else []),
        choose.indicator_control(view),
        choose.generation_control(view, generation),
        *(key.control(view.store, view.selection) for key in shown),
        map_sight.control(view, generation),
    )


def _told_keys(view: View, drawn: QuarterMap, indicator: Indicator) -> tuple[Key, ...]:
    """The keys that say how a rate is shown, where there is something to choose."""
    if drawn.measure == "circle":
        return ()
    around = [keys.AROUND] if map_around.known(view, indicator, drawn.year) else []
    return (*around, *([keys.CLASSES] if map_key.offered(drawn) else []))


def _source(view: View, drawn: QuarterMap, indicator: Indicator, generation: str) -> str:
    if drawn.indicator is None:
        said = common.money_source(view)
    else:
        said = common.indicator_source(view, indicator, str(drawn.year or ""), generation)
    return " · ".join(
        part for part in (said, map_around.source(view, drawn), _ground(view)) if part
    )


def _ground(view: View) -> str:
    """« fond : IGN, contributeurs d’OpenStreetMap (ODbL) »; nothing where nothing lies under."""
    named = [common.ground_label(view, slug) for slug in view.store.places.background.sources]
    return f"fond : {', '.join(named)}" if named else ""
