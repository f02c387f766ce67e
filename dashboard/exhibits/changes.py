"""What changed between two years: what started, ended, rose, fell, from one total to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.bridge import Bridge, BridgeMove, BridgeMoves, BridgeStep
from dashboard.domain.chart import Level, Shift, Waterfall
from dashboard.domain.claim import Claim
from dashboard.domain.selection import Selection
from dashboard.exhibits import common, payers, told
from dashboard.exhibits.moves_said import (
    BY_NUMBER,
    DOUBT,
    KEPT_ALONE,
    MATCHED,
    MOVED_OUT,
    NOT_DRAWN,
    PARTED,
    WORDS,
)
from dashboard.keys import against, detail
from dashboard.store.bridges import FollowedUnit
from dashboard.view import View

SLUG = "changements"
UNITS = MappingProxyType({detail.LINES: FollowedUnit.ACTION, detail.HOLDERS: FollowedUnit.HOLDER})


@dataclass(frozen=True, slots=True)
class FoundChanges:
    """Two years of one view, what is followed between them, and what was found."""

    view: View
    unit: FollowedUnit
    found: BridgeMoves

    @property
    def bridge(self) -> Bridge:
        """The two totals and their steps."""
        return self.found.bridge

    def scope(self, year: int) -> Selection:
        """The lines of one of the two years, under the filters of the view."""
        return replace(self.view.selection, year=year, first_year=None)

    def claim(self, measure: str, value: float, step: BridgeStep) -> Claim:
        """That of a number of one step."""
        part = (f"{self.unit}:{self.bridge.first}", str(step.move))
        return Claim(measure, value, self.scope(self.bridge.last), part)

    def words(self, step: BridgeStep) -> str:
        """« actions arrêtées »."""
        return french.agree(WORDS[self.unit][step.move], step.many)

    def said(self, step: BridgeStep) -> str:
        """« 19 actions arrêtées »."""
        return f"{french.number(step.many)}{french.NBSP}{self.words(step)}"


def asked(
    view: View, unit: FollowedUnit | None = None, span: tuple[int, int] | None = None
) -> FoundChanges | None:
    """What changed between the two years that the address compares, or between those; None where
    one alone is published, or one has no amount at the counted stage."""
    span = span or against.span_of(view.store, view.selection)
    if span is None or payers.silent(view, span):
        return None
    unit = unit or UNITS[keys.DETAIL.value(view.selection) or detail.LINES]
    scope = replace(view.selection, year=span[1], first_year=None)
    return FoundChanges(view, unit, view.store.bridges.between(scope, span[0], unit))


def exhibit(view: View) -> Exhibit:
    """The bridge between the two years, with its table."""
    found = asked(view)
    frame = common.frame_of_lines(view, *against.named_year(view.selection), keys.DETAIL)
    chart = _chart(found) if found else None
    title, line = _title(found), view.store.settings.line
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle=f"{french.capital(line.name)}, en euros",
        chart=chart,
        height=height(chart),
        table=_table(view, found),
        reading=_reading(found) if found else text(f"{_alone(view)}."),
        alt=common.alt(_alt(found)),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG),
        notes=notes(found),
        tags=common.warning_tags(view),
        controls=(
            against.of_years(view.store, view.selection),
            keys.DETAIL.control(view.store, view.selection),
        ),
        verdict=_verdict(found),
        empty=f"{french.capital(_nothing(view, found))}.",
    )


def _nothing(view: View, found: FoundChanges | None) -> str:
    if found is None:
        return _alone(view)
    return told.NO_LINE if not found.bridge.steps else f"les montants {PARTED}"


def _alone(view: View) -> str:
    span = against.span_of(view.store, view.selection)
    if span is None:
        return f"aucune année publiée avant {view.selection.year} : rien à comparer"
    stage = view.store.settings.stage
    return f"aucun montant {stage} n’est publié pour {payers.silent(view, span)} : rien à comparer"


def _title(found: FoundChanges | None) -> str:
    if found is None:
        return "Ce qui a changé"
    return f"Ce qui a changé de {found.bridge.first} à {found.bridge.last}"


def _alt(found: FoundChanges | None) -> str:
    if found is None:
        return "Ce qui a changé : une seule année"
    ends = " à ".join(french.euros(amount) for amount in (found.bridge.before, found.bridge.after))
    return f"Marches du total de {found.bridge.first} à celui de {found.bridge.last}, de {ends}"


def _chart(found: FoundChanges) -> Waterfall | None:
    """The steps from one total to the other; across a break, of what stands in both years."""
    bridge = found.bridge if found.bridge.comparable else found.bridge.kept
    if not bridge.steps:
        return None
    shifts = tuple(
        Shift(found.said(step), step.difference, step.move is BridgeMove.DOUBTFUL)
        for step in bridge.steps
        if round(step.difference, 2)
    )
    start = Level(_level(found, bridge.first, bridge.before_count), bridge.before)
    end = Level(_level(found, bridge.last, bridge.after_count), bridge.after)
    return Waterfall(start, shifts, end)


def _level(found: FoundChanges, year: int, count: int) -> str:
    kept = "" if found.bridge.comparable else ", de ce qui est reconduit"
    return f"{year}{french.NBSP}: {found.view.store.settings.line.brief(count)}{kept}"


def _table(view: View, found: FoundChanges | None) -> Table:
    if found is None:
        return Table("Ce qui a changé", (Column("Ce qui a changé"),), ())
    bridge = found.bridge
    columns = (
        Column("Ce qui a changé"),
        Column(f"Lignes {bridge.first}", numeric=True),
        Column(f"Montant {bridge.first}", numeric=True),
        Column(f"Lignes {bridge.last}", numeric=True),
        Column(f"Montant {bridge.last}", numeric=True),
        Column("Écart", numeric=True),
    )
    rows = tuple(_row(found, step) for step in bridge.steps)
    caption = f"{_title(found)}, {common.filters_text(view, constant=False)}".rstrip(", ")
    return Table(caption, columns, (*rows, _total(bridge)) if rows else (), notes(found))


def _row(found: FoundChanges, step: BridgeStep) -> Row:
    first, last = step.before_count, step.after_count
    none = Cell(french.NOT_APPLICABLE)
    return Row(
        (
            Cell(found.said(step)),
            common.count_cell(first) if first else none,
            common.money_cell(step.before) if first else none,
            common.count_cell(last) if last else none,
            common.money_cell(step.after) if last else none,
            gap_cell(step.difference) if found.bridge.tells(step) else Cell(PARTED),
        )
    )


def _total(bridge: Bridge) -> Row:
    gap = bridge.after - bridge.before
    return Row(
        (
            Cell("En tout"),
            common.count_cell(bridge.before_count),
            common.money_cell(bridge.before),
            common.count_cell(bridge.after_count),
            common.money_cell(bridge.after),
            gap_cell(gap) if bridge.comparable else Cell(PARTED),
        ),
        current=True,
    )


def gap_cell(gap: float) -> Cell:
    """« −93 600 € » in a table."""
    cell = common.money_cell(gap)
    sign = "+" if gap > 0 and cell.text.strip("0,\u00a0€") else ""
    return replace(cell, text=f"{sign}{cell.text}")


def _reading(found: FoundChanges) -> Text:
    bridge = found.bridge
    if not bridge.steps:
        return text(f"{told.NO_LINE}.")
    ends = (
        told.amount(found.scope(bridge.first), bridge.before),
        told.amount(found.scope(bridge.last), bridge.after),
    )
    if bridge.comparable:
        said = ("de ", ends[0], f" en {bridge.first} à ", ends[1], f" en {bridge.last} : ")
    else:
        said = (
            f"en {bridge.first}, ",
            ends[0],
            f" ; en {bridge.last}, ",
            ends[1],
            f", qui {PARTED} : ",
        )
    return text(*said, *_parts(found), ".")


def _parts(found: FoundChanges) -> Text:
    """« 19 actions arrêtées (−93 600 €), 24 commencées (+90 700 €) »: every step."""
    parts: list[Text] = []
    for rank, step in enumerate(found.bridge.steps):
        moved = round(step.difference, 2) and found.bridge.tells(step)
        money = text(" (", _gap(found, step), ")") if moved else ()
        parts.append(text("" if not rank else ", ", _many(found, step), *money))
    return tuple(span for part in parts for span in part if span.text)


def _many(found: FoundChanges, step: BridgeStep) -> Span:
    return Span(found.said(step), claim=found.claim(told.MOVED, step.many, step))


def _gap(found: FoundChanges, step: BridgeStep) -> Span:
    claim = found.claim(told.SHIFT, step.difference, step)
    return Span(gap_cell(step.difference).text, claim=claim)


def _verdict(found: FoundChanges | None) -> Text:
    """Why the two totals do not compare, where they do not; else whose money is not published."""
    if found is None:
        return ()
    if found.bridge.comparable:
        return payers.unpublished(found.view, found.bridge.first, found.bridge.last)
    why = " ; ".join(item.reason for item in found.bridge.breaks)
    return text(
        f"Les totaux de {found.bridge.first} et de {found.bridge.last} {PARTED} : {why}. "
        "Ce qui commence ou s’arrête peut en venir. ",
        KEPT_ALONE if found.unit is FollowedUnit.ACTION else NOT_DRAWN,
    )


def notes(found: FoundChanges | None) -> tuple[str, ...]:
    """How what is followed is followed, and what its marks mean."""
    if found is None:
        return ()
    there = found.bridge.step(BridgeMove.LEFT) or found.bridge.step(BridgeMove.ENTERED)
    how = (BY_NUMBER,) if found.unit is FollowedUnit.HOLDER else (MATCHED, DOUBT)
    return (*how, MOVED_OUT) if there else how
