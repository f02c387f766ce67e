"""« Fiche de quartier »: the portrait of a quarter as one A4, made of the exhibits of its page."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import keys
from dashboard.documents import imprint
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.value import DocumentBlock, Figure, PrintedRows, PrintedView, TwoColumns
from dashboard.domain import french
from dashboard.exhibits import alone, common, landmarks
from dashboard.pages import abridged, portrait
from dashboard.pages.abridged import Abridged
from dashboard.pages.page import Page
from dashboard.view import View
from dashboard.words.typography import typeset

KIND, TEMPLATE = "Fiche de quartier", "fiche"
MAP, GAP = 74.0, 102.0
"""Millimetres of the two figures side by side."""

SHARE = MAP / (MAP + GAP)

PANELS = ("tete", "ecart", "indicateurs", "montants", "lignes", "personnes", "limites")
LINES, LEAST = 14, 3
CONTACTS, LIMITS = 4, 4


def of(page: Page, view: View, at: DocumentStamp) -> PrintedView:
    """The sheet of the quarter that the view names, for its year and its filters."""
    panels = (page.panel(slug) for slug in PANELS)
    found = Abridged([block for panel in panels if panel for block in panel.blocks(view)])
    hero = found.hero
    return PrintedView(
        kind=KIND,
        title=hero.title,
        kicker=hero.kicker,
        filters=typeset(common.filters_text(view)),
        lead=hero.lead,
        blocks=tuple(_blocks(view, found)),
        rest=abridged.REST,
        imprint=imprint.of(page, view, at),
        file_name=_file_name(view),
    )


def _file_name(view: View) -> str:
    quarter, span = portrait.quarter_of(view), french.years(*view.selection.years)
    frame = common.frame_of(view, (keys.PILLAR,))
    return common.file_name(view, frame, "fiche", quarter.name, quarter.code, span)


def _blocks(view: View, found: Abridged) -> Iterator[DocumentBlock]:
    if found.hero.key_figures:
        yield found.hero.key_figures
    where, beside = Figure(typeset(alone.place(view)), MAP), tuple(_beside(found))
    contacts, limits = found.contacts(CONTACTS), found.limits(LIMITS)
    drawn = any(isinstance(block, Figure) for block in beside)
    yield TwoColumns((where,), beside if drawn else (*beside, *contacts, *limits), SHARE)
    yield from _tables(view, found)
    if drawn:
        yield TwoColumns(contacts, limits)


def _beside(found: Abridged) -> Iterator[DocumentBlock]:
    """The gap where it is drawn; else what is known and why, then the money of each year."""
    if found.gap is not None and found.gap.chart is not None:
        yield Figure(alone.gap(found.gap), GAP)
        return
    yield from found.situation
    money = found.exhibits.get("montants")
    if money is not None and money.chart is not None:
        yield Figure(money, GAP)


def _tables(view: View, found: Abridged) -> Iterator[PrintedRows]:
    """The rates that lead, where something is measured of the quarter, then the largest lines."""
    if "indicateurs" in found.exhibits:
        rates = typeset(landmarks.exhibit(view, portrait.quarter_of(view)))
        count = len(rates.table.rows)
        yield from [PrintedRows(rates, rates.table, count, count)] if count else []
    lines = found.lines(view.selection.is_period)
    if lines is not None:
        yield PrintedRows(*lines, LEAST, LINES)
