"""« Fiche de quartier »: the portrait of a quarter as one A4, made of the exhibits of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard import keys
from dashboard.content import (
    Block as Shown,
)
from dashboard.content import (
    Exhibit,
    Hero,
    Notice,
    Prose,
    Terms,
)
from dashboard.documents import imprint
from dashboard.documents.imprint import Stamp
from dashboard.documents.value import Block, Document, Figure, Pair, Rows
from dashboard.domain import french
from dashboard.exhibits import alone, common, landmarks
from dashboard.pages import portrait, recto, shared
from dashboard.pages.page import Page, exhibits_in
from dashboard.view import View
from dashboard.words import lexicon
from dashboard.words.typography import typeset

KIND, TEMPLATE = "Fiche de quartier", "fiche"
MAP, GAP = 74.0, 102.0
"""Millimetres of the two figures side by side."""

SHARE = MAP / (MAP + GAP)

PANELS = ("tete", "ecart", "indicateurs", "montants", "lignes", "personnes", "limites")
LINES, LEAST = 14, 3
CONTACTS, LIMITS = 4, 4


@dataclass(frozen=True)
class _Found:
    """The parts of the portrait that the sheet is made of."""

    view: View
    shown: Sequence[Shown]

    @cached_property
    def exhibits(self) -> Mapping[str, Exhibit]:
        return {item.slug: item for item in exhibits_in(self.shown)}

    @property
    def hero(self) -> Hero:
        return next(item for item in self.shown if isinstance(item, Hero))

    @property
    def landmarks(self) -> Exhibit | None:
        """The rates that lead; None where nothing is measured of the quarter."""
        if "indicateurs" not in self.exhibits:
            return None
        found = typeset(landmarks.exhibit(self.view, portrait.quarter_of(self.view)))
        return found if found.table.rows else None


def of(page: Page, view: View, at: Stamp) -> Document:
    """The sheet of the quarter that the view names, for its year and its filters."""
    panels = (page.panel(slug) for slug in PANELS)
    found = _Found(view, [block for panel in panels if panel for block in panel.blocks(view)])
    hero = found.hero
    return Document(
        kind=KIND,
        title=hero.title,
        kicker=hero.kicker,
        filters=typeset(common.filters_text(view)),
        lead=lexicon.bare(hero.lead),
        blocks=tuple(_blocks(found)),
        rest=recto.REST,
        imprint=imprint.of(page, view, at),
        file_name=_file_name(view),
    )


def _file_name(view: View) -> str:
    quarter, span = portrait.quarter_of(view), french.years(*view.selection.years)
    frame = common.frame_of(view, (keys.PILLAR,))
    return common.file_name(view, frame, "fiche", quarter.name, quarter.code, span)


def _blocks(found: _Found) -> Iterator[Block]:
    if found.hero.key_figures:
        yield found.hero.key_figures
    where, beside = Figure(typeset(alone.place(found.view)), MAP), tuple(_beside(found))
    contacts, limits = tuple(_contacts(found)), tuple(_limits(found))
    drawn = any(isinstance(block, Figure) for block in beside)
    yield Pair((where,), beside if drawn else (*beside, *contacts, *limits), SHARE)
    rates = found.landmarks
    if rates is not None:
        yield Rows(rates, rates.table, len(rates.table.rows), len(rates.table.rows))
    if "lignes" in found.exhibits:
        lines = found.exhibits["lignes"]
        table = recto.lines(lines.table, found.view.selection.is_period)
        yield Rows(lines, table, LEAST, LINES)
    if drawn:
        yield Pair(contacts, limits)


def _beside(found: _Found) -> Iterator[Block]:
    """The gap where it is drawn; else what is known and why, then the money of each year."""
    gap = found.exhibits.get("ecart")
    if gap is not None and gap.chart is not None:
        yield Figure(alone.gap(gap), GAP)
        return
    said = [item for item in found.shown if isinstance(item, Prose)]
    yield from (item for item in said if item.title == shared.SITUATION)
    money = found.exhibits.get("montants")
    if money is not None and money.chart is not None:
        yield Figure(money, GAP)


def _contacts(found: _Found) -> Iterator[Block]:
    terms = (item for item in found.shown if isinstance(item, Terms) and not item.anchored)
    for item in list(terms)[:1]:
        yield replace(item, items=item.items[:CONTACTS])


def _limits(found: _Found) -> Iterator[Block]:
    """What is not known: first what is said of this quarter, then the limits of every figure."""
    notices = [item for item in found.shown if isinstance(item, Notice)]
    own = [part for item in notices for part in item.paragraphs]
    general = [item for item in found.shown if isinstance(item, Prose) and item.bullets]
    for item in general[:1]:
        said = tuple(lexicon.bare(part) for part in (*own, *item.paragraphs))
        yield replace(item, paragraphs=said[:LIMITS])
