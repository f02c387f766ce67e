"""Two to four quarters side by side: which, what compares, how far apart, what does not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard import catalogue, keys
from dashboard.content import Cell, Column, Exhibit, Prose, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.compared import Compared
from dashboard.domain.indicator import Indicator
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, common, map_reading, rounded
from dashboard.view import View

SLUG = "comparaison"
FEWEST, MOST = 2, 4
CHOOSE = "Cochez de deux à quatre quartiers : leurs chiffres se liront côte à côte."
NOTHING = "Aucun indicateur n’est publié la même année pour deux de ces quartiers."
GAPS = "Les écarts"
APART = "Ce qui ne se compare pas"


@dataclass(frozen=True)
class Chosen:
    """The quarters that the address names, in one generation of perimeters."""

    view: View

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The quarters of the address; where it names none, the first two that are measured."""
        if self.view.selection.quarters:
            return self.view.selection.quarters
        main = choose.known(self.view, choose.leads_of(self.view).main)
        generation = choose.generation_of(self.view, main) if main else ""
        measured = choose.measured_quarters(self.view, generation)[:FEWEST]
        return tuple(place.code for place in measured)

    @cached_property
    def generation(self) -> str:
        """The perimeters asked, else those of the first quarter."""
        wanted = self.view.selection.generation
        first = self.view.store.places.by_code[self.asked[0]].generation if self.asked else ""
        return wanted or first

    @cached_property
    def places(self) -> tuple[Territory, ...]:
        """The quarters, each once, four at most; those of other perimeters as these know them."""
        each = (self.view.store.places.same_place(code, self.generation) for code in self.asked)
        kept = {item.code: item for item in each if item is not None}
        return tuple(kept.values())[:MOST]

    @property
    def several(self) -> bool:
        """Whether there is something to compare."""
        return len(self.places) >= FEWEST

    @cached_property
    def measured(self) -> tuple[Territory, ...]:
        """Those that national statistics cover."""
        return tuple(place for place in self.places if place.has_national_statistics)

    @property
    def names(self) -> str:
        """« Biollay - Bellevue et Les Hauts-de-Chambéry »."""
        return french.listed([place.name for place in self.places])

    @cached_property
    def rows(self) -> tuple[Compared, ...]:
        """Each main indicator in the last year, up to the chosen one, that all of them know."""
        found = (self.of(item) for item in choose.main_indicators(self.view))
        return tuple(item for item in found if item is not None)

    def of(self, indicator: Indicator) -> Compared | None:
        """That indicator in the last year shared; None where none is, or for fewer than two."""
        values, places = self.view.store.values, self.measured
        if len(places) < FEWEST:
            return None
        each = [set(values.years(indicator, [place.code])) for place in places]
        shared = [y for y in set.intersection(*each) if y <= self.view.selection.year]
        if not shared:
            return None
        year = max(shared)
        found = tuple(values.observation(indicator, place.code, year) for place in places)
        return Compared(indicator, year, places, found)


def leading(chosen: Chosen) -> Exhibit:
    """What leads, with its gaps; how to choose where fewer than two quarters are named."""
    slugs = choose.leads_of(chosen.view).table
    rows = [row for row in chosen.rows if row.indicator.slug in slugs] if chosen.several else []
    empty = NOTHING if chosen.several else CHOOSE
    found = of_rows(chosen, SLUG, "L’essentiel, côte à côte", rows)
    reading = found.reading if rows else text(french.uncapital(empty))
    return replace(found, table=replace(found.table, empty=empty), reading=reading)


def whole(chosen: Chosen) -> Exhibit:
    """Every main indicator of those quarters in one year, theme by theme, with its gap."""
    return of_rows(chosen, "indicateurs", "Indicateur par indicateur", chosen.rows)


def of_rows(chosen: Chosen, slug: str, title: str, rows: Sequence[Compared]) -> Exhibit:
    """Those rows as a table, with what must be said of them."""
    view = chosen.view
    frame = common.frame_of(view, (keys.YEAR, keys.QUARTER, keys.GENERATION))
    told = [item for row in rows for item in row.found]
    perimeters = common.perimeter_text(chosen.generation)
    asked = [(row.indicator, [p.code for p in row.places], row.year) for row in rows]
    return Exhibit(
        slug=slug,
        title=title,
        subtitle=", ".join(filter(None, ("Même année", perimeters, "sans classement"))),
        table=_table(chosen, rows),
        table_first=True,
        reading=_reading(rows),
        alt=common.alt(f"Tableau comparatif : {chosen.names}"),
        source=common.indicators_source(view, _indicators(view, rows)),
        frame=frame,
        file_name=common.file_name(view, frame, slug, *(place.code for place in chosen.places)),
        notes=(common.MARKS_NOTE, common.NEAR_NOTE, *rounded.notes_of(view, asked)),
        tags=(*common.warning_tags(view), *common.presumed_tag(told)),
    )


