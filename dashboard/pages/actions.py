"""Actions: « Qui fait quoi, où, avec quel argent ? »"""

from __future__ import annotations

from dataclasses import replace

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import (
    Block,
    Cell,
    Column,
    Exhibit,
    Fold,
    Hero,
    Row,
    Span,
    Table,
    Text,
    text,
)
from dashboard.domain import french
from dashboard.domain.breakdown import Slice
from dashboard.domain.chart import Stages
from dashboard.domain.claim import Claim
from dashboard.exhibits import (
    action_list,
    breakdown,
    by_year,
    changes,
    common,
    money,
    moved,
    participations,
    told,
)
from dashboard.exhibits.breakdown import Axis
from dashboard.pages import absent, guidance, shared
from dashboard.pages.page import Page, Panel
from dashboard.view import View

TITLE = "Qui fait quoi, où, avec quel argent ?"


def _hero(view: View) -> tuple[Block, ...]:
    if not view.store.coverage.money:
        return (Hero(TITLE, text(shared.NO_MONEY)),)
    lead = text(*shared.lines_sentence(view), ". ", _what(view))
    return (Hero(TITLE, lead),)


def _what(view: View) -> str:
    if view.store.settings.fictional:
        return "Tout est inventé pour montrer l’outil."
    others = ", et d’autres financeurs n’y figurent pas" if view.store.coverage.funders < 2 else ""
    return (
        f"Chaque ligne est une {view.store.settings.line.singular}, pas le budget du contrat : une "
        f"action peut en recevoir plusieurs{others}."
    )


def _listing(view: View) -> tuple[Block, ...]:
    return (*_holder_notice(view), action_list.listing(view))


def _holder_notice(view: View) -> tuple[Block, ...]:
    slug, searched = keys.HOLDER.value(view.selection), keys.SEARCH.value(view.selection)
    return (by_year.exhibit(view, slug, searched),) if slug or searched else ()


def _stages(view: View) -> tuple[Block, ...]:
    if absent.absent(view, "etapes"):
        return ()
    slices = view.store.fundings.by_stage(view.selection)
    span = french.years(*view.selection.years)
    rows = tuple(
        Row((Cell(s.label), common.count_cell(s.count), common.money_cell(s.amount)))
        for s in slices
    )
    columns = (
        Column("Étape"),
        Column(french.capital(view.store.settings.line.number), numeric=True),
        Column("Montant", numeric=True),
    )
    first, last = slices[0], slices[-1]
    frame = common.frame_of_lines(view)
    chart = Stages(tuple(slices), view.store.settings.line)
    return (
        Exhibit(
            slug="etapes",
            title=f"De la demande à la justification, {span}",
            subtitle="Chaque étape contient la suivante : elles ne s’additionnent pas",
            chart=chart,
            height=height(chart),
            table=Table(f"Montants par étape, {common.filters_text(view)}", columns, rows),
            reading=text(*_at_stage(view, first), ", ", *_at_stage(view, last), "."),
            alt=common.alt(f"Barres par étape, {span} : {french.euros(first.amount)} demandés"),
            source=common.money_source(view),
            frame=frame,
            file_name=common.file_name(view, frame, "etapes", span),
            tags=common.fictional_tag(view),
        ),
    )


def _at_stage(view: View, item: Slice) -> Text:
    part = ("etape", item.slug)
    return text(
        told.amount(view.selection, item.amount, part=part), f" au stade « {item.label.lower()} »"
    )


def _unless_absent(axis: Axis) -> Panel:
    """The bars of an axis, where the source says something of it."""
    return Panel(
        axis.slug,
        lambda view: () if absent.absent(view, axis.slug) else (breakdown.exhibit(view, axis),),
        6,
        money=True,
        label=french.capital(axis.by),
    )


def _participations(view: View) -> tuple[Block, ...]:
    found = participations.exhibit(view)
    return (found,) if found else ()


