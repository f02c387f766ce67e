"""The list of quarters that does by keyboard all that the map does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from dashboard import keys
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.claim import Claim
from dashboard.domain.funding import NO_QUARTER
from dashboard.domain.indicator import Indicator
from dashboard.domain.option import COMMA
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.exhibits import choose, common, rounded, told
from dashboard.view import View

PROPOSED = "dont d’après un lieu nommé, nombre"
"""What a file calls the part of the lines of a quarter that a place proposes."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of each place, and of them those that are proposed, whatever the quarter chosen."""

    held: list[int]
    proposed: list[int]
    unnamed: int

    @classmethod
    def of(cls, view: View) -> _Lines:
        money, names = view.store.money, view.store.places.place_names
        held = money.counts_by_place(view.selection)
        unnamed = held[names.index(NO_QUARTER)] if NO_QUARTER in names else 0
        return cls(held, money.counts_by_place(view.selection, proposed=True), unnamed)

    @property
    def any_proposed(self) -> bool:
        """Whether one of them is."""
        return any(self.proposed)

    def cell(self, at: int) -> Cell:
        """What the table says of one place, and what of it is proposed."""
        count, proposed = self.held[at], self.proposed[at]
        cell = told.named_cell(count)
        note = f"dont {french.number(proposed)} d’après un lieu nommé" if proposed else ""
        return replace(cell, note=note, noted=proposed if count else None)


def exhibit(view: View) -> Exhibit:
    """Every quarter with its main figures and its number of lines; it adds up to the total."""
    indicator = choose.indicator_of(view)
    generation = choose.generation_of(view, indicator)
    lines = _Lines.of(view)
    quarters = view.store.places.quarters(generation)
    shown = _indicators(view, indicator)
    counted = (key for key in keys.of_lines() if key is not keys.QUARTER)
    depends = (*counted, keys.GENERATION, *choose.keys_of(view))
    frame = common.frame_of(view, depends, (keys.QUARTER,))
    table = _table(view, generation, shown, lines)
    count = len(quarters)
    return Exhibit(
        slug="liste",
        title=_title(view, generation, count),
        subtitle=french.capital(
            f"{common.perimeter_text(generation)}, {french.years(*view.selection.years)}"
        ),
        table=table,
        table_first=True,
        reading=_reading(view, lines.unnamed),
        alt=common.alt(
            f"Liste de {french.counted(count, 'quartier')}, avec les principaux chiffres"
        ),
        source=_sources(view, shown, generation),
        frame=frame,
        file_name=common.file_name(view, frame, "quartiers"),
        notes=(
            common.MARKS_NOTE,
            common.COUNTED_ONCE,
            *((common.PLACE_PROPOSED,) if lines.any_proposed else ()),
            *rounded.notes_of(view, _told(view, generation, shown)),
            *_ended(view, quarters),
        ),
        tags=common.warning_tags(view),
    )


def _title(view: View, generation: str, count: int) -> str:
    """« Les dix-huit quartiers du contrat 2015-2023 »: the contract of those perimeters, which may
    not be that of the year."""
    contract = view.store.settings.contract_on(generation)
    of = f"du contrat {contract.code}" if contract else "du contrat"
    return f"Les {french.cardinal(count)} quartiers {of}" if count > 1 else f"Le quartier {of}"


def _ended(view: View, quarters: Sequence[Territory]) -> tuple[str, ...]:
    """What is said of the quarters that the contract of the chosen year no longer lists."""
    asked = view.selection.year
    ends = {view.store.places.ended(quarter.code, asked) for quarter in quarters} - {None}
    last = max((end for end in ends if end is not None), default=None)
    if last is None or not view.store.coverage.money:
        return ()
    return (
        f"Des quartiers ne sont dans la liste publiée du contrat que jusqu’en {last} : une ligne "
        "d’une année suivante ne leur est pas rattachée, même si elle porte leur nom.",
    )


def _indicators(view: View, chosen: Indicator) -> tuple[Indicator, ...]:
    """The chosen indicator, and the main one beside it where the list has the page's width."""
    leads = choose.leads_of(view)
    beside = (leads.main, leads.gap) if view.path == "/quartiers" else ()
    found = (choose.known(view, slug) for slug in dict.fromkeys([chosen.slug, *beside]))
    return tuple(item for item in found if item is not None)[:2]


def _sources(view: View, shown: tuple[Indicator, ...], generation: str) -> str:
    asked = view.selection.year
    years = [view.store.values.last_year_of(item, generation, asked) for item in shown[:1]]
    measured = [
        common.indicator_source(view, item, str(year or ""), generation)
        for item, year in zip(shown, years, strict=False)
    ]
    paid = [common.money_source(view)] if view.store.coverage.money or not measured else []
    return " · ".join([*measured, *paid])


def _told(view: View, generation: str, shown: tuple[Indicator, ...]) -> list[rounded.ValueQuery]:
    """What is shown of each indicator: its quarters, its last year."""
    codes, year = view.store.places.codes(generation), view.selection.year
    last = view.store.values.last_year_of
    return [(item, codes, last(item, generation, year)) for item in shown]


