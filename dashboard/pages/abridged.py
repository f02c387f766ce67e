"""The portrait of a quarter as paper abridges it: one choice of its parts, whoever prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.content import Block, Exhibit, Hero, Notice, Prose, Table, Terms, Text
from dashboard.exhibits import action_list
from dashboard.pages import shared
from dashboard.pages.page import exhibits_in
from dashboard.words import lexicon

REST = (
    "Non imprimés : autres indicateurs et figures, montants par an et par porteur, participation, "
    "définitions. Ils sont à l’adresse ci-dessous."
)


@dataclass(frozen=True)
class Abridged:
    """The parts of a portrait that ``shown``, its blocks, holds. No word of them is explained in
    place: paper is not pressed."""

    shown: Sequence[Block]

    @cached_property
    def exhibits(self) -> Mapping[str, Exhibit]:
        """The exhibits by their slugs."""
        return {item.slug: bare(item) for item in exhibits_in(self.shown)}

    @property
    def hero(self) -> Hero:
        """The head, without what is pressed."""
        found = next(item for item in self.shown if isinstance(item, Hero))
        return replace(found, lead=lexicon.bare(found.lead), buttons=())

    @property
    def gap(self) -> Exhibit | None:
        """How the quarter stands beside its reference; None where nothing is measured of it."""
        return self.exhibits.get("ecart")

    @property
    def situation(self) -> tuple[Prose, ...]:
        """What is known where the quarter itself is not measured; nothing where it is."""
        prose = (item for item in self.shown if isinstance(item, Prose))
        return tuple(_bare(item) for item in prose if item.title == shared.SITUATION)

    def lines(self, dated: bool) -> tuple[Exhibit, Table] | None:
        """The largest lines and what is printed of their table, with their year where they are
        ``dated``; None where the territory publishes no money."""
        found = self.exhibits.get("lignes")
        return (found, _narrowed(found.table, dated)) if found else None

    def contacts(self, most: int) -> tuple[Terms, ...]:
        """Whom to turn to, ``most`` of them."""
        found = [item for item in self.shown if isinstance(item, Terms) and not item.anchored]
        return tuple(replace(item, items=item.items[:most]) for item in found[:1])

    def limits(self, most: int) -> tuple[Prose, ...]:
        """What is not known, ``most`` sentences: of this quarter first, then of every figure."""
        general = [item for item in self.shown if isinstance(item, Prose) and item.bullets]
        return tuple(_bare(item, tuple(self._own()), most) for item in general[:1])

    def _own(self) -> Iterator[Text]:
        for item in self.shown:
            if isinstance(item, Notice):
                yield from item.paragraphs


def bare(item: Exhibit) -> Exhibit:
    """The exhibit as paper takes it: none of its words is explained in place."""
    return replace(item, reading=lexicon.bare(item.reading), verdict=lexicon.bare(item.verdict))


def _bare(value: Prose, first: Sequence[Text] = (), most: int | None = None) -> Prose:
    """That prose with ``first`` at its head, cut to ``most`` paragraphs."""
    said = (*first, *value.paragraphs)[:most]
    return replace(value, paragraphs=tuple(map(lexicon.bare, said)))


def _narrowed(table: Table, dated: bool) -> Table:
    """The lines of one quarter: its name goes, what tells how it is known stays at the title. The
    mark of the pillars stands once, above the table.

    Columns: title, holder, year, pillar, quarter, amounts, of which the last is the one counted.
    """
    rows = []
    for row in table.rows:
        title, holder, year, pillar, quarter, *_, amount = row.cells
        note = year.text if dated else ""
        marked = replace(title, tags=(*title.tags, *quarter.tags), note=note)
        rows.append(replace(row, cells=(marked, holder, replace(pillar, tags=()), amount)))
    title_, holder_, _, pillar_, *_, amount_ = table.columns
    if amount_.label == action_list.SHARE:
        amount_ = replace(amount_, label="Sa part")
    return replace(table, columns=(title_, holder_, pillar_, amount_), rows=tuple(rows))
