"""Actions: « Qui fait quoi, où, avec quel argent ? »"""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import (
    Block,
    Cell,
    Column,
    Exhibit,
    Fold,
    Hero,
    Prose,
    Row,
    Span,
    Table,
    text,
)
from dashboard.domain import french
from dashboard.domain.selection import Option
from dashboard.exhibits import action_list, breakdown, common, money
from dashboard.exhibits.breakdown import Axis
from dashboard.figures import bars, people
from dashboard.pages import words
from dashboard.pages.page import Page, Panel
from dashboard.store import Store
from dashboard.store.actions import SORTS
from dashboard.view import View


def _hero(view: View) -> tuple[Block, ...]:
    amount, count = view.store.money.total(view.selection)
    line = view.store.settings.line
    lead = text(
        Span(line.full(count), strong=True),
        f", {common.years_text(view)}, pour ",
        Span(french.euros(amount), strong=True),
        ". ",
        _what(view),
    )
    return (*words.remarks(view), Hero("Qui fait quoi, où, avec quel argent ?", lead))


def _what(view: View) -> str:
    if view.store.settings.fictional:
        return "Tout est inventé pour montrer l’outil."
    return (
        "Chaque ligne est une subvention de l’État, pas le budget du contrat : une action peut en "
        "recevoir plusieurs, et d’autres financeurs n’y figurent pas."
    )


def _listing(view: View) -> tuple[Block, ...]:
    return (*_holder_notice(view), action_list.listing(view))


def _holder_notice(view: View) -> tuple[Block, ...]:
    slug = view.selection.option("porteur")
    words_searched = view.selection.option("recherche")
    if not slug and not words_searched:
        return ()
    return (_by_year(view, slug, words_searched),)


def _by_year(view: View, slug: str, searched: str) -> Exhibit:
    """The lines of a holder or of a search, year by year: who received what."""
    first, last = view.store.choices.years[0], view.store.choices.years[-1]
    rows = []
    for year in view.store.choices.years:
        chosen = replace(view.selection, year=year, first_year=None).having("page", None)
        found = view.store.actions.page(chosen)
        holders = sorted({action.holder for action in view.store.actions.all(chosen)})
        names = french.listed(holders[:6]) + (" et d’autres" if len(holders) > 6 else "")
        href = view.here(annee=str(year))
        cells = (
            Cell(str(year), year, href=href),
            Cell(names or french.NOT_APPLICABLE),
            common.count_cell(found.count),
            common.money_cell(found.amount),
        )
        rows.append(Row(cells, current=year == view.selection.year))
    name = _subject(view, slug, searched)
    total = sum(float(row.cells[3].value or 0) for row in rows)
    return Exhibit(
        slug="par-an",
        title=f"Année par année : {name}",
        subtitle=f"{french.capital(view.store.settings.line.name)}, {french.years(first, last)}",
        table=Table(
            f"Lignes et montants par an, {name}",
            (
                Column("Année"),
                Column("Qui"),
                Column("Nombre de lignes", numeric=True),
                Column("Montant", numeric=True),
            ),
            tuple(rows),
        ),
        table_first=True,
        reading=text(f"de {first} à {last}, {french.euros(total)} en tout."),
        alt=common.alt(f"Tableau par an, {name}"),
        source=common.money_source(view),
        file_name=common.file_name(view, "par-an", slug or searched),
        tags=common.fictional_tag(view),
    )


def _subject(view: View, slug: str, searched: str) -> str:
    names = dict(tuple(pair) for pair in view.store.archive.axes["money"]["holders"])
    parts = [names.get(slug, "")] if slug else []
    if searched:
        parts.append(f"« {searched} »")
    return ", ".join(part for part in parts if part)


def _stages(view: View) -> tuple[Block, ...]:
    slices = view.store.money.by_stage(view.selection)
    if len(slices) < 2:
        return (_missing("Les étapes de l’argent", "ni la somme demandée, ni la somme versée"),)
    span = french.years(*view.selection.years)
    rows = tuple(
        Row((Cell(s.label), common.count_cell(s.count), common.money_cell(s.amount)))
        for s in slices
    )
    columns = (
        Column("Étape"),
        Column("Nombre de lignes", numeric=True),
        Column("Montant", numeric=True),
    )
    first, last = slices[0], slices[-1]
    return (
        Exhibit(
            slug="etapes",
            title=f"De la demande à la justification, {span}",
            subtitle="Chaque étape contient la suivante : elles ne s’additionnent pas",
            figure=bars.draw_stages(slices),
            height=bars.stages_height(slices),
            table=Table(f"Montants par étape, {common.filters_text(view)}", columns, rows),
            reading=text(
                f"{french.euros(first.amount)} au stade « {first.label.lower()} », "
                f"{french.euros(last.amount)} au stade « {last.label.lower()} »."
            ),
            alt=common.alt(f"Barres par étape, {span} : {french.euros(first.amount)} demandés"),
            source=common.money_source(view),
            file_name=common.file_name(view, "etapes", span),
            tags=common.fictional_tag(view),
        ),
    )


def _missing(title: str, what: str) -> Block:
    sentence = f"La source ne publie {what}. Un fichier qui les donne remplirait cette place."
    return Prose((text(sentence),), title=title)


