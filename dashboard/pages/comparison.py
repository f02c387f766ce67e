"""Comparer: two to four quarters, their gaps, their money, what does not compare."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard import keys
from dashboard.content import Block, Control, Exhibit, Hero, text
from dashboard.domain.option import ALL, COMMA
from dashboard.domain.territory import Territory
from dashboard.exhibits import (
    ages,
    choose,
    compared,
    compared_money,
    compared_rates,
    incomes,
    per_head,
    structure,
)
from dashboard.exhibits.compared import Chosen
from dashboard.exhibits.structure import StructureParts
from dashboard.pages import guidance, shared
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.view import View

PATH = "/comparer"
ComparisonMaker = Callable[[View, tuple[Territory, ...]], Exhibit | None]


def _hero(view: View) -> tuple[Block, ...]:
    chosen = Chosen(view)
    lead = f"{chosen.names}, côte à côte. " if chosen.several else ""
    return (Hero("Comparer des quartiers", text(f"{lead}{compared.CHOOSE}")),)


def _boxes(view: View) -> tuple[Control, ...]:
    """The quarters to tick, then the perimeters."""
    quarters = keys.QUARTER.control(view.store, view.selection)
    offered = tuple(choice for choice in quarters.choices if choice.value != ALL)
    chosen = Chosen(view)
    named = view.selection.having(keys.QUARTER.name, COMMA.join(chosen.asked))
    value = keys.QUARTER.control(view.store, named).value
    ticked = replace(
        quarters, label="Quartiers à comparer", choices=offered, value=value, kind="checks"
    )
    generation = chosen.generation
    return (ticked, choose.generation_control(view, generation)) if generation else (ticked,)


def _written(view: View) -> tuple[Block, ...]:
    chosen = Chosen(view)
    if not chosen.several:
        return ()
    found = compared.apart(chosen)
    return (compared.gaps(chosen), *((found,) if found else ()))


def _leading(view: View) -> tuple[Block, ...]:
    return (replace(compared.leading(Chosen(view)), controls=_boxes(view)),)


def _whole(view: View) -> tuple[Block, ...]:
    chosen = Chosen(view)
    return (compared.whole(chosen),) if chosen.several and chosen.rows else ()


def _money(view: View) -> tuple[Block, ...]:
    chosen = Chosen(view)
    found = compared_money.exhibit(chosen) if chosen.several else None
    return (found,) if found else ()


def _measured(make: ComparisonMaker) -> Callable[[View], tuple[Block, ...]]:
    """What shows the quarters that are measured, where two of them are."""

    def show(view: View) -> tuple[Block, ...]:
        places = Chosen(view).measured
        found = make(view, places) if len(places) >= compared.FEWEST else None
        return (found,) if found else ()

    return show


def _of(parts: StructureParts) -> ComparisonMaker:
    return lambda view, places: structure.exhibit(view, places, parts)


def _rates(view: View, places: tuple[Territory, ...]) -> Exhibit | None:
    return compared_rates.exhibit(Chosen(view))


def _limits(view: View) -> tuple[str, ...]:
    return (guidance.RATE_OR_COUNT, *shared.money_limits(view))


PAGE = Page(
    slug="comparaison",
    path=PATH,
    label="Comparer",
    listed=MenuPlace.FOOT,
    listed_as="Comparer des quartiers",
    title=lambda view: "Comparer des quartiers",
    description="Deux à quatre quartiers côte à côte : écarts, argent, ce qui ne se compare pas.",
    panels=(
        Panel("tete", _hero),
        Panel("comparaison", _leading),
        Panel("ecarts", _written),
        Panel("taux", _measured(_rates), 6, label="Les taux"),
        Panel("niveaux-de-vie", _measured(incomes.exhibit), 6, label="Les revenus"),
        Panel("argent", _money, 6, money=True, label="L’argent"),
        Panel("par-habitant", _measured(per_head.exhibit), 6, money=True, label="Par habitant"),
        Panel("ages", _measured(ages.exhibit), 6, label="Les âges"),
        Panel("enfants", _measured(_of(structure.CHILDREN)), 6),
        Panel("menages", _measured(_of(structure.HOUSEHOLDS)), 6, label="Les ménages"),
        Panel("pieces", _measured(_of(structure.ROOMS)), 6, label="Le logement"),
        Panel("indicateurs", _whole, label="Tous les indicateurs"),
        guidance.panel("comparaison", _limits),
    ),
    filters=(keys.PILLAR, keys.YEAR),
)
