"""Participations planned and real by age: people counted once per action, never inhabitants."""

from __future__ import annotations

from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.domain.chart import Groups
from dashboard.domain.funding import Action
from dashboard.domain.indicator import Status, missing_mark
from dashboard.domain.people import Count
from dashboard.exhibits import common
from dashboard.view import View


def exhibit(view: View) -> Exhibit | None:
    """Planned and real by age for the lines chosen; None where nothing is published."""
    if not view.store.counts.get("beneficiaires"):
        return None
    found = view.store.actions.people(view.selection, "tranche")
    if not found.rows:
        return None
    chart = Groups(found)
    span = french.years(*view.selection.years)
    columns = (Column("Âge"), Column("Prévu", numeric=True), Column("Réel", numeric=True))
    rows = tuple(Row((Cell(group), cell(a), cell(b))) for group, a, b in found.rows)
    notes = [
        "Une personne est comptée une fois par action : ce sont des participations, "
        "jamais des habitants."
    ]
    if found.masked:
        notes.append("Les effectifs de 1 à 4 sont masqués (« s ») et ne sont pas dans les sommes.")
    return Exhibit(
        slug="participations",
        title=f"Participations prévues et réelles, {span}",
        subtitle="Par âge, une personne comptée une fois par action",
        chart=chart,
        height=height(chart),
        table=Table(f"Participations, {common.filters_text(view)}", columns, rows, tuple(notes)),
        reading=text(_reading(found.rows)),
        alt=common.alt(f"Barres par âge, participations prévues et réelles, {span}"),
        source=common.money_source(view),
        frame=common.frame_of_lines(view),
        file_name=common.file_name(view, common.frame_of_lines(view), "participations", span),
        notes=tuple(notes),
        tags=common.fictional_tag(view),
    )


def of_action(view: View, action: Action, axis: str, label: str) -> Exhibit | None:
    """Planned and real of one action by sex or by age; None where nothing is published."""
    rows = view.store.actions.people_of(action.code, axis).rows
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
        reading=text(_reading(rows)),
        alt=common.alt("Tableau des participations prévues et réelles"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, "participations", action.code, axis),
        notes=("« s » : effectif de 1 à 4, ou masqué pour qu’aucun calcul ne le retrouve.",),
        tags=common.fictional_tag(view),
    )


def cell(value: Count) -> Cell:
    """A count of people, or the mark of its absence."""
    return common.count_cell(value) if isinstance(value, int) else Cell(missing_mark(value))


def _reading(rows: tuple[tuple[str, Count, Count], ...]) -> str:
    group, planned, real = rows[0]
    return f"{group} : {said(planned, 'prévue[s]')}, {said(real, 'réelle[s]')}."


def said(count: Count, which: str) -> str:
    """« 12 participations prévues », or why their number is not said."""
    if not isinstance(count, int):
        why = "tenues secrètes" if count is Status.SECRET else "non publiées"
        return french.agree(f"participations {which} {why}", 2)
    return french.agree(f"{french.number(count)}{french.NBSP}participation[s] {which}", count)
