"""Indicators that the territory knows by itself, each value with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.importers import sourcing
from dashboard.importers.account import refusal
from dashboard.importers.imported import Document, Imported
from dashboard.importers.source_table import key
from dashboard.importers.templates.filled import Filled, FilledRow
from dashboard.importers.templates.importing import importer_of
from dashboard.importers.templates.judging import filled
from dashboard.importers.templates.template import EXAMPLE, Template
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.importers.twins import Naming
from dashboard.schema import TABLES, Problem, Record
from dashboard.schema.field import Field

TABLE = "indicateurs"
_COLUMNS = {field.name: field for field in TABLES[TABLE].fields}
_OF_SOURCE = ("titre", "producteur", "licence", "adresse")

TEMPLATE = Template(
    "indicateurs",
    "Indicateurs de source locale",
    "Les valeurs que le territoire tient lui-même ou d’un partenaire, une par ligne, chacune avec "
    "sa source. Une valeur qu’un fichier officiel donne n’est jamais remplacée.",
    (
        *(_COLUMNS[name] for name in ("territoire", "indicateur", "annee", "valeur", "statut")),
        Field("titre", "Titre de la source", required=True),
        Field("producteur", "Producteur de la source", required=True),
        Field("licence", "Licence de la source", required=True),
        Field("adresse", "Adresse de la source", description="Vide si elle n’est pas en ligne"),
    ),
    {
        "annee": "2025",
        "valeur": "120",
        "titre": f"{EXAMPLE}Tableau de bord du service",
        "producteur": "Service de l’habitat",
        "licence": "Licence Ouverte 2.0",
    },
)


def read(made: Template, document: Document, territory: TerritoryFolder) -> Imported:
    """The values of a file of that model, and their sources; one that another source gives already
    is refused by name."""
    given = filled(document, made, territory)
    found = given.without(tuple(_held(given, territory))).settled(
        made.called("indicateur"), _naming
    )
    return Imported(
        kind=TEMPLATE.kind,
        title=TEMPLATE.title,
        account=found.account,
        taken={
            TABLE: tuple(_row(line, document.name) for line in found.lines),
            "sources": tuple(_sources(found.lines, territory, document.name)),
        },
        lines={TABLE: tuple(found.lines.numbers)},
        refused=found.refused,
        notes=found.table.notes,
        headings=found.template.titles,
    )


def _held(found: Filled, territory: TerritoryFolder) -> Iterator[Problem]:
    """The lines whose value another source gives."""
    given = {_spot(row): row["source"] for row in territory.rows(TABLE) if row["valeur"]}
    for line in found.lines:
        other = given.get(_spot(line.cells), "")
        if other and other != _source(line.cells):
            message = f"a déjà une valeur, de la source « {other} »."
            remedy = "Elle est gardée : retirez la ligne."
            title, cell = found.template.called("valeur"), line.written["valeur"]
            yield refusal(found.table.name, line.number, title, cell, message, remedy)


def _spot(row: Record) -> tuple[str, ...]:
    return tuple(row[name] for name in TABLES[TABLE].key)


def _source(cells: Record) -> str:
    """The identifier of a source: what was said of it, so that it is the same another year."""
    return f"local-{key(cells['producteur'])[:20]}-{key(cells['titre'])[:30]}"


def _naming(line: FilledRow) -> Naming:
    return Naming(line.number, line.cells["indicateur"], "·".join(_spot(line.cells)), line.cells)


def _row(line: FilledRow, file: str) -> Record:
    said = {name: line.cells[name] for name in _COLUMNS if name in line.cells}
    return blank(TABLE, **said, source=_source(line.cells), fichier=file)


def _sources(lines: Iterable[FilledRow], territory: TerritoryFolder, file: str) -> Iterator[Record]:
    for cells in {_source(line.cells): line.cells for line in lines}.values():
        said = {name: cells[name] for name in _OF_SOURCE}
        obtained = f"Fichier du territoire importé : {file}"
        yield from sourcing.own(
            territory, blank("sources", id=_source(cells), **said, obtention=obtained)
        )


IMPORTER = importer_of(
    TEMPLATE,
    read,
    (
        "Mouline-Basse (QP099002);population;2019;1200;définitif;Recensement tenu par la ville;"
        "Service fictif;Licence Ouverte 2.0;",
    ),
    ("Territoire;Indicateur;Année;Valeur", "Le Rouet;x;2019;1"),
)
