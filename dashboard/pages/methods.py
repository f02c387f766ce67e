"""Données et méthodes: dictionary, sources, licences, completeness, downloads."""

from __future__ import annotations

import datetime as dt

from dashboard import catalogue
from dashboard.content import (
    Block,
    Cell,
    Column,
    Hero,
    Listing,
    Prose,
    Row,
    Span,
    Table,
    Terms,
    Text,
    text,
)
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.exhibits import choose
from dashboard.pages import words
from dashboard.pages.page import Page, Panel
from dashboard.view import View


def _hero(view: View) -> tuple[Block, ...]:
    store = view.store
    lead = text(
        f"Publication du {french.date(store.published_on)}, empreinte {store.digest[:8]}. "
        "Chaque chiffre a une source, une année et une licence ; ce qui n’est pas sourcé n’est "
        "pas montré."
    )
    return (*words.remarks(view), Hero("Données et méthodes", lead))


def _sources(view: View) -> tuple[Block, ...]:
    rows = [
        Row(
            (
                Cell(row["titre"]),
                Cell(row["producteur"]),
                Cell(row["millesime"]),
                Cell(row["licence"]),
                Cell(row["obtention"], note=row["note"]),
            )
        )
        for row in view.store.rows("sources")
    ]
    columns = (
        Column("Source"),
        Column("Producteur"),
        Column("Millésime"),
        Column("Licence"),
        Column("Comment elle a été obtenue"),
    )
    table = Table("Sources de cette publication", columns, tuple(rows))
    return (Listing("Sources et licences", french.counted(len(rows), "source"), table),)


def _counts(view: View) -> tuple[Block, ...]:
    rows = tuple(
        Row((Cell(said, name, note=name), Cell(french.number(count), count)))
        for said, name, count in sorted(
            (TABLES.get(name, name), name, count) for name, count in view.store.counts.items()
        )
    )
    columns = (Column("Table"), Column("Lignes", numeric=True))
    table = Table("Tables publiées et leur nombre de lignes", columns, rows)
    return (Listing("Ce qui est publié", french.counted(len(rows), "table"), table),)


def _downloads(view: View) -> tuple[Block, ...]:
    names = tuple(
        text(Span(f"{_FILES.get(name, name)} ({name})", href=f"/telecharger/{name}"))
        for name in view.store.files
    )
    changes = view.store.changes or ("Première publication : rien à comparer.",)
    return (
        Prose(names, "Télécharger", bullets=True),
        Prose(tuple(text(line) for line in changes), "Ce qui a changé", bullets=True),
    )


TABLES = {
    "actions": "Lignes d’action ou de subvention",
    "beneficiaires": "Personnes prévues et touchées, par action",
    "concordance": "Piliers d’un contrat lus dans l’autre",
    "contacts": "À qui s’adresser",
    "evenements": "Dates du contrat",
    "financements": "Montants par financeur et par étape",
    "financeurs": "Financeurs",
    "indicateurs": "Valeurs des indicateurs",
    "lieux": "Lieux nommés sur la carte",
    "orientations": "Orientations",
    "orientations_liens": "Ce que chaque orientation finance ou mesure",
    "participation": "Conseils citoyens et participation",
    "postes": "Postes d’adultes-relais et Fonjep",
    "regles": "Règles de classement des lignes",
    "ruptures": "Ruptures de série du territoire",
    "sources": "Sources et licences",
    "subventions_agglomeration": "Subventions de l’agglomération (ODbL, fichier à part)",
    "territoires": "Quartiers, communes et références",
}
"""What each published table holds."""
_FILES = {
    **{f"{name}.csv": said for name, said in TABLES.items()},
    "quartiers.gpkg": "Contours des quartiers et des communes, pour QGIS",
}


