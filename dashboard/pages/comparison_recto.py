"""A comparison on one A4: gaps in words, rates and money drawn, what leads in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.charts.height import height
from dashboard.content import Block, Exhibit, Hero, Printed, Prose, Recto, text
from dashboard.domain import french
from dashboard.domain.chart import SideBySide
from dashboard.exhibits import common, compared, compared_money, compared_rates
from dashboard.pages import paper
from dashboard.pages.abridged import bare
from dashboard.pages.page import Page, Panel, exhibits_in
from dashboard.view import View
from dashboard.words import lexicon

SCALE = 0.7
LIMITS = 2
BARS, FEWEST = 20, 4
"""Bars that hold on the sheet beside the money; rates that are drawn however many they take."""
REST = (
    "Non imprimés : revenus, âges, ménages, logement, euros par habitant, autres indicateurs. Ils "
    "sont à l’adresse ci-dessous."
)


def printed(page: Page) -> Page:
    """The page with the panel that paper shows in place of the others, once quarters are chosen."""
    return replace(page, panels=(*page.panels, Panel("papier", lambda view: _recto(page, view))))


def _recto(page: Page, view: View) -> tuple[Block, ...]:
    blocks = page.blocks(view)
    found = {item.slug: bare(item) for item in exhibits_in(blocks)}
    rates, leads = found.get(compared_rates.SLUG), found[compared.SLUG]
    if rates is None:
        return ()
    money = found.get(compared_money.SLUG)
    drawn = (rates, *([money] if money else []))
    return (
        Recto(
            hero=_hero(view, blocks),
            place=Printed(_shortened(rates), SCALE),
            beside=tuple(_beside(blocks, money)),
            tables=(Printed(_plain(leads), 0.0),),
            words=tuple(_limits(blocks)),
            source=" ; ".join(paper.sources((*drawn, leads))),
            rest=REST,
        ),
    )


def _hero(view: View, blocks: Sequence[Block]) -> Hero:
    hero = next(block for block in blocks if isinstance(block, Hero))
    chosen = compared.Chosen(view)
    perimeters = french.capital(common.perimeter_text(chosen.generation))
    return replace(hero, lead=text(f"{chosen.names}."), kicker=perimeters)


def _shortened(rates: Exhibit) -> Exhibit:
    """The first rates, as many as hold."""
    if not isinstance(rates.chart, SideBySide):
        return rates
    profile = rates.chart.profile
    most = max(FEWEST, BARS // len(profile.places))
    chart = SideBySide(replace(profile, lines=profile.lines[:most]))
    return replace(rates, chart=chart, height=height(chart))


def _plain(leads: Exhibit) -> Exhibit:
    """The table without its themes."""
    rows = tuple(row for row in leads.table.rows if not row.group)
    return replace(leads, controls=(), table=replace(leads.table, rows=rows))


def _beside(blocks: Sequence[Block], money: Exhibit | None) -> Iterator[Printed | Prose]:
    """The gaps in words, then the money."""
    for block in blocks:
        if isinstance(block, Prose) and block.title == compared.GAPS:
            yield _bare(block)
    if money is not None:
        yield Printed(replace(money, reading=()), SCALE)


def _limits(blocks: Sequence[Block]) -> Iterator[Prose]:
    """What does not compare, then the first limits."""
    for block in blocks:
        if isinstance(block, Prose) and block.bullets and block.title != compared.GAPS:
            yield _bare(replace(block, paragraphs=block.paragraphs[:LIMITS]))


def _bare(value: Prose) -> Prose:
    return replace(value, paragraphs=tuple(map(lexicon.bare, value.paragraphs)))
