"""The trend of an indicator by quarter, with the references that exist and the breaks drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard import keys
from dashboard.charts import trend
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.chart import Trend
from dashboard.domain.frame import Frame
from dashboard.domain.indicator import Break, Indicator
from dashboard.domain.series import Series
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.exhibits import choose, common, rounded
from dashboard.exhibits.map_reading import chained, sentence
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class Trends:
    """The series of a view: quarters of one generation, references."""

    indicator: Indicator
    generation: str
    quarters: tuple[Series, ...]
    references: tuple[Series, ...]


def ask(view: View, indicator: Indicator | None = None) -> Trends:
    """The series that the view asks for; a chosen quarter stands first."""
    indicator = indicator or choose.indicator_of(view)
    generation = choose.generation_of(view, indicator)
    values = view.store.values
    quarters = [
        values.series(indicator, quarter.code)
        for quarter in choose.told_apart(view, indicator, generation)
        if values.years(indicator, [quarter.code])
    ]
    codes = _references(view, indicator, generation)
    references = tuple(values.series(indicator, code) for code in codes)
    return Trends(indicator, generation, tuple(quarters), references)


def _references(view: View, indicator: Indicator, generation: str) -> list[str]:
    names = view.store.places.by_code
    kinds = (TerritoryKind.EPCI, TerritoryKind.COUNTRY, TerritoryKind.ALL_QPV)
    codes = view.store.values.reference_codes(indicator, generation)
    found = [code for code in codes if names[code].kind in kinds]
    return found or list(codes)[:1]


def exhibit(view: View, slug: str = "tendance") -> Exhibit:
    """The trend chart; its title names the subject, since no break lets a trend be stated."""
    asked = ask(view)
    indicator = asked.indicator
    frame = _frame(view, asked)
    chosen = choose.highlighted(view, asked.generation)
    points = [p for series in asked.quarters for p in series.points]
    known = [point for point in points if point.value is not None]
    chart = _chart(view, asked, chosen)
    count = len(asked.quarters)
    place = _named(chosen) if chosen and count else _where(view, asked) if count > 1 else ""
    title = f"{indicator.label}{', ' if chosen else ' '}{place}".strip()
    return Exhibit(
        slug=slug,
        title=title,
        subtitle=_subtitle(asked),
        chart=chart,
        height=height(chart),
        empty=f"Aucune valeur n’est publiée pour {indicator.subject} dans ces quartiers.",
        table=_table(asked),
        reading=_reading(view, asked),
        alt=common.alt(_alt(asked)),
        source=common.indicator_source(view, indicator, _span(asked), asked.generation),
        frame=frame,
        file_name=common.file_name(view, frame, indicator.slug, _span(asked)),
        notes=(*choose.left_out(view, asked.generation, count), *_notes(asked)),
        tags=(
            *common.warning_tags(view),
            *common.until_tag(view, max((point.year for point in known), default=None)),
            *common.presumed_tag(point.observation for point in points),
        ),
    )


def _named(quarters: Sequence[Territory]) -> str:
    return french.listed([quarter.name for quarter in quarters])


def _chart(view: View, asked: Trends, chosen: Sequence[Territory]) -> Trend | None:
    """The lines to draw; None where no quarter has a value."""
    if not any(series.known for series in asked.quarters):
        return None
    return Trend(
        asked.quarters,
        asked.references,
        view.selection.year,
        tuple(quarter.code for quarter in chosen),
        tuple(view.store.choices.years),
        choose.looks(view, asked.indicator, asked.generation),
    )


def _frame(view: View, asked: Trends) -> Frame:
    """What the lines depend on: the year too where it chooses the perimeters."""
    chosen, indicator = view.selection, asked.indicator
    years = (replace(chosen, year=y, first_year=None) for y in view.store.choices.years)
    others = {choose.generation_of(replace(view, selection=one), indicator) for one in years}
    found = {_measured(view, indicator, generation) for generation in others}
    moved = (keys.YEAR,) if len(found) > 1 and not view.selection.generation else ()
    depends = (keys.GENERATION, *choose.keys_of(view), *moved)
    return common.frame_of(view, depends, (keys.YEAR, *choose.marks(view, asked.generation)))


def _measured(view: View, indicator: Indicator, generation: str) -> tuple[str, ...]:
    """The quarters of that generation of which something is known."""
    codes = [quarter.code for quarter in choose.measured_quarters(view, generation)]
    return view.store.values.measured(indicator, codes)


def _where(view: View, asked: Trends) -> str:
    count = len(asked.quarters)
    whole = len(choose.measured_quarters(view, asked.generation))
    named = f"{french.cardinal(count)} quartiers prioritaires"
    few = bool(choose.left_out(view, asked.generation, count))
    return f"dans {named} sur {french.number(whole)}" if few else f"dans les {named}"


def _span(asked: Trends) -> str:
    years = [point.year for series in asked.quarters for point in series.known]
    return french.years(min(years), max(years)) if years else ""


def _subtitle(asked: Trends) -> str:
    unit = {"%": "en pourcentage", "€": "en euros", "nb": "en nombre"}.get(asked.indicator.unit, "")
    parts = [french.capital(unit), _span(asked), common.perimeter_text(asked.generation)]
    note = trend.axis_note(asked.quarters, asked.references)
    return ", ".join(part for part in parts if part) + (f" · {note}" if note else "")


def _alt(asked: Trends) -> str:
    last = [s.known[-1] for s in asked.quarters if s.known]
    if not last:
        return f"{asked.indicator.label} : aucune valeur"
    series = next(s for s in asked.quarters if s.known)
    value = series.shown(series.known[-1])
    return (
        f"Courbes, {asked.indicator.label}, {_span(asked)} : {value} en "
        f"{series.known[-1].year} {series.territory.at}"
    )


def _reading(view: View, asked: Trends) -> Text:
    chosen = choose.highlighted(view, asked.generation)
    known = [series for series in asked.quarters if series.known]
    series = [item for item in known if item.territory in chosen] if chosen else known[:1]
    unmeasured = choose.unmeasured(view, asked.generation)
    if not series:
        return text(*unmeasured, "aucune valeur pour cette vue.")
    said = text(*unmeasured, *chained(_said(view, item) for item in series))
    if _breaks(asked):
        return text(*said, " Deux points séparés par un trait pointillé ne se comparent pas.")
    return said


def _said(view: View, series: Series) -> Text:
    point = series.at(view.selection.year) or series.known[0]
    return sentence(series.indicator, series.territory, point.observation)


def _breaks(asked: Trends) -> tuple[Break, ...]:
    found = {item.year: item for s in (*asked.quarters, *asked.references) for item in s.breaks}
    years = [point.year for series in asked.quarters for point in series.known]
    if not years:
        return ()
    return tuple(found[year] for year in sorted(found) if min(years) < year <= max(years))


def _notes(asked: Trends) -> tuple[str, ...]:
    indicator = asked.indicator
    breaks = tuple(f"{item.dated}." for item in _breaks(asked))
    none = () if asked.references else ("Aucune référence n’est publiée pour cet indicateur.",)
    limits = (indicator.limits,) if indicator.limits else ()
    points = [point for item in (*asked.quarters, *asked.references) for point in item.points]
    coarse = rounded.notes(indicator, (point.observation for point in points))
    return (indicator.definition, *limits, *none, *breaks, *coarse, common.MARKS_NOTE)


def _table(asked: Trends) -> Table:
    series = (*asked.quarters, *asked.references)
    years = sorted({point.year for item in series for point in item.points})
    columns = (Column("Année"), *(Column(item.territory.name, numeric=True) for item in series))
    rows = tuple(
        Row((Cell(str(year), year), *(_cell(asked.indicator, item, year) for item in series)))
        for year in years
    )
    caption = f"{asked.indicator.label} par an, {common.perimeter_text(asked.generation)}"
    breaks = tuple(f"Rupture en {item.year} : {item.reason}." for item in _breaks(asked))
    return Table(caption, columns, rows, (common.MARKS_NOTE, *breaks))


def _cell(indicator: Indicator, series: Series, year: int) -> Cell:
    found = {point.year: point.observation for point in series.points}.get(year)
    return common.value_cell(indicator, found)