def _table(
    view: View,
    generation: str,
    shown: tuple[Indicator, ...],
    lines: _Lines,
) -> Table:
    quarters = view.store.places.quarters(generation)
    year = view.selection.year
    years = [view.store.values.last_year_of(item, generation, year) for item in shown]
    heads = [
        Column(f"{item.label} {year or ''}".strip(), numeric=True)
        for item, year in zip(shown, years, strict=True)
    ]
    noun = french.capital(view.store.settings.line.plural)
    granted = Column(f"{noun}, nombre", numeric=True, note=PROPOSED if lines.any_proposed else "")
    counted = (granted,) if view.store.coverage.money else ()
    columns = (Column("Quartier", note="Commune"), *heads, *counted)
    rows: list[Row | Territory] = []
    for kind, label in (
        (TerritoryKind.QPV, "Quartiers prioritaires"),
        (TerritoryKind.QVA, view.worded("Quartiers en veille active")),
    ):
        members = [q for q in quarters if q.kind is kind]
        if members:
            rows.append(Row((Cell(label),), group=True))
            rows.extend(members)
    if view.store.coverage.money:
        rows += [Row((Cell("Non ventilé"),), group=True), _rest(len(shown), lines)]
    made = common.made(rows, partial(_row, view, shown, years, lines))
    every = told.whole(view)
    caption = f"Quartiers du contrat, {common.filters_text(every)}"
    return Table(caption, columns, made, paged=True)


def _row(
    view: View,
    shown: tuple[Indicator, ...],
    years: list[int | None],
    lines: _Lines,
    quarter: Territory,
) -> Row:
    names = view.store.places.by_code
    communes = french.listed([names[c].name for c in quarter.communes if c in names])
    mark = f"{quarter.mark}. " if quarter.mark else ""
    head = Cell(
        f"{mark}{quarter.name}",
        quarter.name,
        href=view.portrait(quarter.code),
        note=communes,
        act=_filter(view, quarter),
    )
    values = [
        _value(view, quarter, indicator, year) for indicator, year in zip(shown, years, strict=True)
    ]
    at = view.store.places.place_of[quarter.code]
    counted = [lines.cell(at)] if view.store.coverage.money else []
    return Row((head, *values, *counted), current=_is_current(view, quarter))


def _filter(view: View, quarter: Territory) -> Span | None:
    """This page for that quarter too, or for the other ones alone; None where no more may be."""
    store, held = view.store, view.selection.quarters
    place_of = store.places.place_of
    others = [code for code in held if place_of[code] != place_of[quarter.code]]
    if len(others) < len(held):
        return Span("retirer le filtre", href=view.here(quartier=COMMA.join(others)))
    if len(held) >= keys.QUARTER.most:
        return None
    both = sorted((*held, quarter.code), key=store.choices.quarters.index)
    return Span("ajouter" if held else "filtrer", href=view.here(quartier=COMMA.join(both)))


def _is_current(view: View, quarter: Territory) -> bool:
    return quarter in choose.chosen_quarters(view, quarter.generation)


def _value(view: View, quarter: Territory, indicator: Indicator, year: int | None) -> Cell:
    found = view.store.values.observation(indicator, quarter.code, year) if year else None
    if found is None and not quarter.has_national_statistics:
        return Cell(french.NOT_APPLICABLE)
    return common.value_cell(indicator, found)


def _rest(width: int, lines: _Lines) -> Row:
    label = Cell("Quartier non nommé")
    blanks = [Cell(french.NOT_APPLICABLE) for _ in range(width)]
    return Row((label, *blanks, common.count_cell(lines.unnamed)))


def _reading(view: View, rest: int) -> Text:
    if not view.store.coverage.money:
        return text("chaque ligne donne les chiffres d’un quartier et mène à son portrait.")
    found, when = told.of(view), common.years_text(view)
    if view.selection.quarters:
        return text(f"{when}, ", *_named(view, found), ".")
    if not found.count:
        return text(f"{when}, {found.absence}.")
    lines = told.count(view, found.scope, found.count)
    if not rest:
        return text(f"{when}, ", lines, " en tout ; un quartier est nommé à chaque fois.")
    claim = Claim(told.COUNT, rest, found.scope, (keys.QUARTER.name, NO_QUARTER))
    unnamed = Span(french.number(rest), claim=claim)
    verb = french.agree(" ne [nomme|nomment] aucun quartier.", rest)
    return text(f"{when}, ", lines, " en tout ; ", unnamed, verb)


def _named(view: View, found: told.ToldLines) -> Text:
    """What the list says of the quarters that it marks, and of the lines that name none."""
    beside = told.lines_beside(view)
    rest = text(" ; ", *beside) if beside else ()
    names = keys.QUARTER.worded(view.store, view.selection)
    if not found.count:
        return text(f"{names} : {found.absence}", *rest)
    return text(told.count(view, found.scope, found.count), f" pour {names}", *rest)
