"""Who gives, for what, and where it goes: funders, pillars, quarters, where funders are several."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.flow import SEVERAL, Flow, FlowNode, Flows
from dashboard.domain.funding import NO_QUARTER
from dashboard.domain.pillar import Pillar
from dashboard.exhibits import common, told
from dashboard.view import View

SLUG = "flux"
NAMED = 8
"""Quarters that the figure names; the others stand together."""
UNSAID = {SEVERAL: "Plusieurs quartiers", NO_QUARTER: "Sans quartier nommé"}
"""What is no quarter of its own."""
_Part = tuple[str | None, str | None, tuple[str, ...] | None]
"""A funder, a pillar, places that stand together: each of them, or all."""


@dataclass(frozen=True)
class _Found:
    """The flows of a view, and the funders, the pillars and the places that have some."""

    view: View
    flows: tuple[Flow, ...]

    @cached_property
    def funders(self) -> list[str]:
        """The funders, the largest first."""
        return _ranked(self._sums(lambda flow: flow.funder))

    @cached_property
    def pillars(self) -> list[Pillar]:
        """The pillars of every contract, in order."""
        held = {flow.pillar for flow in self.flows}
        every = self.view.store.settings.pillars
        return [pillar for pillar in every if pillar.slug in held]

    @cached_property
    def places(self) -> list[tuple[str, ...]]:
        """The quarters, the largest first, those that are too many together; then what serves
        several of them, then what names none: each as the codes that it holds."""
        ranked = _ranked(self._sums(lambda flow: flow.place))
        alone = [code for code in ranked if code not in (SEVERAL, NO_QUARTER)]
        few = [(code,) for code in alone[:NAMED]]
        rest = [tuple(alone[NAMED:])] if alone[NAMED:] else []
        return [*few, *rest, *((code,) for code in (SEVERAL, NO_QUARTER) if code in ranked)]

    def _sums(self, of: Callable[[Flow], str]) -> dict[str, float]:
        found: dict[str, float] = {}
        for flow in self.flows:
            found[of(flow)] = found.get(of(flow), 0.0) + flow.euros
        return found

    @cached_property
    def _euros(self) -> dict[_Part, float]:
        """Euros of every funder, pillar and place, and of all of each, which None stands for."""
        holder = {code: codes for codes in self.places for code in codes}
        found: dict[_Part, float] = {}
        for flow in self.flows:
            own = (flow.funder, None), (flow.pillar, None), (holder[flow.place], None)
            for part in product(*own):
                found[part] = found.get(part, 0.0) + flow.euros
        return found

    def euros(
        self,
        funder: str | None = None,
        pillar: Pillar | None = None,
        places: tuple[str, ...] | None = None,
    ) -> float:
        """Euros of that funder, for that pillar, in those places; of all where none is said."""
        return self._euros.get((funder, pillar.slug if pillar else None, places), 0.0)


def exhibit(view: View) -> Exhibit | None:
    """The flows of the years and filters of the view; None where one funder alone is published."""
    if view.store.coverage.funders < 2:
        return None
    found = _Found(view, view.store.fundings.flows(view.selection))
    chart = _chart(found) if found.flows else None
    span, frame = french.years(*view.selection.years), common.frame_of_lines(view)
    title = f"De qui vient l’argent, pour quoi, et où il va, {span}"
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle=french.capital(told.of(view).sum()),
        chart=chart,
        height=height(chart),
        table=_table(found, title),
        reading=_reading(found),
        alt=common.alt(f"Rubans des financeurs aux piliers, puis aux quartiers, {span}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, span),
        notes=(
            "« Plusieurs quartiers » : une ligne qui en nomme plusieurs est ici une fois, entière, "
            "ou pour la part des quartiers choisis.",
            "« Sans quartier nommé » : l’argent sert l’agglomération ou un quartier que la source "
            "ne dit pas.",
        ),
        tags=(*common.warning_tags(view), *common.pillar_tag(view)),
        empty=f"Rien ne répond à ces filtres {common.years_text(view)}.",
    )


def alone(view: View) -> Text:
    """What the page says where one funder alone is published."""
    names = [row["nom"] for row in view.store.rows("financeurs")]
    who = f", {names[0]}" if len(names) == 1 else ""
    return text(
        f"Un seul financeur est publié ici{who} : il n’y a pas de flux entre financeurs, piliers "
        "et quartiers à montrer."
    )


def _ranked(sums: Mapping[str, float]) -> list[str]:
    return sorted(sums, key=lambda name: -sums[name])


def _chart(found: _Found) -> Flows:
    places = found.places
    return Flows(
        tuple(_node(_funder(found, code), found.euros(code)) for code in found.funders),
        tuple(_pillar(found, pillar) for pillar in found.pillars),
        tuple(_place(found, codes) for codes in places),
        tuple(tuple(found.euros(code, p) for p in found.pillars) for code in found.funders),
        tuple(tuple(found.euros(None, p, codes) for codes in places) for p in found.pillars),
    )


def _node(
    label: str, amount: float, role: str = "", pick: tuple[str, str] | None = None
) -> FlowNode:
    return FlowNode(label, amount, french.short_euros(amount), role, pick)


def _funder(found: _Found, code: str) -> str:
    rows = found.view.store.rows("financeurs")
    return next(str(row["court"] or row["nom"]) for row in rows if row["code"] == code)


def _pillar(found: _Found, pillar: Pillar) -> FlowNode:
    pick = (keys.PILLAR.name, pillar.slug)
    return _node(pillar.short, found.euros(None, pillar), pillar.role, pick)


def _place(found: _Found, codes: tuple[str, ...]) -> FlowNode:
    label, code = _named(found, codes)
    pick = (keys.QUARTER.name, code) if code else None
    return _node(label, found.euros(None, None, codes), "", pick)


def _named(found: _Found, codes: Sequence[str]) -> tuple[str, str]:
    """The words of a destination, and the code that chooses it where it is a quarter."""
    if len(codes) > 1:
        return french.counted(len(codes), "autre quartier", "autres quartiers"), ""
    if codes[0] in UNSAID:
        return UNSAID[codes[0]], ""
    places, chosen = found.view.store.places, found.view.selection
    generation = chosen.generation or places.in_force(chosen.year)[-1]
    here = places.same_place(codes[0], generation) or places.by_code[codes[0]]
    return here.name, here.code


def _table(found: _Found, title: str) -> Table:
    """Each flow from a funder through a pillar to a place, the largest first."""
    columns = (
        Column("Financeur"),
        Column("Pilier"),
        Column("Quartier"),
        Column("Montant", numeric=True),
        Column("Part", numeric=True),
    )
    every = product(found.funders, found.pillars, found.places)
    held = [(found.euros(*each), *each) for each in every]
    some = sorted((flow for flow in held if flow[0]), key=lambda flow: -flow[0])
    whole = found.euros()
    rows = tuple(
        Row(
            (
                Cell(_funder(found, funder)),
                Cell(pillar.short),
                Cell(_named(found, codes)[0]),
                common.money_cell(euros),
                Cell(french.share(100 * euros / whole)),
            )
        )
        for euros, funder, pillar, codes in some
    )
    return Table(title, columns, rows, paged=True)


def _reading(found: _Found) -> Text:
    """The largest flow from a funder to a pillar, among all."""
    view, when = found.view, common.years_text(found.view)
    if not found.flows:
        return text(f"{when}, {told.of(view).absence}.")
    pairs = product(found.funders, found.pillars)
    funder, pillar = max(pairs, key=lambda pair: found.euros(*pair))
    scope = view.selection.having(keys.PILLAR.name, pillar.slug)
    part = ("financeur", funder)
    given = told.amount(scope, found.euros(funder, pillar), part=part)
    whole = told.amount(view.selection, found.euros())
    who = f"le plus large ruban va de « {_funder(found, funder)} » au pilier « {pillar.name} »"
    return text(f"{when}, {who} : ", given, ", sur ", whole, " en tout.")
