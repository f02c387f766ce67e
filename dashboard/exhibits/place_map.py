"""Where the quarters are, and one rate as colour, or counts and euros as circles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Control, Exhibit
from dashboard.domain import french
from dashboard.domain.frame import Frame
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.quarter_map import MapColumns, QuarterMap
from dashboard.domain.territory import TerritoryKind
from dashboard.exhibits import (
    choose,
    common,
    map_around,
    map_key,
    map_labels,
    map_legend,
    map_lines,
    map_reading,
    map_sight,
    map_sizes,
    map_table,
    map_years,
    rounded,
)
from dashboard.exhibits.map_legend import Drawings
from dashboard.keys import Key
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
    sight = map_sight.window(view)
    frame = _frame(view, drawn, indicator, generation)
    frame = replace(frame, said=(*frame.said, *map_sight.said(view, sight)))
    chart = map_sight.chart(view, drawn, sight)
    return Exhibit(
        slug=SLUG,
        title="Où sont les quartiers",
        subtitle=_subtitle(view, drawn, indicator, generation),
        chart=chart,
        height=height(chart),
        table=map_table.of(view, drawn, indicator),
        reading=map_reading.of(view, map_sight.told(drawn, chart), indicator),
        alt=common.alt(_alt(view, drawn, indicator)),
        source=_source(view, drawn, indicator, generation),
        frame=frame,
        file_name=common.file_name(view, frame, "carte", _subject(view, drawn, indicator)),
        notes=(
            *_rounded(view, drawn, generation),
            *_notes(view, drawings),
            *map_around.notes(drawn),
            *map_years.notes(view, indicator, generation, drawn),
            *map_sight.notes(chart),
        ),
        tags=(
            *common.warning_tags(view),
            *common.until_tag(view, drawn.year),
            *common.outline_tag(drawing for _, drawing in drawings),
            *(common.pillar_tag(view) if drawn.pillars else ()),
        ),
        legend=_legend(view, drawn, drawings),
        legend_picks=map_lines.picks(drawn),
        controls=_controls(view, drawn, indicator, generation),
        full_screen=True,
        further=map_sight.further(view),
        moves=map_sight.moves(view, sight) if view.path == "/quartiers" else (),
        timeline=map_years.timeline(view, indicator, generation, drawn),
    )


def _legend(view: View, drawn: QuarterMap, drawings: Drawings) -> tuple[tuple[str, str], ...]:
    marks = map_legend.of(view, drawings, drawn, map_lines.is_money(view))
    return (*map_key.of(view, drawn), *map_lines.legend(drawn), *marks)


def _frame(view: View, drawn: QuarterMap, indicator: Indicator, generation: str) -> Frame:
    """What the map depends on: the indicator that it tells, or the lines that it counts, in the
    perimeters of that indicator where none are asked."""
    shown = (keys.MEASURE, keys.GENERATION, *_told_keys(view, drawn, indicator, generation))
    lines = tuple(key for key in keys.of_lines() if key is not keys.QUARTER)
    perimeters = () if view.selection.generation else choose.keys_of(view)
    counted = (*lines, *perimeters)
    subject = (keys.YEAR, *choose.keys_of(view)) if drawn.indicator else counted
    return common.frame_of(view, (*shown, *subject), (keys.QUARTER,)).of_year(drawn.year)


def _value(view: View, indicator: Indicator, generation: str) -> QuarterMap:
    scale = map_years.scale(view, indicator)
    if map_lines.shown(view):
        return map_lines.drawn(view, generation, _chosen(view, generation), scale)
    year = view.store.values.last_year_of(indicator, generation, view.selection.year)
    found = QuarterMap(
        areas=_told(view, indicator, generation, year),
        measure="circle" if indicator.summable else "colour",
        year=year,
        indicator=indicator,
        chosen=_chosen(view, generation),
        around=map_around.told(view, indicator, year),
        method=map_key.method(view),
        scale=scale,
    )
    return map_sizes.keyed(found, indicator.format) if indicator.summable else found


def _chosen(view: View, generation: str) -> tuple[int, ...]:
    """Where the chosen quarters stand among those of the generation."""
    codes = view.store.places.codes(generation)
    return tuple(codes.index(item.code) for item in choose.chosen_quarters(view, generation))


def _told(view: View, indicator: Indicator, generation: str, year: int | None) -> MapColumns:
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

    return MapColumns(shapes, labels, values, statuses, _sizes(indicator, values), observe)


def _sizes(indicator: Indicator, values: Sequence[float | None]) -> Sequence[float | None]:
    """The counts that circles show; none for a rate."""
    return values if indicator.summable else [None] * len(values)


def _subject(view: View, drawn: QuarterMap, indicator: Indicator) -> str:
    if drawn.indicator:
        return indicator.slug
    return "montant" if map_lines.is_money(view) else "nombre"


def _subtitle(view: View, drawn: QuarterMap, indicator: Indicator, generation: str) -> str:
    perimeter = common.perimeter_text(generation)
    if drawn.indicator is None:
        return map_lines.subtitle(view, perimeter)
    if drawn.year is None:
        return f"{indicator.label} : aucune valeur jusqu’en {view.selection.year}, {perimeter}"
    known = "" if drawn.year == view.selection.year else "dernière année connue : "
    return f"{indicator.label}, {known}{drawn.year}, {perimeter}"


def _alt(view: View, drawn: QuarterMap, indicator: Indicator) -> str:
    subject = indicator.label if drawn.indicator else map_lines.subject(view)
    split = ", par pilier" if drawn.pillars else ""
    quarters = french.counted(len(drawn.areas), "quartier")
    year = f" en {drawn.year}" if drawn.year else ""
    return f"Carte de {quarters} : {subject}{split}{year}"


def _rounded(view: View, drawn: QuarterMap, generation: str) -> tuple[str, ...]:
    codes = (
        *view.store.places.codes(generation),
        *(map_around.codes(view) if drawn.around else ()),
    )
    return rounded.notes_of(view, [(drawn.indicator, codes, drawn.year)] if drawn.indicator else [])


def _notes(view: View, drawings: Drawings) -> tuple[str, ...]:
    notes = [common.MARKS_NOTE, *sorted({drawing.limit for _, drawing in drawings} - {""})]
    if TerritoryKind.QVA in {kind for kind, _ in drawings}:
        notes.append(view.worded("L’Insee ne publie rien sur les quartiers en veille active."))
    return (*notes, *((common.COUNTED_ONCE,) if map_lines.shown(view) else ()))


def _controls(
    view: View, drawn: QuarterMap, indicator: Indicator, generation: str
) -> tuple[Control, ...]:
    if view.path != "/quartiers":
        return ()
    measures = [keys.MEASURE.control(view.store, view.selection)]
    shown = _told_keys(view, drawn, indicator, generation)
    settings = (
        map_sight.control(view, generation, map_sight.window(view)),
        choose.generation_control(view, generation),
        keys.BESIDE.control(view.store, view.selection),
        *(key.control(view.store, view.selection) for key in shown),
    )
    return (
        *(measures if view.store.coverage.money else []),
        *([choose.indicator_control(view)] if drawn.indicator else []),
        *(replace(control, folded=True) for control in settings if len(control.choices) > 1),
    )


def _told_keys(
    view: View, drawn: QuarterMap, indicator: Indicator, generation: str
) -> tuple[Key, ...]:
    """The keys that say how a rate is shown, where there is something to choose."""
    if drawn.indicator is None:
        return (keys.CIRCLES,) if map_lines.splits(view, generation) else ()
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
