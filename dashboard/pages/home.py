"""Accueil: what this is, for whom, and what the year says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.content import Block, Hero, KeyFigures, Notice, Prose, Span, Text, text
from dashboard.domain import french
from dashboard.domain.contract import Contract
from dashboard.domain.funding import Action
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.exhibits import (
    choose,
    money,
    moved,
    orientations,
    place_map,
    quarter_list,
    standing,
    told,
    trend,
)
from dashboard.pages import absent, finding, guidance, shared
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.view import View

TITLE = "Le contrat de ville, quartier par quartier"


def _hero(view: View) -> tuple[Block, ...]:
    figures = (
        shared.population(view),
        shared.indicator_figure(view, choose.leads_of(view).main),
        shared.money_figure(view),
    )
    year = view.selection.year
    line = view.store.settings.line
    granted = (f"Voir les {line.plural} de {year}", view.link("/actions"))
    hero = Hero(
        title=view.worded(TITLE),
        lead=_lead(view),
        buttons=(granted,) if view.store.coverage.money else (),
        key_figures=KeyFigures(tuple(item for item in figures if item is not None)),
    )
    return (hero,)


def _lead(view: View) -> Text:
    """The quarters of the contract of the year, then those under watch that only the perimeters of
    the map have: a contract is not given the quarters of another."""
    contract = view.store.settings.contract(view.selection.year)
    shown = choose.generation_of(view, choose.indicator_of(view))
    own = view.store.places.quarters(contract.perimeters)
    counted = [said for kind in _KINDS if (said := view.worded(_counted(own, kind)))]
    held = f"{french.capital(french.listed(counted))} (contrat {contract.code})."
    missing = f"Aucun quartier du contrat {contract.code} n’est publié ici."
    return text(
        f"{held if counted else missing} {_former(view, contract, shown)}"
        "Voyez où ils sont, ce qui y est mené et comment la situation évolue."
    )


def _former(view: View, contract: Contract, shown: str) -> str:
    """« Le contrat 2015-2023 comptait aussi seize quartiers en veille active. »"""
    held = view.store.places.quarters(shown)
    said = view.worded(_counted(held, TerritoryKind.QVA))
    before = view.store.settings.contract_on(shown)
    if before is None or shown == contract.perimeters or not said:
        return ""
    return f"Le contrat {before.code} comptait aussi {said}. "


_KINDS = {TerritoryKind.QPV: "prioritaire[s]", TerritoryKind.QVA: "en veille active"}


def _counted(quarters: Sequence[Territory], kind: TerritoryKind) -> str:
    """« seize quartiers en veille active »; empty where there is none."""
    count = sum(quarter.kind is kind for quarter in quarters)
    named = french.agree(f"{french.cardinal(count)} quartier[s] {_KINDS[kind]}", count)
    return named if count else ""


def _essential(view: View) -> tuple[Block, ...]:
    first = shared.money_sentence(view, _largest(view))
    sentences = (first, moved.sentence(view), _third_sentence(view))
    title = f"L’essentiel {told.span(view)}"
    return (Prose(tuple(s for s in sentences if s), title=title, columns=True),)


def _largest(view: View) -> Text:
    """The line that counts the most, under the filters of the view."""
    found = view.store.actions.largest(view.selection, 1)
    if not found:
        return ()
    action = found[0]
    return text(
        f"Le plus gros montant pour {told.where(view)}, ",
        told.amount(view.selection, action.counted, strong=True, part=(told.LINE, action.code)),
        *_of_the_whole(view, action),
        " : « ",
        Span(action.title, href=view.link(f"/actions/{action.code}")),
        f" » ({action.holder}).",
    )


def _of_the_whole(view: View, action: Action) -> Text:
    if action.share is None:
        return ()
    scope = replace(view.selection, quarters=())
    whole = told.amount(scope, action.amount, part=(told.LINE, action.code))
    several = french.plural(len(view.selection.quarters), "du quartier", "des quartiers")
    return text(f" (part {several}, sur ", whole, " en tout)")


def _third_sentence(view: View) -> Text:
    found = view.store.orientations(view.selection.year)
    if not found:
        return text(
            f"Aucune orientation n’est publiée pour {view.selection.year}. ",
            Span(f"Lire le bilan {view.selection.year}", href=view.link(_report(view))),
            ".",
        )
    return text(
        _announced(view, len(found)),
        french.agree(" orientation[s] annoncée[s], d’abord : ", len(found)),
        shared.strong(french.uncapital(found[0].title)),
        ". ",
        Span(f"Lire le bilan {view.selection.year}", href=view.link(_report(view))),
        ".",
    )


def _announced(view: View, many: int) -> Span:
    year = (("annee", str(view.selection.year)),)
    return told.rows(french.number(many), many, "orientations", year)


def _report(view: View) -> str:
    return f"/bilan/{view.selection.year}"


def _standing(view: View) -> tuple[Block, ...]:
    """The chosen indicator where it has a reference that year, else the one that has."""
    chosen = choose.indicator_of(view)
    codes = [q.code for q in choose.measured_quarters(view, choose.generation_of(view, chosen))]
    compared = view.store.values.comparator(chosen, codes, view.selection.year)
    other = choose.known(view, choose.leads_of(view).gap)
    return (standing.exhibit(view, chosen if compared else other or chosen),)


def _orientations(view: View) -> tuple[Block, ...]:
    found = orientations.exhibit(view)
    if found is not None:
        return (found,)
    year = view.selection.year
    known = sorted({int(row["annee"]) for row in view.store.rows("orientations")})
    where = f" Orientations connues : {french.listed([str(y) for y in known])}." if known else ""
    return (Notice((text(f"{absent.ORIENTATIONS.said(year)}{where}"),)),)


def _limits(view: View) -> tuple[str, ...]:
    return (guidance.RATE_OR_COUNT, guidance.NO_EFFECT, *shared.money_limits(view)[:3])


PAGE = Page(
    slug="accueil",
    path="/",
    label="Accueil",
    listed=MenuPlace.MENU,
    title=lambda view: view.worded(TITLE),
    description="Chiffres, carte et subventions des quartiers prioritaires et en veille active.",
    panels=(
        Panel("tete", _hero),
        finding.panel(),
        Panel("essentiel", _essential, label="L’essentiel"),
        Panel("carte", lambda view: (place_map.exhibit(view),), 7, label="La carte"),
        Panel(
            "liste", lambda view: (quarter_list.exhibit(view),), 5, tall=True, label="Les quartiers"
        ),
        Panel("ecart", _standing, 7, label="L’écart"),
        Panel("tendance", lambda view: (trend.exhibit(view),), label="L’évolution"),
        Panel(
            "montants", lambda view: (money.amounts(view),), 6, money=True, label="L’argent par an"
        ),
        Panel("nombres", lambda view: (money.counts(view),), 6, money=True),
        Panel("orientations", _orientations, label="Les orientations"),
        guidance.panel("accueil", _limits),
    ),
    keys=(keys.ROWS, keys.PLACE),
)
