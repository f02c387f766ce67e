"""The lines of the quarter whose portrait it is: the largest ones, and where the others are."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Block, Exhibit, Span, Text, text
from dashboard.domain import french
from dashboard.exhibits import action_list, common, explorer_table, told
from dashboard.view import View

LARGEST = 12
"""Lines that the portrait shows: the list has them all."""


def blocks(view: View) -> tuple[Block, ...]:
    """The largest lines, what they make together, the way to the others."""
    found = view.store.actions.largest(view.selection, LARGEST)
    count = view.store.actions.count(view.selection)
    frame = common.frame_of_lines(view)
    line = view.store.settings.line
    title = f"{french.capital(line.plural)} du quartier, nommé ou proposé, {_span(view)}"
    return (
        Exhibit(
            slug="lignes",
            title=title,
            subtitle=_largest(count),
            table=replace(action_list.table(view, found, title), total=count),
            table_first=True,
            reading=(*_lines_reading(view), *_others(view, count)),
            alt=common.alt(f"Tableau : {title}"),
            source=common.money_source(view),
            frame=frame,
            file_name=common.file_name(view, frame, "lignes", _span(view)),
            notes=(explorer_table.PLACED,),
            tags=(*common.warning_tags(view), *common.pillar_tag(view)),
        ),
    )


def _largest(count: int) -> str:
    """The order of the lines, and where those are that the table has not."""
    first = "Les plus importantes d’abord"
    return first if count <= LARGEST else f"{first} ; la liste entière est dans « Actions »"


def _others(view: View, count: int) -> Text:
    """The way to the lines that the table has not."""
    if count <= LARGEST:
        return ()
    said = f"Voir les {view.store.settings.line.brief(count)} du quartier"
    return text(" ", Span(said, href=view.link("/actions")), ".")


def _lines_reading(view: View) -> Text:
    found, when = told.of(view), common.years_text(view)
    beside = told.beside_span(view)
    rest = text(" ; ", *beside, ".") if beside else text(".")
    if not found.count:
        return text(f"{when}, aucune ligne ne nomme le quartier", *rest)
    lines = told.count(view, found.scope, found.count)
    euros = told.amount(found.scope, found.amount)
    return text(f"{when}, ", lines, " pour le quartier, ", euros, *rest)


def _span(view: View) -> str:
    return french.years(*view.selection.years)
