"""Money per inhabitant of some quarters, year by year; that one cannot say where none is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Prose, Row, Span, Table, Text, text
from dashboard.domain import french, per_head
from dashboard.domain.chart import Multiples, Strand
from dashboard.domain.claim import Claim
from dashboard.domain.cut import Measure
from dashboard.domain.indicator import Break, Observation
from dashboard.domain.per_head import PerHead
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.exhibits import choose, common, map_reading, told
from dashboard.view import View

SLUG = "par-habitant"
FEW = 3
"""Years that a source line names one by one."""
TITLE = "Euros par habitant"
INHABITANTS = (
    "Les euros d’une année sont divisés par les habitants de son périmètre : ceux de la dernière "
    "année publiée avant elle."
)
NOT_SPENT = "Ce n’est pas ce que chaque habitant a reçu : une subvention va à une action."
NOT_ALL = (
    "Seules comptent les lignes dont le quartier est nommé ou proposé : ce qui n’est pas ventilé "
    "manque."
)
WATCHED = (
    "Aucune population n’est publiée pour un quartier en veille active, faute de périmètre "
    "national, et celle de la commune n’en tient pas lieu."
)
UNKNOWN = "Aucune population n’est publiée dans le périmètre de ce quartier."


@dataclass(frozen=True, slots=True)
class _Quarter:
    """A quarter and its years."""

    place: Territory
    heads: tuple[PerHead, ...]

    @property
    def known(self) -> bool:
        return any(head.value is not None for head in self.heads)


def block(view: View, quarter: Territory) -> Exhibit | Prose | None:
    """The figure of that quarter; why one cannot say where it has no inhabitants published; None
    where it has some, and no line is its own."""
    found = exhibit(view, (quarter,))
    if found is not None or any(head.inhabitants for head in heads(view, quarter)):
        return found
    why = view.worded(WATCHED) if quarter.kind is TerritoryKind.QVA else UNKNOWN
    said = text(Span("On ne peut pas dire. ", strong=True), why)
    return Prose((said,), title=TITLE)


def exhibit(view: View, places: Sequence[Territory]) -> Exhibit | None:
    """A panel a quarter, on one scale; None where nothing can be said of any of them."""
    shown = [_Quarter(place, heads(view, place)) for place in places]
    if not any(item.known for item in shown):
        return None
    first, last = view.selection.years
    parted = _breaks(view, shown)
    strands = tuple(_strand(item) for item in shown)
    chart = Multiples(strands, view.store.choices.years, first, last, parted)
    frame, span = common.frame_of_years(view), french.years(*_ends(view))
    names = french.listed([place.name for place in places])
    return Exhibit(
        slug=SLUG,
        title=f"{TITLE}, année par année",
        subtitle=f"{french.capital(view.store.settings.line.name)}, {span}",
        chart=chart,
        height=height(chart),
        table=_table(shown, span),
        reading=_reading(view, shown[0]),
        alt=common.alt(f"Barres par année : euros par habitant, {names}"),
        source=_source(view, shown),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, *(place.code for place in places)),
        notes=(INHABITANTS, NOT_SPENT, NOT_ALL, *said(parted), common.PLACE_PROPOSED),
        tags=(*common.warning_tags(view), *common.pillar_tag(view)),
    )


def heads(view: View, quarter: Territory) -> tuple[PerHead, ...]:
    """Every year of the money of that place, under the filters but for the quarter."""
    wide = view.selection.having(keys.QUARTER.name, None)
    course = view.store.cuts.of(wide, keys.QUARTER.name).course
    names = [quarter.code, *_elsewhere(view, quarter)]
    held = next((found for code in names if (found := course(code))), {})
    years = view.store.choices.years
    return tuple(_head(view, quarter, year, *held.get(year, (0.0, 0))) for year in years)


def _elsewhere(view: View, quarter: Territory) -> list[str]:
    """The codes of the place in the other generations: the money has one name a place."""
    places = view.store.places
    found = (places.same_place(quarter.code, item) for item in places.generations)
    return [item.code for item in found if item is not None]


def _head(view: View, quarter: Territory, year: int, euros: float, lines: int) -> PerHead:
    place = _in_force(view, quarter, year)
    inhabitants = choose.known(view, choose.INHABITANTS)
    last = inhabitants and place and view.store.values.last_year(inhabitants, [place.code], year)
    found: Observation | None = None
    if inhabitants is not None and place is not None and last:
        found = view.store.values.observation(inhabitants, place.code, last)
    return PerHead(year, euros, lines, place, found)


def _in_force(view: View, quarter: Territory, year: int) -> Territory | None:
    """The place as its perimeter stands that year."""
    places = view.store.places
    each = (places.same_place(quarter.code, item) for item in places.generations)
    return next((item for item in each if item is not None and _stands(item, year)), None)


def _stands(place: Territory, year: int) -> bool:
    return (place.valid_from or 0) <= year <= (place.valid_to or year)


def _breaks(view: View, shown: Sequence[_Quarter]) -> tuple[Break, ...]:
    """Where the perimeters change, and where the money does."""
    own = (item for quarter in shown for item in per_head.breaks(quarter.heads))
    return tuple(dict.fromkeys((*own, *view.store.money.breaks())))


def said(parted: Sequence[Break]) -> tuple[str, ...]:
    """What the dotted rules are, one note a break."""
    return tuple(f"Trait pointillé, {french.uncapital(item.dated)}." for item in parted)


def _strand(item: _Quarter) -> Strand:
    values = tuple(head.value for head in item.heads)
    return Strand(item.place.name, values, tuple("–" if v is None else _euros(v) for v in values))


def _euros(value: float) -> str:
    """Whole euros: people and money are both known to the unit."""
    return french.euros(french.whole_euros(value))


def _ends(view: View) -> tuple[int, int]:
    years = view.store.choices.years
    return years[0], years[-1]


def _table(shown: Sequence[_Quarter], span: str) -> Table:
    columns = (
        Column("Quartier"),
        Column("Année", numeric=True),
        Column("Montant", numeric=True),
        Column("Habitants (année)", numeric=True),
        Column("Euros par habitant", numeric=True),
    )
    rows = tuple(_row(item, head) for item in shown for head in item.heads)
    return Table(f"{TITLE}, {span}", columns, rows, (INHABITANTS, common.MARKS_NOTE))


def _row(item: _Quarter, head: PerHead) -> Row:
    inhabitants = head.inhabitants
    known = inhabitants is not None and inhabitants.value is not None
    return Row(
        (
            Cell((head.place or item.place).name),
            Cell(str(head.year), head.year),
            common.money_cell(head.euros) if head.lines else Cell("aucune ligne"),
            _inhabitants_cell(inhabitants)
            if inhabitants is not None and known
            else Cell(french.NOT_AVAILABLE),
            Cell(french.NOT_AVAILABLE)
            if head.value is None
            else Cell(_euros(head.value), french.whole_euros(head.value), decimals=0),
        )
    )


def _inhabitants_cell(inhabitants: Observation) -> Cell:
    number = float(inhabitants.value or 0)
    return Cell(f"{french.number(number)} ({inhabitants.year})", number, decimals=0)


def _reading(view: View, item: _Quarter) -> Text:
    """The last year up to the chosen one that has a value, else that none has."""
    known = [h for h in item.heads if h.value is not None and h.year <= view.selection.year]
    if not known or known[-1].inhabitants is None:
        return text(f"aucune année jusqu’en {view.selection.year} n’a de ligne pour le quartier.")
    head, inhabitants = known[-1], known[-1].inhabitants
    number = f"{french.number(float(inhabitants.value or 0))} habitants"
    return text(
        f"en {head.year}, ",
        received(view, item.place, head),
        " pour les ",
        Span(number, claim=map_reading.measured(inhabitants)),
        f" {item.place.of} en {inhabitants.year}, soit ",
        _a_head(view, head),
        " par habitant.",
    )


def _a_head(view: View, head: PerHead) -> Span:
    """« 15 € », said of the quarter as its perimeter stands that year."""
    year = view.selection.having(keys.YEAR.name, str(head.year))
    wide = year.having(keys.QUARTER.name, None)
    value, code = french.whole_euros(head.value or 0), head.place.code if head.place else ""
    part = (keys.QUARTER.name, code)
    return Span(_euros(value), claim=Claim(Measure.CAPITA, value, wide, part))


def received(view: View, place: Territory, head: PerHead) -> Span:
    """« 54 300 € », said of the lines of that quarter in that year."""
    year = view.selection.having(keys.YEAR.name, str(head.year))
    return told.amount(year.having(keys.QUARTER.name, place.code), head.euros)


def _source(view: View, shown: Sequence[_Quarter]) -> str:
    inhabitants = choose.known(view, choose.INHABITANTS)
    each = [
        head.inhabitants for item in shown for head in item.heads if head.inhabitants is not None
    ]
    known = sorted({item.year for item in each})
    years = french.listed([str(year) for year in known])
    if len(known) > FEW:
        years = french.years(known[0], known[-1])
    beside = common.indicator_source(view, inhabitants, years) if inhabitants else ""
    return " · ".join(part for part in (common.money_source(view), beside) if part)
