"""The portrait of one quarter: place, figures, actions, whom to turn to, what is not known."""

from __future__ import annotations

from dataclasses import replace

from dashboard import keys
from dashboard.content import (
    Block,
    Fold,
    Hero,
    KeyFigures,
    Notice,
    Span,
    Text,
    text,
)
from dashboard.domain import french
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.exhibits import (
    among_all,
    breakdown,
    choose,
    common,
    company,
    money,
    place_map,
    situation,
    standing,
    trend,
)
from dashboard.pages import (
    comparison,
    contacts,
    guidance,
    quarter_figures,
    quarter_lines,
    quarter_structure,
    refused,
    shared,
)
from dashboard.pages.page import Page, Panel
from dashboard.store import Store
from dashboard.view import View


def quarter_of(view: View) -> Territory:
    """The quarter whose portrait this is."""
    return view.store.places.by_code[view.param]


def settle(view: View) -> View:
    """The path chooses the quarter and its generation: the selection follows."""
    quarter = view.store.places.by_code[view.param]
    return replace(
        view,
        selection=replace(view.selection, quarters=(quarter.code,), generation=quarter.generation),
    )


def exists(store: Store, param: str) -> bool:
    """Whether that code names a quarter."""
    found = store.places.by_code.get(param)
    return found is not None and found.kind.is_quarter


def _hero(view: View) -> tuple[Block, ...]:
    quarter = quarter_of(view)
    names = view.store.places.by_code
    communes = french.listed([names[c].name for c in quarter.communes if c in names])
    kind = (
        "Quartier prioritaire (QPV)"
        if quarter.kind is TerritoryKind.QPV
        else view.worded("Quartier en veille active (QVA)")
    )
    kicker = f"{kind}, {communes}, {common.perimeter_text(quarter.generation)}"
    lines = ("Voir les actions du quartier", view.link("/actions"))
    hero = Hero(
        title=quarter.name,
        kicker=kicker,
        lead=_lead(view, quarter),
        buttons=(
            *([lines] if view.store.coverage.money else []),
            ("Fiche du quartier, une page (PDF)", view.document("pdf")),
            ("Comparer", view.link(comparison.PATH, quartier=quarter.code)),
            ("Tous les quartiers", view.link("/quartiers", quartier=None, generation=None)),
        ),
        key_figures=KeyFigures(quarter_figures.of(view, quarter)),
    )
    notices = (*_other_generation(view, quarter), *_ended(view, quarter))
    return (hero, *notices)


def _ended(view: View, quarter: Territory) -> tuple[Block, ...]:
    """What is said of a quarter that the contract of the chosen year no longer lists."""
    last = view.store.places.ended(quarter.code, view.selection.year)
    if last is None or not view.store.coverage.money:
        return ()
    said = (
        f"{quarter.name} est dans la liste publiée des quartiers du contrat jusqu’en {last}. "
        "Une ligne d’une année suivante ne lui est pas rattachée, même si elle porte son nom."
    )
    return (Notice((text(said),)),)


def _lead(view: View, quarter: Territory) -> Text:
    if quarter.kind is TerritoryKind.QVA:
        said = (
            "L’Insee ne publie aucun chiffre sur les quartiers en veille active : ce qui est "
            "montré ici est local, ou vient de la commune, et le dit."
        )
        return text(view.worded(said))
    return text(f"Code officiel {quarter.code}. Sur la carte : {quarter.drawing.label}.")


def _other_generation(view: View, quarter: Territory) -> tuple[Block, ...]:
    links: list[str | Span] = []
    for generation in view.store.places.generations:
        other = view.store.places.same_place(quarter.code, generation)
        if other is not None and other.code != quarter.code:
            name = f"{other.name}, périmètres de {generation}"
            links.append(Span(name, href=view.portrait(other.code)))
    if not links:
        return ()
    return (
        Notice(
            (
                text(
                    "Ce quartier a changé de périmètre : les chiffres des deux périmètres ne se "
                    "comparent pas. Voir ",
                    *links,
                    ".",
                ),
            )
        ),
    )


def _indicators(view: View) -> tuple[Block, ...]:
    quarter = quarter_of(view)
    if not _told(view, quarter):
        return (shared.commune_instead(view, quarter),)
    main, title = choose.main_indicators(view), "La situation du quartier, thème par thème"
    return (situation.exhibit(view, quarter, main, "indicateurs", title),)


