"""Bilan annuel: the six parts of the legal report, with what is known and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.content import (
    Block,
    Exhibit,
    Hero,
    KeyFigures,
    Prose,
    Text,
    text,
)
from dashboard.domain import french
from dashboard.domain.funding import Action
from dashboard.domain.yearly_report import ReportPart
from dashboard.exhibits import (
    action_list,
    breakdown,
    choose,
    common,
    means,
    money,
    orientations,
    overview,
    promised,
    told,
    turnout,
)
from dashboard.pages import absent, contacts, guidance, refused, shared, team
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.store import Store
from dashboard.view import View

ACTIONS = "3. Les actions de l’année"
MEANS, RESULTS = "4. Les moyens mobilisés", "5. Les résultats et les perspectives"
PARTICIPATION = "6. La participation des habitants"


def exists(store: Store, param: str) -> bool:
    """Whether that year has a report."""
    return param in {str(year) for year in store.choices.years}


def settle(view: View) -> View:
    """The path chooses the year."""
    chosen = replace(view.selection, year=int(view.param), first_year=None)
    return replace(view, selection=chosen)


def _hero(view: View) -> tuple[Block, ...]:
    year = view.selection.year
    contract = view.store.settings.contract(year)
    figures = (
        shared.population(view),
        shared.indicator_figure(view, choose.leads_of(view).main),
        shared.money_figure(view),
    )
    lead = text(
        f"{contract.name}, année {year}. Ce qui est publié est écrit ; ce qui manque est dit. "
        "Cette page suit les six parties du rapport annuel prévu par la loi."
    )
    where = f"Politique de la ville, {view.store.settings.name}"
    hero = Hero(
        f"Bilan annuel {year}",
        (*lead, *team.agreed(view)),
        (
            ("Le bilan en PDF", view.document("pdf")),
            ("À compléter, ODT", view.document("odt")),
            ("À compléter, DOCX", view.document("docx")),
            ("À projeter, ODP", view.document("odp")),
            ("À projeter, PPTX", view.document("pptx")),
            *_other_years(view),
        ),
        KeyFigures(tuple(item for item in figures if item is not None)),
        kicker=" · ".join(filter(None, (where, team.project(view)))),
    )
    return (hero,)


def _other_years(view: View) -> tuple[tuple[str, str], ...]:
    year = view.selection.year
    near = [item for item in (year - 1, year + 1) if item in view.store.choices.years]
    return tuple((f"Bilan {item}", view.link(f"/bilan/{item}", annee=None)) for item in near)


def _orientations(view: View) -> tuple[Block, ...]:
    found = orientations.exhibit(view)
    if found is None:
        heading = Prose((), title="1. Les orientations de l’année")
        return (heading, absent.notice(view, absent.ORIENTATIONS))
    return (replace(found, title=f"1. {found.title}"),)


def _promised(view: View) -> tuple[Block, ...]:
    found = promised.exhibit(view)
    return (found,) if found and view.store.coverage.money else ()


def _actions(view: View) -> tuple[Block, ...]:
    if not view.store.coverage.money:
        return (Prose((text(shared.NO_MONEY),), title=ACTIONS),)
    said = text(*shared.lines_sentence(view), ".")
    return (Prose((said,), title=ACTIONS),)


def _holders(view: View) -> tuple[Block, ...]:
    return (breakdown.exhibit(view, breakdown.HOLDERS),)


def _lines(view: View) -> tuple[Block, ...]:
    found = view.store.actions.ranked(view.selection)
    frame = common.frame_of_lines(view)
    line, year = view.store.settings.line, view.selection.year
    every = f"{french.capital(line.plural)} de {year}, {frame.scope}"
    title = every if frame.scope else f"Toutes les {line.plural} de {year}"
    return (
        Exhibit(
            slug="lignes",
            title=title,
            subtitle=french.capital(told.of(view).sum()),
            table=action_list.table(view, found, f"{title}, les plus importantes d’abord"),
            table_first=True,
            reading=_lines_reading(view, found),
            alt=common.alt(f"Tableau : {title}"),
            source=common.money_source(view),
            frame=frame,
            file_name=common.file_name(view, frame, "lignes", str(year)),
            tags=(*common.warning_tags(view), *common.pillar_tag(view)),
        ),
    )


def _lines_reading(view: View, found: Sequence[Action]) -> Text:
    if not found:
        return text(f"{told.of(view).absence}.")
    first = found[0]
    whole = replace(view.selection, quarters=())
    received = told.amount(whole, first.amount, part=(told.LINE, first.code))
    return text(f"« {first.title} » ({first.holder}) reçoit ", received, ".")


def _means(view: View) -> tuple[Block, ...]:
    heading = Prose(
        (text("L’argent par an et par pilier, les postes aidés, ce que donne l’agglomération."),),
        title=MEANS,
    )
    return (heading, *((money.amounts(view),) if view.store.coverage.money else ()))


def _posts(view: View) -> tuple[Block, ...]:
    return (means.posts(view) or absent.notice(view, absent.POSTS),)


def _own(view: View) -> tuple[Block, ...]:
    return (means.agglomeration(view) or absent.notice(view, absent.OWN),)


def _results(view: View) -> tuple[Block, ...]:
    title = Prose(
        (
            text(
                "Rapprocher des montants et des indicateurs ne prouve pas un effet. Les résultats "
                "des actions (personnes touchées, suites) se lisent action par action, quand la "
                "source les donne."
            ),
        ),
        title=RESULTS,
    )
    if view.store.counts.get("beneficiaires"):
        found = view.store.actions.participations(view.selection, "total")
        if found.groups:
            said = text(
                f"{french.capital(common.years_text(view))}, pour {told.where(view)} : ",
                *turnout.of_view(view, "total", found.groups[0]),
                " (une personne est comptée une fois par action",
                *([", effectifs masqués non compris"] if found.masked else []),
                ").",
            )
            return (Prose((*title.paragraphs, said), title=title.title),)
    return (title, absent.notice(view, absent.RESULTS))


def _participation(view: View) -> tuple[Block, ...]:
    block = contacts.participation(view, year=view.selection.year)
    return (replace(block, title=PARTICIPATION),)


def _unknown(view: View) -> tuple[Block, ...]:
    found = list(shared.money_limits(view))
    if not view.store.orientations(view.selection.year):
        found.append("Les orientations de l’année ne sont pas publiées.")
    if not view.store.settings.fictional:
        said = (
            "Les avis des conseils citoyens, les suites données, la part de droit commun et "
            "l’emploi de la dotation de solidarité urbaine ne figurent dans aucune source reprise."
        )
        found.append(view.worded(said))
    return guidance.blocks(view, "bilan", shared.limits(*found))


PAGE = Page(
    slug="bilan",
    path="/bilan/*",
    label="Bilan annuel",
    listed=MenuPlace.MENU,
    standing=team.project,
    title=lambda view: f"Bilan annuel {view.selection.year}",
    description="Le rapport annuel en chiffres : situation, actions, moyens, limites.",
    panels=(
        Panel("tete", _hero),
        team.panel(ReportPart.INTRODUCTION, "introduction"),
        Panel("orientations", _orientations, label="1. Orientations"),
        team.panel(ReportPart.ORIENTATIONS, "1. Les orientations de l’année"),
        Panel(promised.SLUG, _promised, label="Promis, fait"),
        Panel("situation", lambda view: (overview.exhibit(view),), label="2. Situation"),
        team.panel(ReportPart.SITUATION, "2. L’évolution de la situation des quartiers"),
        Panel("actions", _actions, label="3. Actions"),
        team.panel(ReportPart.ACTIONS, ACTIONS),
        Panel("piliers", lambda view: (breakdown.exhibit(view, breakdown.PILLARS),), 6, money=True),
        Panel(
            "porteurs", lambda view: (breakdown.exhibit(view, breakdown.HOLDERS),), 6, money=True
        ),
        Panel("lignes", _lines, money=True, label="La liste"),
        Panel("moyens", _means, label="4. Moyens"),
        Panel("postes", _posts, label="Postes aidés"),
        Panel("agglomeration", _own, label="Agglomération"),
        team.panel(ReportPart.MEANS, MEANS),
        Panel("resultats", _results, money=True, label="5. Résultats"),
        team.panel(ReportPart.RESULTS, RESULTS),
        Panel("participation", _participation, label="6. Participation"),
        team.panel(ReportPart.PARTICIPATION, PARTICIPATION),
        team.panel(ReportPart.CONCLUSION, "conclusion"),
        refused.panel("bilan"),
        Panel("inconnu", _unknown),
    ),
    keys=(keys.ROWS,),
    exists=exists,
    settle=settle,
    spoken=keys.YEAR,
)