def _changes(view: View) -> tuple[Block, ...]:
    detail = moved.exhibit(view)
    found = changes.exhibit(view)
    return (found, Fold(detail.title, (detail,))) if detail else (found,)


def _further(view: View) -> tuple[Block, ...]:
    found = view.store.money.by_holder(view.selection)
    if not found.slices:
        return ()
    rows, running = [], 0.0
    for rank, item in enumerate(found.slices[:10], start=1):
        running += item.amount
        share = 100 * running / found.amount if found.amount else 0.0
        rows.append(
            Row(
                (
                    Cell(french.ordinal(rank), rank),
                    Cell(item.label, href=view.here(porteur=item.slug)),
                    common.money_cell(item.amount),
                    Cell(french.share(share), round(share, 1)),
                )
            )
        )
    columns = (
        Column("Rang"),
        Column("Porteur"),
        Column("Montant", numeric=True),
        Column("Part cumulée", numeric=True),
    )
    first = tuple(item.slug for item in found.slices[:10])
    part = (keys.HOLDER.name, "|".join(first))
    reached = Span(rows[-1].cells[3].text, claim=Claim(told.SHARE, share, view.selection, part))
    table = Exhibit(
        slug="concentration",
        title=f"Part des premiers porteurs, {french.years(*view.selection.years)}",
        subtitle="Les dix montants les plus élevés, cumulés",
        table=Table(
            f"Concentration par porteur, {common.filters_text(view)}", columns, tuple(rows)
        ),
        table_first=True,
        reading=text(_first(len(rows)), reached, f" du montant {told.span(view)}."),
        alt=common.alt("Tableau de la part cumulée des premiers porteurs"),
        source=common.money_source(view),
        frame=common.frame_of_lines(view),
        file_name=common.file_name(view, common.frame_of_lines(view), "concentration"),
        tags=common.fictional_tag(view),
    )
    return (Fold("Pour aller plus loin : la concentration par porteur", (table,)),)


def _first(count: int) -> str:
    if count == 1:
        return "le premier porteur reçoit "
    return f"les {french.cardinal(count)} premiers porteurs reçoivent "


def _axis(axis: Axis) -> Panel:
    bars = Panel(axis.slug, lambda view: (breakdown.exhibit(view, axis),), 6, money=True)
    return replace(bars, label=french.capital(axis.by))


PAGE = Page(
    slug="actions",
    path="/actions",
    label="Actions",
    title=lambda view: "Actions",
    description="Subventions de la politique de la ville par pilier, porteur, thème et quartier.",
    panels=(
        Panel("tete", _hero),
        Panel(
            "montants", lambda view: (money.amounts(view),), 6, money=True, label="L’argent par an"
        ),
        Panel("nombres", lambda view: (money.counts(view),), 6, money=True),
        Panel(changes.SLUG, _changes, money=True, label="Ce qui a changé"),
        Panel("actions", _listing, money=True, label="La liste"),
        _axis(breakdown.PILLARS),
        _axis(breakdown.QUARTERS),
        _axis(breakdown.THEMES),
        _axis(breakdown.HOLDERS),
        _unless_absent(breakdown.FUNDERS),
        Panel("etapes", _stages, 6, money=True, label="Les étapes"),
        _unless_absent(breakdown.PUBLICS),
        _unless_absent(breakdown.AGES),
        Panel("participations", _participations, 6, money=True, label="Les participations"),
        Panel("absents", absent.sentence, 6, money=True, label="Ce qui n’est pas publié"),
        Panel("plus-loin", _further, money=True),
        guidance.panel("actions", shared.money_limits),
    ),
    keys=(
        keys.SEARCH,
        keys.THEME,
        keys.HOLDER,
        keys.PUBLIC,
        keys.AGE,
        keys.AGAINST,
        keys.DETAIL,
        keys.SORT,
        keys.ROWS,
    ),
)
