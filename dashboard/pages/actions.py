"""Actions: « Qui fait quoi, où, avec quel argent ? »"""

from __future__ import annotations

from dashboard import keys
from dashboard.content import Block, Fold, Hero, Prose, Span, text
from dashboard.domain import french
from dashboard.domain.claim import Claim
from dashboard.exhibits import (
    action_list,
    by_year,
    changes,
    explorer,
    flows,
    money,
    moved,
    participations,
    path,
    told,
)
from dashboard.pages import absent, guidance, refused, shared
from dashboard.pages.page import Former, MenuPlace, Page, Panel
from dashboard.view import View

FORMER = tuple(
    Former(slug, explorer.SLUG, keys.CUT.name, axis)
    for slug, axis in (
        ("piliers", ""),
        ("par-quartier", "quartier"),
        ("themes", "theme"),
        ("porteurs", "porteur"),
        ("concentration", "porteur"),
        ("financeurs", "financeur"),
        ("etapes", "etape"),
        ("publics", "public"),
        ("parcours", "age"),
    )
)
"""The figures that the page had before one explored them all."""
FIRST = 3
"""Holders whose part is told."""
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


def _participations(view: View) -> tuple[Block, ...]:
    found = participations.exhibit(view)
    return (found,) if found else ()


def _changes(view: View) -> tuple[Block, ...]:
    detail = moved.exhibit(view)
    found = changes.exhibit(view)
    return (found, Fold(detail.title, (detail,))) if detail else (found,)


def _flows(view: View) -> tuple[Block, ...]:
    found = flows.exhibit(view)
    return (found,) if found else (Prose((flows.alone(view),)),)


def _path(view: View) -> tuple[Block, ...]:
    found = path.exhibit(view)
    return (found,) if found else ()


def _explorer(view: View) -> tuple[Block, ...]:
    return (explorer.exhibit(view), *_concentration(view))


def _concentration(view: View) -> tuple[Block, ...]:
    """The part that the first three holders take, in a sentence that leads to its figure."""
    found = view.store.money.by_holder(view.selection)
    first = found.slices[:FIRST]
    if len(found.slices) <= FIRST or not found.amount:
        return ()
    share = 100 * sum(item.amount for item in first) / found.amount
    part = (keys.HOLDER.name, "|".join(item.slug for item in first))
    reached = Span(french.share(share), True, claim=Claim(told.SHARE, share, view.selection, part))
    names = french.listed([item.label for item in first])
    holders = Span("Voir tous les porteurs", href=view.here(**{keys.CUT.name: keys.HOLDER.name}))
    head = f"Pour {told.where(view)}, les {french.cardinal(FIRST)} premiers porteurs reçoivent "
    whole = f" du montant {told.span(view)} : {names}. "
    return (Prose((text(head, reached, whole, holders, "."),)),)


PAGE = Page(
    slug="actions",
    path="/actions",
    label="Actions",
    listed=MenuPlace.MENU,
    title=lambda view: "Actions",
    description="Subventions de la politique de la ville par pilier, porteur, thème et quartier.",
    spans=True,
    former=FORMER,
    panels=(
        Panel("tete", _hero),
        Panel(explorer.SLUG, _explorer, money=True, label="Mesurer, comparer"),
        Panel(changes.SLUG, _changes, money=True, label="Ce qui a changé"),
        Panel(
            "montants", lambda view: (money.amounts(view),), 6, money=True, label="L’argent par an"
        ),
        Panel("nombres", lambda view: (money.counts(view),), 6, money=True),
        Panel(flows.SLUG, _flows, money=True, label="D’où vient l’argent"),
        Panel("actions", _listing, money=True, label="La liste"),
        Panel(path.SLUG, _path, money=True, label="Le parcours des jeunes"),
        Panel("participations", _participations, 6, money=True, label="Les participations"),
        Panel("absents", absent.sentence, 6, money=True, label="Ce qui n’est pas publié"),
        refused.panel("actions"),
        guidance.panel("actions", shared.money_limits),
    ),
    keys=(
        keys.SEARCH,
        keys.THEME,
        keys.HOLDER,
        keys.PUBLIC,
        keys.AGE,
        keys.QUANTITY,
        keys.CUT,
        keys.AGAINST,
        keys.DETAIL,
        keys.SORT,
        keys.ROWS,
    ),
)