def _publics(view: View) -> tuple[Block, ...]:
    found = view.store.money.by_public(view.selection)
    if all(not item.slug for item in found.slices):
        return (_missing("À qui s’adressent les actions", "pas le public des actions"),)
    return (breakdown.exhibit(view, breakdown.PUBLICS),)


def _path(view: View) -> tuple[Block, ...]:
    found = view.store.money.by_age(view.selection)
    if all(not item.slug for item in found.slices):
        title = "Le parcours des jeunes, de la préadolescence à l’âge adulte"
        return (_missing(title, "pas l’âge du public"),)
    return (breakdown.exhibit(view, breakdown.AGES),)


def _people(view: View) -> tuple[Block, ...]:
    codes = tuple(action.code for action in view.store.actions.all(view.selection))
    if not view.store.counts.get("beneficiaires"):
        return (_missing("Participations", "pas le nombre de personnes"),)
    found = view.store.people(codes[:900], "tranche")
    if not found.rows:
        return (_missing("Participations", "pas le nombre de personnes pour cette vue"),)
    span = french.years(*view.selection.years)
    columns = (Column("Âge"), Column("Prévu", numeric=True), Column("Réel", numeric=True))
    rows = tuple(Row((Cell(group), _people_cell(a), _people_cell(b))) for group, a, b in found.rows)
    notes = [
        "Une personne est comptée une fois par action : ce sont des participations, "
        "jamais des habitants."
    ]
    if found.masked:
        notes.append("Les effectifs de 1 à 4 sont masqués (« s ») et ne sont pas dans les sommes.")
    return (
        Exhibit(
            slug="participations",
            title=f"Participations prévues et réelles, {span}",
            subtitle="Par âge, une personne comptée une fois par action",
            figure=people.draw(found),
            height=people.height(found),
            table=Table(
                f"Participations, {common.filters_text(view)}", columns, rows, tuple(notes)
            ),
            reading=text(_people_reading(found.rows)),
            alt=common.alt(f"Barres par âge, participations prévues et réelles, {span}"),
            source=common.money_source(view),
            file_name=common.file_name(view, "participations", span),
            notes=tuple(notes),
            tags=common.fictional_tag(view),
        ),
    )


def _people_cell(value: int | None) -> Cell:
    return Cell(french.SECRET) if value is None else common.count_cell(value)


def _people_reading(rows: tuple[tuple[str, int | None, int | None], ...]) -> str:
    group, planned, real = rows[0]
    return f"{group} : {_people_cell(planned).text} prévues, {_people_cell(real).text} réelles."


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
                    Cell(french.percent(share), round(share, 1)),
                )
            )
        )
    columns = (
        Column("Rang"),
        Column("Porteur"),
        Column("Montant", numeric=True),
        Column("Part cumulée", numeric=True),
    )
    reached = rows[-1].cells[3].text
    table = Exhibit(
        slug="concentration",
        title=f"Part des premiers porteurs, {french.years(*view.selection.years)}",
        subtitle="Les dix montants les plus élevés, cumulés",
        table=Table(
            f"Concentration par porteur, {common.filters_text(view)}", columns, tuple(rows)
        ),
        table_first=True,
        reading=text(
            f"les {french.cardinal(len(rows))} premiers porteurs reçoivent {reached} du montant."
        ),
        alt=common.alt("Tableau de la part cumulée des premiers porteurs"),
        source=common.money_source(view),
        file_name=common.file_name(view, "concentration"),
        tags=common.fictional_tag(view),
    )
    return (Fold("Pour aller plus loin : la concentration par porteur", (table,)),)


def _axis(axis: Axis) -> Panel:
    return Panel(axis.slug, lambda view: (breakdown.exhibit(view, axis),), 6)


def options(store: Store) -> tuple[Option, ...]:
    """The keys of this page: search, sort, page and the filters that are no axis of the cube."""
    axes = store.archive.axes["money"]
    holders = tuple(slug for slug, _ in axes["holders"])
    return (
        Option("recherche", "Recherche", free_text=True),
        Option("theme", "Thème", tuple(v for v in axes["themes"] if v)),
        Option("porteur", "Porteur", holders),
        Option("public", "Public", tuple(v for v in axes["publics"] if v)),
        Option("age", "Âge", tuple(v for v in axes["ages"] if v)),
        Option("tri", "Tri", tuple(SORTS), "montant"),
        Option("page", "Page", default="1", low=1, high=100_000),
    )


PAGE = Page(
    slug="actions",
    path="/actions",
    label="Actions",
    title=lambda view: "Actions",
    description="Subventions de la politique de la ville par pilier, porteur, thème et quartier.",
    panels=(
        Panel("tete", _hero),
        Panel("montants", lambda view: (money.amounts(view),), 6),
        Panel("nombres", lambda view: (money.counts(view),), 6),
        Panel("actions", _listing),
        _axis(breakdown.PILLARS),
        _axis(breakdown.QUARTERS),
        _axis(breakdown.THEMES),
        _axis(breakdown.HOLDERS),
        _axis(breakdown.FUNDERS),
        Panel("etapes", _stages, 6),
        Panel("publics", _publics, 6),
        Panel("parcours", _path, 6),
        Panel("participations", _people, 6),
        Panel("plus-loin", _further),
        Panel("limites", lambda view: (words.limits(*words.money_limits(view)),)),
    ),
    options=options,
)