def _completeness(view: View) -> tuple[Block, ...]:
    rows: list[Row] = []
    for indicator in view.store.values.indicators:
        generation = view.store.values.generation(indicator, max(view.store.choices.years))
        codes = [q.code for q in choose.measured_quarters(view, generation)]
        years = view.store.values.years(indicator, codes)
        references = view.store.values.reference_codes(indicator)
        names = [view.store.places.by_code[code].name for code in references[:3]]
        rows.append(
            Row(
                (
                    Cell(indicator.label, href=view.link("/evolutions", indicateur=indicator.slug)),
                    Cell(_years(years)),
                    Cell(french.listed(names) or "aucune"),
                )
            )
        )
    columns = (Column("Indicateur"), Column("Années connues"), Column("Références publiées"))
    table = Table("Années et références connues, par indicateur", columns, tuple(rows))
    return (
        Listing("Ce qui existe, année par année", french.counted(len(rows), "indicateur"), table),
    )


def _years(years: tuple[int, ...]) -> str:
    """« 2010, 2015-2018 »: consecutive years as a span."""
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][-1] == year - 1:
            spans[-1][1:] = [year]
        else:
            spans.append([year])
    return ", ".join(french.years(span[0], span[-1]) for span in spans)


def _dictionary(view: View) -> tuple[Block, ...]:
    available = view.store.values.indicators
    blocks: list[Block] = []
    for theme in catalogue.THEMES:
        members = [item for item in available if item.theme == theme.slug]
        if members:
            items = tuple((item.label, _entry(item)) for item in members)
            blocks.append(Terms(items, f"Dictionnaire : {theme.name}"))
    return tuple(blocks)


def _entry(item: Indicator) -> Text:
    columns = ", ".join(f"{column.family} {column.name}" for column in item.columns)
    total = "somme permise" if item.summable else "ni somme ni moyenne"
    parts: list[str | Span] = [item.definition, f" Unité : {item.unit} ; {total}."]
    if item.limits:
        parts.append(f" {item.limits}")
    if columns:
        parts.append(f" Colonnes d’origine : {columns}.")
    return text(*parts)


def _contract(view: View) -> tuple[Block, ...]:
    blocks: list[Block] = []
    events = view.store.events()
    if events:
        items = tuple(
            (_day(e.day, e.precision), text(Span(e.title, strong=True), f". {e.text}"))
            for e in events
        )
        blocks.append(Terms(items, "Dates du contrat"))
    lines = []
    for contract in view.store.settings.contracts:
        names = french.listed([p.name for p in contract.grid.pillars if p.thematic])
        note = f" {contract.grid.note}" if contract.grid.note else ""
        lines.append(text(Span(f"{contract.name} : ", strong=True), f"{names}.{note}"))
    blocks.append(Prose(tuple(lines), "Les piliers de chaque contrat", bullets=True))
    return tuple(blocks)


def _day(day: dt.date, precision: str) -> str:
    if precision == "annee":
        return str(day.year)
    if precision == "mois":
        return f"{french.MONTHS[day.month - 1]} {day.year}"
    return french.date(day)


def _concordance(view: View) -> tuple[Block, ...]:
    found = view.store.rows("concordance")
    if not found:
        return ()
    rows = tuple(
        Row(
            (
                Cell(f"{row['pilier_source']} ({row['grille_source']})"),
                Cell(f"{row['pilier_cible']} ({row['grille_cible']})"),
                Cell(row["note"]),
            )
        )
        for row in found
    )
    columns = (Column("Pilier"), Column("Se lit dans l’autre contrat"), Column("Note"))
    table = Table("Concordance des piliers entre contrats", columns, rows)
    return (Listing("Concordance des piliers", french.counted(len(rows), "ligne"), table),)


PAGE = Page(
    slug="donnees",
    path="/donnees",
    label="Données et méthodes",
    title=lambda view: "Données et méthodes",
    description="Sources, licences, dictionnaire, années connues et limites.",
    panels=(
        Panel("tete", _hero),
        Panel("sources", _sources),
        Panel("existe", _completeness, 7),
        Panel("comptes", _counts, 5),
        Panel("telecharger", _downloads),
        Panel("contrat", _contract),
        Panel("concordance", _concordance),
        Panel("dictionnaire", _dictionary),
        Panel("limites", lambda view: (words.limits(*words.money_limits(view)),)),
    ),
    filters=(),
)
