"""Bilan annuel: the six parts of the legal report, with what is known and what is missing."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import (
    Block,
    Cell,
    Column,
    Exhibit,
    Hero,
    KeyFigures,
    Notice,
    Prose,
    Row,
    Span,
    Table,
    Text,
    text,
)
from dashboard.domain import french
from dashboard.domain.funding import Action
from dashboard.domain.indicator import Indicator
from dashboard.domain.territory import Territory
from dashboard.exhibits import action_list, breakdown, choose, common, money, orientations, standing
from dashboard.exhibits.place_map import sentence
from dashboard.pages import portrait, words
from dashboard.pages.page import Page, Panel
from dashboard.store import Store
from dashboard.view import View

SITUATION = (
    "population",
    "taux-pauvrete",
    "niveau-vie-median",
    "taux-emploi",
    "demandeurs-emploi-abc",
    "part-moins-25-ans",
)


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
        words.population(view),
        words.indicator_figure(view, "taux-pauvrete"),
        words.money_figure(view),
    )
    lead = text(
        f"{contract.name}, année {year}. Ce qui est publié est écrit ; ce qui manque est dit, "
        "avec ce qui le remplirait. "
        "Cette page suit les six parties du rapport annuel prévu par la loi."
    )
    hero = Hero(
        f"Bilan annuel {year}",
        lead,
        _other_years(view),
        KeyFigures(tuple(item for item in figures if item is not None)),
        kicker=f"Politique de la ville, {view.store.settings.name}",
    )
    return (*words.remarks(view), hero)


def _other_years(view: View) -> tuple[tuple[str, str], ...]:
    year = view.selection.year
    near = [item for item in (year - 1, year + 1) if item in view.store.choices.years]
    return tuple((f"Bilan {item}", view.link(f"/bilan/{item}", annee=None)) for item in near)


def _orientations(view: View) -> tuple[Block, ...]:
    found = orientations.exhibit(view)
    heading = Prose((), title="1. Les orientations de l’année")
    if found is None:
        return (heading, _missing(view, "orientations", "le rapport annuel publié"))
    texts = tuple(
        text(Span(f"{item.title}. ", strong=True), item.text)
        for item in view.store.orientations(view.selection.year)
    )
    return (Prose(texts, title="1. Les orientations de l’année", bullets=True), found)


def _missing(view: View, what: str, filler: str) -> Block:
    year = view.selection.year
    sentence = (
        f"Pour {year}, aucune donnée publiée ({what}). Ce qui remplirait cette place : {filler}."
    )
    return Notice((text(sentence),))


def _situation(view: View) -> tuple[Block, ...]:
    available = {item.slug: item for item in view.store.values.indicators}
    shown = [available[slug] for slug in SITUATION if slug in available]
    generation = view.store.values.generation(shown[0], view.selection.year) if shown else ""
    quarters = choose.measured_quarters(view, generation)
    rows = []
    for indicator in shown:
        codes = [quarter.code for quarter in quarters]
        year = view.store.values.last_year(indicator, codes, view.selection.year)
        cells = [
            common.value_cell(indicator, view.store.values.observation(indicator, code, year or 0))
            for code in codes
        ]
        reference, where = _reference(view, indicator, year)
        href = view.link("/evolutions", indicateur=indicator.slug)
        rows.append(
            Row(
                (
                    Cell(indicator.label, href=href),
                    Cell(str(year) if year else french.NOT_AVAILABLE, year),
                    *cells,
                    Cell(reference.text, reference.value, note=where),
                )
            )
        )
    columns = (
        Column("Indicateur"),
        Column("Année", numeric=True),
        *(Column(quarter.name, numeric=True) for quarter in quarters),
        Column("Référence", numeric=True),
    )
    year = view.selection.year
    return (
        Exhibit(
            slug="situation",
            title="2. L’évolution de la situation des quartiers",
            subtitle=f"Dernière valeur connue jusqu’en {year}, {common.perimeter_text(generation)}",
            table=Table(
                f"Situation des quartiers jusqu’en {year}",
                columns,
                tuple(rows),
                (common.MARKS_NOTE,),
            ),
            table_first=True,
            reading=text(_situation_reading(view, shown, quarters)),
            alt=common.alt(f"Tableau de la situation des quartiers jusqu’en {year}"),
            source=_indicator_sources(view),
            file_name=common.file_name(view, "situation", str(year)),
            notes=(
                common.MARKS_NOTE,
                "L’année d’un chiffre est celle de la donnée, pas celle du fichier ni du bilan.",
            ),
            tags=common.fictional_tag(view),
            verdict=_verdict(view, available),
        ),
    )


def _reference(view: View, indicator: Indicator, year: int | None) -> tuple[Cell, str]:
    if indicator.summable or year is None:
        return Cell(french.NOT_APPLICABLE), ""
    for code in view.store.values.reference_codes(indicator):
        found = view.store.values.observation(indicator, code, year)
        if found is not None and found.value is not None:
            return common.value_cell(indicator, found), view.store.places.by_code[code].name
    return Cell(french.NOT_AVAILABLE), ""


def _situation_reading(view: View, shown: list[Indicator], quarters: tuple[Territory, ...]) -> str:
    for indicator in shown:
        if indicator.summable or not quarters:
            continue
        code = quarters[-1].code
        year = view.store.values.last_year(indicator, [code], view.selection.year)
        if year is not None:
            found = view.store.values.observation(indicator, code, year)
            return sentence(indicator, quarters[-1], found)
    return "aucune valeur n’est publiée jusqu’à cette année."


def _verdict(view: View, available: dict[str, Indicator]) -> Text:
    indicator = available.get(standing.DEFAULT)
    if indicator is None:
        return ()
    generation = choose.generation_of(view, indicator)
    quarters = choose.measured_quarters(view, generation)
    if not quarters:
        return ()
    return standing.verdict_text(standing.judge(view, indicator, quarters[-1].code))


def _indicator_sources(view: View) -> str:
    if view.store.settings.fictional:
        return f"{common.FICTIONAL}, données inventées"
    return "Insee, France Travail · sources ligne par ligne dans « Données et méthodes »"


def _actions(view: View) -> tuple[Block, ...]:
    amount, count = view.store.money.total(view.selection)
    line = view.store.settings.line
    said = text(
        Span(line.full(count), strong=True),
        f", {common.years_text(view)}, pour ",
        Span(french.euros(amount), strong=True),
        ".",
    )
    return (
        Prose((said,), title="3. Les actions de l’année"),
        breakdown.exhibit(view, breakdown.PILLARS),
        breakdown.exhibit(view, breakdown.HOLDERS),
    )


def _lines(view: View) -> tuple[Block, ...]:
    found = view.store.actions.all(view.selection)
    line = view.store.settings.line
    year = view.selection.year
    title = f"Toutes les {line.plural} de {year}"
    total = sum(action.amount for action in found)
    return (
        Exhibit(
            slug="lignes",
            title=title,
            subtitle=f"{line.full(len(found))}, {french.euros(total)}",
            table=action_list.table(view, found[:200], f"{title}, les plus importantes d’abord"),
            table_first=True,
            reading=text(_lines_reading(found)),
            alt=common.alt(f"Tableau : {title}"),
            source=common.money_source(view),
            file_name=common.file_name(view, "lignes", str(year)),
            tags=(*common.fictional_tag(view), *common.pillar_tag(view)),
        ),
    )


def _lines_reading(found: tuple[Action, ...]) -> str:
    if not found:
        return "aucune ligne ne répond à ces filtres."
    councils = [a for a in found if "conseils citoyens" in french.fold(a.title)]
    first = councils[0] if councils else found[0]
    return f"« {first.title} » ({first.holder}) reçoit {french.euros(first.amount)}."


def _means(view: View) -> tuple[Block, ...]:
    heading = Prose(
        (text("L’argent par an et par pilier, et les postes que l’État finance."),),
        title="4. Les moyens mobilisés",
    )
    return (heading, money.amounts(view), _posts(view), *_agglomeration(view))


def _posts(view: View) -> Block:
    year = view.selection.year
    rows = [row for row in view.store.rows("postes") if row["annee"] == str(year)]
    if not rows:
        return _missing(view, "postes d’adultes-relais et Fonjep", "le fichier annuel de l’ANCT")
    table_rows = []
    for kind in sorted({row["dispositif"] for row in rows}):
        members = [row for row in rows if row["dispositif"] == kind]
        amount = sum(float(row["montant"] or 0) for row in members)
        flagged = sorted({row["anomalie"] for row in members if row["anomalie"]})
        table_rows.append(
            Row(
                (
                    Cell(
                        _POSTS.get(kind, kind), tags=("anomalie de la source",) if flagged else ()
                    ),
                    common.count_cell(len(members)),
                    common.money_cell(amount),
                )
            )
        )
    anomalies = tuple(sorted({row["anomalie"] for row in rows if row["anomalie"]}))
    source = view.store.source(rows[0]["source"])
    columns = (
        Column("Dispositif"),
        Column("Postes", numeric=True),
        Column("Coût théorique", numeric=True),
    )
    first = table_rows[0].cells
    return Exhibit(
        slug="postes",
        title=f"Postes financés par l’État, {year}",
        subtitle="Adultes-relais et Fonjep du contrat, coût théorique",
        table=Table(f"Postes de {year}", columns, tuple(table_rows), anomalies),
        table_first=True,
        reading=text(f"{first[0].text} : {first[1].text} postes en {year}."),
        alt=common.alt(f"Tableau des postes financés en {year}"),
        source=" · ".join(
            part for part in (source["producteur"], source["titre"], source["licence"]) if part
        ),
        file_name=common.file_name(view, "postes", str(year)),
        notes=("Un poste peut être vacant : le coût est théorique.", *anomalies),
        tags=common.fictional_tag(view),
    )


_POSTS = {"adulte-relais": "Adultes-relais", "fonjep": "Postes Fonjep"}


def _agglomeration(view: View) -> tuple[Block, ...]:
    year = view.selection.year
    rows = (
        view.store.archive.query(
            "select porteur, objet, montant, politique_de_la_ville, source"
            " from subventions_agglomeration where annee = ? order by cast(montant as real) desc",
            (str(year),),
        )
        if view.store.counts.get("subventions_agglomeration")
        else []
    )
    if not rows:
        return (
            _missing(
                view,
                "subventions propres de l’agglomération",
                "son fichier de subventions attribuées",
            ),
        )
    total = sum(float(row["montant"]) for row in rows)
    source = view.store.source(str(rows[0]["source"]).split(",")[0].split("#")[0])
    columns = (
        Column("Porteur"),
        Column("Objet"),
        Column("Politique de la ville"),
        Column("Montant", numeric=True),
    )
    shown = tuple(
        Row(
            (
                Cell(row["porteur"]),
                Cell(row["objet"]),
                Cell(row["politique_de_la_ville"] or french.NOT_AVAILABLE),
                common.money_cell(float(row["montant"])),
            )
        )
        for row in rows[:60]
    )
    label = " · ".join(
        part for part in (source["producteur"], source["titre"], source["licence"]) if part
    )
    return (
        Exhibit(
            slug="agglomeration",
            title=f"Subventions propres de l’agglomération, {year}, toutes compétences",
            subtitle=f"{french.counted(len(rows), 'ligne')}, {french.euros(total)} ; "
            "les soixante plus importantes",
            table=Table(f"Subventions attribuées par l’agglomération, {year}", columns, shown),
            table_first=True,
            reading=text(f"{rows[0]['porteur']} reçoit {french.euros(float(rows[0]['montant']))}."),
            alt=common.alt(f"Tableau des subventions de l’agglomération en {year}"),
            source=label or "Agglomération",
            file_name=common.file_name(view, "agglomeration", str(year)),
            notes=(
                "Toutes compétences : la source ne dit pas quelles lignes relèvent de la politique "
                "de la ville ; « probable » est notre lecture. Ces montants ne s’ajoutent pas à "
                "ceux de l’État.",
            ),
            tags=common.fictional_tag(view),
        ),
    )


def _results(view: View) -> tuple[Block, ...]:
    title = Prose(
        (
            text(
                "Rapprocher des montants et des indicateurs ne prouve pas un effet. Les résultats "
                "des actions (personnes touchées, suites) se lisent action par action, quand la "
                "source les donne."
            ),
        ),
        title="5. Les résultats et les perspectives",
    )
    if view.store.counts.get("beneficiaires"):
        codes = tuple(action.code for action in view.store.actions.all(view.selection))
        found = view.store.people(codes[:900], "total")
        if found.rows:
            _, planned, real = found.rows[0]
            said = text(
                "Participations prévues : ",
                Span(french.number(planned or 0), strong=True),
                " ; réelles : ",
                Span(french.number(real or 0), strong=True),
                " (une personne est comptée une fois par action).",
            )
            return (Prose((*title.paragraphs, said), title=title.title),)
    return (
        title,
        _missing(view, "résultats, perspectives", "les bilans d’action et le rapport de l’année"),
    )


def _participation(view: View) -> tuple[Block, ...]:
    block = portrait.participation(view, year=view.selection.year)
    return (replace(block, title="6. La participation des habitants"),)


def _unknown(view: View) -> tuple[Block, ...]:
    found = list(words.money_limits(view))
    if not view.store.orientations(view.selection.year):
        found.append("Les orientations de l’année ne sont pas publiées.")
    if not view.store.settings.fictional:
        found.append(
            "Les avis des conseils citoyens, les suites données, la part de droit commun et "
            "l’emploi de la dotation de solidarité urbaine ne figurent dans aucune source reprise."
        )
    return (replace(words.limits(*found), title="Ce que l’on ne sait pas"),)


PAGE = Page(
    slug="bilan",
    path="/bilan/*",
    label="Bilan annuel",
    title=lambda view: f"Bilan annuel {view.selection.year}",
    description="Le rapport annuel en chiffres : situation, actions, moyens, limites.",
    panels=(
        Panel("tete", _hero),
        Panel("orientations", _orientations),
        Panel("situation", _situation),
        Panel("actions", _actions),
        Panel("lignes", _lines),
        Panel("moyens", _means),
        Panel("resultats", _results),
        Panel("participation", _participation),
        Panel("inconnu", _unknown),
    ),
    filters=("pilier", "annee", "quartier"),
    exists=exists,
    settle=settle,
)
