"""Participations planned and real by age: people counted once per action, never inhabitants."""

from __future__ import annotations

from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.chart import Groups
from dashboard.domain.funding import Action
from dashboard.domain.indicator import missing_mark
from dashboard.domain.participations import Count, Participations, PeopleGroup
from dashboard.exhibits import common, turnout
from dashboard.view import View

ONCE = (
    "Une personne est comptée une fois par action : ce sont des participations, "
    "jamais des habitants."
)
MASKED = "Les effectifs de 1 à 4 sont masqués (« s ») et ne sont pas dans les sommes."


def exhibit(view: View) -> Exhibit | None:
    """Planned and real by age for the lines chosen; None where nothing is published."""
    if not view.store.counts.get("beneficiaires"):
        return None
    found = view.store.actions.participations(view.selection, "tranche")
    if not found.groups:
        return None
    chart, frame = Groups(found), common.frame_of_lines(view)
    span = french.years(*view.selection.years)
    notes = (ONCE, *_compared(view, found), *((MASKED,) if found.masked else ()))
    return Exhibit(
        slug="participations",
        title=f"Participations prévues et réelles, {span}",
        subtitle="Par âge, une personne comptée une fois par action",
        chart=chart,
        height=height(chart),
        table=_table(view, found, notes),
        reading=_reading(found, turnout.of_view(view, "tranche", found.groups[0])),
        alt=common.alt(f"Barres par âge, participations prévues et réelles, {span}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, "participations", span),
        notes=notes,
        tags=common.warning_tags(view),
    )


def _compared(view: View, found: Participations) -> tuple[str, ...]:
    """What is said where planned and real are not known of the same lines."""
    if not any(group.partial and group.both for group in found.groups):
        return ()
    noun = view.store.settings.line.plural
    return (f"« Prévu » et « Réel » sont comparés sur les seules {noun} qui donnent les deux.",)


def _table(view: View, found: Participations, notes: tuple[str, ...]) -> Table:
    """What compares, then over how many lines, then what is planned in all."""
    noun = view.store.settings.line.plural
    columns = (
        Column("Âge"),
        *(Column(label, numeric=True) for label in ("Prévu", "Réel")),
        Column(f"{french.capital(noun)} qui donnent les deux", numeric=True),
        Column("Prévu, en tout", numeric=True),
        Column(f"{french.capital(noun)} qui donnent le prévu", numeric=True),
    )
    rows = tuple(Row((Cell(group.name), *_cells(group))) for group in found.groups)
    return Table(f"Participations, {common.filters_text(view)}", columns, rows, notes)


def _cells(group: PeopleGroup) -> tuple[Cell, ...]:
    both, planned = common.count_cell(group.both), group.planned
    return (*map(cell, group.pair), both, cell(planned.count), common.count_cell(planned.actions))


def of_action(view: View, action: Action, axis: str, label: str) -> Exhibit | None:
    """Planned and real of one action by sex or by age; None where nothing is published."""
    found = view.store.actions.participations_of(action.code, axis)
    rows = found.rows
    if not rows:
        return None
    frame = common.frame_of(view, ())
    cells = tuple(Row((Cell(group), cell(a), cell(b))) for group, a, b in rows)
    columns = (Column(label), Column("Prévu", numeric=True), Column("Réel", numeric=True))
    return Exhibit(
        slug=f"participations-{axis}",
        title=f"Participations : {label.lower()}",
        subtitle="Une personne est comptée une fois par action",
        table=Table(f"Participations, {label.lower()}", columns, cells),
        table_first=True,
        reading=_reading(found, turnout.of_line(action.code, axis, found.groups[0])),
        alt=common.alt("Tableau des participations prévues et réelles"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, "participations", action.code, axis),
        notes=("« s » : effectif de 1 à 4, ou masqué pour qu’aucun calcul ne le retrouve.",),
        tags=common.warning_tags(view),
    )


def _reading(found: Participations, said: Text) -> Text:
    return text(f"{found.groups[0].name} : ", *said, ".")


def cell(value: Count) -> Cell:
    """A count of people, or the mark of its absence."""
    return common.count_cell(value) if isinstance(value, int) else Cell(missing_mark(value))
