"""Where the quarters are, and one rate as colour or one count as circle."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Cell, Choice, Column, Control, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Observation, absence, show
from dashboard.domain.quarter_map import MapArea, QuarterMap
from dashboard.domain.territory import Kind, Outline, Territory
from dashboard.exhibits import choose, common
from dashboard.figures import quarter_map
from dashboard.view import View

SLUG = "carte"
MEASURE = "mesure"
COUNT, RATE = "actions", "indicateur"


def exhibit(view: View) -> Exhibit:
    """The map of one generation of quarters with its table, which holds all that the map says."""
    indicator = choose.indicator_of(view)
    generation = choose.generation_of(view, indicator)
    drawn = _value(view, indicator, generation)
    quarters = view.store.places.quarters(generation)
    figure = quarter_map.draw(drawn, view.store.places.background)
    return Exhibit(
        slug=SLUG,
        title="Où sont les quartiers",
        subtitle=_subtitle(view, drawn, indicator, generation),
        figure=figure,
        height=quarter_map.height(drawn),
        table=_table(view, drawn, indicator),
        reading=text(_reading(view, drawn, indicator)),
        alt=common.alt(_alt(drawn, indicator)),
        source=_source(view, drawn, indicator, generation),
        file_name=common.file_name(view, "carte", _subject(drawn, indicator)),
        notes=_notes(quarters),
        tags=(*common.fictional_tag(view), *common.outline_tag(quarters)),
        legend=_legend(view, quarters, drawn),
        controls=_controls(view, generation),
        full_screen=True,
    )


def _value(view: View, indicator: Indicator, generation: str) -> QuarterMap:
    if view.selection.option(MEASURE) == COUNT:
        return _counts(view, generation)
    quarters = view.store.places.quarters(generation)
    codes = [quarter.code for quarter in quarters]
    year = view.store.values.last_year(indicator, codes, view.selection.year)
    found = view.store.values.observations(indicator, codes, year)
    areas = tuple(
        _area(view, quarter, indicator, told) for quarter, told in zip(quarters, found, strict=True)
    )
    return QuarterMap(areas, "circle" if indicator.summable else "colour", year, indicator)


def _area(
    view: View, quarter: Territory, indicator: Indicator, told: Observation | None
) -> MapArea:
    measured = quarter.has_national_statistics
    found = told if measured or view.store.settings.fictional else None
    label = show(indicator, found) if measured or found else ""
    known = found is not None and found.value is not None
    count = round(found.value or 0) if found and known and indicator.summable else None
    return MapArea(view.store.places.shapes[quarter.code], label, found, count)


def _counts(view: View, generation: str) -> QuarterMap:
    found = view.store.money.by_quarter(replace(view.selection, quarter=None), generation)
    by_place = {item.slug: item for item in found.slices}
    places = view.store.places
    areas = []
    for quarter in places.quarters(generation):
        item = by_place.get(places.place_names[places.place_of[quarter.code]])
        count, amount = (item.count, item.amount) if item else (0, 0.0)
        label = french.number(count)
        areas.append(MapArea(places.shapes[quarter.code], label, None, count, amount))
    return QuarterMap(tuple(areas), "circle", view.selection.year)


def _subject(drawn: QuarterMap, indicator: Indicator) -> str:
    return indicator.slug if drawn.indicator else "nombre de lignes"


def _subtitle(view: View, drawn: QuarterMap, indicator: Indicator, generation: str) -> str:
    perimeter = common.perimeter_text(generation)
    if drawn.indicator is None:
        noun = french.capital(view.store.settings.line.name)
        return f"{noun} qui nomment un quartier, {common.years_text(view)}, {perimeter}"
    if drawn.year is None:
        return f"{indicator.label} : aucune valeur jusqu’en {view.selection.year}, {perimeter}"
    known = "" if drawn.year == view.selection.year else "dernière année connue : "
    return f"{indicator.label}, {known}{drawn.year}, {perimeter}"


def _alt(drawn: QuarterMap, indicator: Indicator) -> str:
    subject = indicator.label if drawn.indicator else "nombre de lignes"
    count = len(drawn.areas)
    year = f" en {drawn.year}" if drawn.year else ""
    return f"Carte de {count} quartiers : {subject}{year}"


def _reading(view: View, drawn: QuarterMap, indicator: Indicator) -> str:
    if drawn.indicator is None:
        area = max(drawn.areas, key=lambda item: item.count or 0)
        line = view.store.settings.line.counted(area.count or 0)
        verb = french.plural(area.count or 0, "nomme", "nomment")
        return f"{common.years_text(view)}, {line} {verb} {area.shape.territory.name}."
    known = [
        a for a in drawn.areas if a.observation is not None and a.observation.value is not None
    ]
    if not known:
        return "aucune valeur n’est publiée pour cette vue : les quartiers sont hachurés."
    wanted = view.selection.quarter
    area = next((a for a in known if a.shape.territory.code == wanted), known[-1])
    return sentence(indicator, area.shape.territory, area.observation)


def sentence(indicator: Indicator, territory: Territory, found: Observation | None) -> str:
    """The sentence of one value, as the catalogue words it."""
    if found is None or found.value is None:
        why = absence(found.status if found else None)
        return f"{french.uncapital(indicator.label)} {territory.at} : {why}."
    return f"{indicator.said(found.value, found.year, territory.at, territory.of)}."


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
    rows = common.made(drawn.areas, lambda area: _row(view, area, drawn, indicator))
    caption = f"{subject} par quartier, {common.filters_text(view)}"
    return Table(caption, columns, rows, (common.MARKS_NOTE,))


def _row(view: View, area: MapArea, drawn: QuarterMap, indicator: Indicator) -> Row:
    quarter = area.shape.territory
    names = view.store.places.by_code
    communes = french.listed([names[c].name for c in quarter.communes if c in names])
    if drawn.indicator is None:
        value = common.count_cell(area.count or 0)
    elif area.observation is None and not quarter.has_national_statistics:
        value = Cell(french.NOT_APPLICABLE)
    else:
        value = common.value_cell(indicator, area.observation)
    mark = f"{quarter.mark}. " if quarter.mark and not area.shape.rings else ""
    cells = (
        Cell(f"{mark}{quarter.name}", quarter.name, href=view.link(f"/quartiers/{quarter.code}")),
        Cell(communes),
        Cell("Prioritaire" if quarter.kind is Kind.QPV else "En veille active"),
        value,
        Cell(_OUTLINES[quarter.outline]),
    )
    return Row(cells, current=quarter.code == view.selection.quarter)


_OUTLINES = {
    Outline.OFFICIAL: "tracé officiel",
    Outline.INDICATIVE: common.INDICATIVE,
    Outline.UNKNOWN: "emplacement non publié",
}


def _notes(quarters: tuple[Territory, ...]) -> tuple[str, ...]:
    notes = [common.MARKS_NOTE]
    if any(q.outline is Outline.INDICATIVE for q in quarters):
        notes.append(
            "Tracé indicatif : dessiné pour situer le quartier, il ne dit pas si une adresse est "
            "dedans ou dehors. Vérifiez sur sig.ville.gouv.fr."
        )
    if any(q.outline is Outline.UNKNOWN for q in quarters):
        notes.append(
            "Emplacement non publié : le quartier est un repère numéroté dans sa commune, "
            "sans tracé."
        )
    if any(q.kind is Kind.QVA for q in quarters):
        notes.append("L’Insee ne publie rien sur les quartiers en veille active.")
    return tuple(notes)


def _legend(
    view: View, quarters: tuple[Territory, ...], drawn: QuarterMap
) -> tuple[tuple[str, str], ...]:
    found = []
    outlines = {(q.kind, q.outline) for q in quarters}
    if any(kind is Kind.QPV for kind, _ in outlines):
        indicative = (Kind.QPV, Outline.INDICATIVE) in outlines
        suffix = ", tracé indicatif" if indicative else ""
        found.append(("qpv", f"Quartier prioritaire{suffix}"))
    if any(k is Kind.QVA and o is not Outline.UNKNOWN for k, o in outlines):
        found.append(("qva", "Quartier en veille active"))
    if any(o is Outline.UNKNOWN for _, o in outlines):
        found.append(
            ("mark", "Quartier en veille active, emplacement non publié : placé dans sa commune")
        )
    if drawn.measure == "circle":
        found.append(("circle", "La surface du cercle est proportionnelle au nombre"))
    return tuple(found)


def _controls(view: View, generation: str) -> tuple[Control, ...]:
    if view.path != "/quartiers":
        return ()
    told = (
        Choice(RATE, "l’indicateur"),
        Choice(COUNT, f"le nombre {french.elide('de', view.store.settings.line.plural)}"),
    )
    return (
        Control(MEASURE, "La carte montre", told, view.selection.option(MEASURE, RATE)),
        choose.indicator_control(view),
        choose.generation_control(view, generation),
    )


def _source(view: View, drawn: QuarterMap, indicator: Indicator, generation: str) -> str:
    base = "fond inventé" if view.store.settings.fictional else "fond IGN, eau OpenStreetMap (ODbL)"
    if drawn.indicator is None:
        return f"{common.money_source(view)} · {base}"
    year = str(drawn.year or "")
    perimeter = common.perimeter_text(generation)
    return f"{common.indicator_source(view, indicator, year, perimeter)} · {base}"