def _all_indicators(view: View) -> tuple[Block, ...]:
    quarter = quarter_of(view)
    if not _told(view, quarter):
        return ()
    slug, title = "tous-les-indicateurs", "Tous les indicateurs du quartier"
    every = situation.exhibit(view, quarter, view.store.values.indicators, slug, title)
    count = sum(not row.group for row in every.table.rows)
    if not count:
        return ()
    return (Fold(f"{every.title} ({french.counted(count, 'indicateur')})", (every,)),)


def _told(view: View, quarter: Territory) -> bool:
    """Whether something is measured of that quarter itself."""
    return quarter.has_national_statistics or _has_values(view, quarter)


def _has_values(view: View, quarter: Territory) -> bool:
    return any(view.store.values.years(i, [quarter.code]) for i in view.store.values.indicators)


def _trend(view: View) -> tuple[Block, ...]:
    quarter = quarter_of(view)
    if not quarter.has_national_statistics:
        return ()
    asked = trend.ask(view)
    if not any(series.known for series in asked.quarters):
        return ()
    return (trend.exhibit(view),)


def _among_all(view: View) -> tuple[Block, ...]:
    if not quarter_of(view).has_national_statistics:
        return ()
    found = among_all.exhibit(view)
    return (found,) if found else ()


def _company(view: View) -> tuple[Block, ...]:
    found = company.exhibit(view, quarter_of(view))
    return (found,) if found else ()


def _gap(view: View) -> tuple[Block, ...]:
    quarter = quarter_of(view)
    found = choose.known(view, choose.leads_of(view).gap)
    if found is None or not view.store.values.years(found, [quarter.code]):
        return ()
    return (standing.exhibit(view, found, chosen_by=()),)


def _holders(view: View) -> tuple[Block, ...]:
    if not view.store.money.total(view.selection)[1]:
        return ()
    axis = breakdown.HOLDERS if len(view.store.rows("financeurs")) < 2 else breakdown.FUNDERS
    return (breakdown.exhibit(view, axis),)


def _contacts(view: View) -> tuple[Block, ...]:
    quarter = quarter_of(view)
    return (contacts.contacts(view, quarter.code), contacts.participation(view, quarter.code))


def _limits(view: View) -> tuple[str, ...]:
    quarter = quarter_of(view)
    place = quarter.drawing.limit
    sentences = [*([place] if place else []), *shared.money_limits(view)]
    if quarter.kind is TerritoryKind.QPV:
        sentences.append(
            "Deux années qui se suivent ne mesurent pas une évolution, et rien ne se compare au "
            "travers d’un changement de méthode ou de périmètre."
        )
    return tuple(sentences)


PAGE = Page(
    slug="portrait",
    path="/quartiers/*",
    label="Portrait",
    title=lambda view: view.store.places.by_code[view.param].name,
    description="Portrait d’un quartier : situation, subventions, limites.",
    panels=(
        Panel("tete", _hero),
        Panel("carte", lambda view: (place_map.exhibit(view),), 6, label="La carte"),
        Panel("ecart", _gap, 6, label="L’écart"),
        Panel("indicateurs", _indicators, label="La situation"),
        Panel("tous-les-indicateurs", _all_indicators),
        *quarter_structure.PANELS,
        Panel("parmi-tous", _among_all, 6, label="Parmi tous les quartiers"),
        Panel("tendance", _trend, 6, label="L’évolution"),
        Panel(company.SLUG, _company, label="Qui lui ressemble"),
        Panel("montants", lambda view: (money.amounts(view),), money=True, label="L’argent par an"),
        quarter_structure.PER_HEAD,
        Panel("lignes", quarter_lines.blocks, money=True, label="La liste"),
        Panel("porteurs", _holders, money=True, label="Par porteur"),
        quarter_structure.PLACES,
        Panel("personnes", _contacts, label="À qui s’adresser"),
        refused.panel("portrait"),
        guidance.panel("portrait", _limits),
    ),
    filters=(keys.PILLAR, keys.YEAR),
    exists=exists,
    settle=settle,
    spoken=keys.QUARTER,
)