def _indicators(view: View, rows: Sequence[Compared]) -> Sequence[Indicator]:
    return [row.indicator for row in rows] or view.store.values.indicators


def _table(chosen: Chosen, shown: Sequence[Compared]) -> Table:
    columns = (
        Column("Indicateur"),
        Column("Année", numeric=True),
        *(Column(place.name, numeric=True) for place in chosen.measured),
        Column("Écart", numeric=True),
    )
    rows: list[Row] = []
    for theme in catalogue.THEMES:
        members = [_row(chosen.view, row) for row in shown if row.indicator.theme == theme.slug]
        rows += [Row((Cell(theme.name),), group=True), *members] if members else []
    caption = f"Indicateurs comparés : {chosen.names}"
    return Table(caption, columns, tuple(rows), (common.MARKS_NOTE,))


def _row(view: View, row: Compared) -> Row:
    gap = row.gap
    return Row(
        (
            Cell(row.indicator.label, href=view.link("/evolutions", indicateur=row.indicator.slug)),
            Cell(str(row.year), row.year),
            *(common.value_cell(row.indicator, item) for item in row.found),
            Cell(gap.amount, gap.value) if gap else Cell(french.NOT_APPLICABLE),
        )
    )


def _reading(rows: Sequence[Compared]) -> Text:
    found = next((row for row in rows if row.gap), None)
    return sentence(found) if found else text(NOTHING)


def gaps(chosen: Chosen) -> Prose:
    """The gaps of what leads, written."""
    shown = (choose.known(chosen.view, slug) for slug in choose.leads_of(chosen.view).table)
    rows = [chosen.of(item) for item in shown if item is not None]
    said = tuple(sentence(row) for row in rows if row is not None and row.gap is not None)
    return Prose(said or (text(NOTHING),), title=GAPS, bullets=True)


def sentence(row: Compared) -> Text:
    """« Taux de pauvreté en 2021 : 40 % au Biollay, 43 % aux Hauts, environ 3 points d’écart. »"""
    parts: list[str | Span] = [f"{row.indicator.label} en {row.year} : "]
    for place, item in row.known:
        value = row.indicator.format(float(item.value or 0), item.step)
        parts += [Span(value, claim=map_reading.measured(item)), f" {place.at}, "]
    return text(*parts, *_far(row))


def _far(row: Compared) -> Text:
    gap = row.gap
    if gap is None or not gap.value:
        return text("le même chiffre.")
    (_, low), (_, high) = row.known[0], row.known[-1]
    apart = replace(map_reading.measured(high), reference=low.territory)
    return text("soit ", Span(gap.amount, claim=apart), " d’écart.")


def apart(chosen: Chosen) -> Prose | None:
    """What does not compare, and why; None where all does."""
    said = tuple(text(item) for item in _apart(chosen))
    return Prose(said, title=APART, bullets=True) if said else None


def _apart(chosen: Chosen) -> Iterator[str]:
    yield from _of_other_perimeters(chosen)
    watched = chosen.view.worded("en veille active")
    for place in chosen.places:
        if not place.has_national_statistics:
            yield (
                f"L’Insee ne publie rien sur {place.name} ({watched}), pas même ses "
                "habitants : seuls ses montants sont comparés."
            )
    if len(chosen.asked) > MOST:
        yield f"Quatre quartiers au plus sont comparés : {chosen.names}."
    yield from _no_year(chosen)


def _of_other_perimeters(chosen: Chosen) -> Iterator[str]:
    places, generation = chosen.view.store.places, chosen.generation
    named = [places.by_code[code] for code in chosen.asked]
    others = [place for place in named if place.generation != generation]
    if others:
        yield (
            "Les périmètres de deux générations ne se comparent pas : tout est lu dans les "
            f"{common.perimeter_text(generation)}."
        )
    for place in others:
        if places.same_place(place.code, generation) is None:
            yield f"{place.name} n’a pas de périmètre de {generation}, donc rien à comparer."


def _no_year(chosen: Chosen) -> Iterator[str]:
    """The indicators that one of the quarters has, and no year that all of them have."""
    if len(chosen.measured) < FEWEST:
        return
    known, codes = {row.indicator.slug for row in chosen.rows}, [p.code for p in chosen.measured]
    left = [
        item.label
        for item in choose.main_indicators(chosen.view)
        if item.slug not in known and chosen.view.store.values.years(item, codes)
    ]
    if left:
        yield f"Sans année commune jusqu’en {chosen.view.selection.year} : {french.listed(left)}."
