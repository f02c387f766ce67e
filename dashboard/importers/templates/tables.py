"""Models of one table each: what staff know by themselves, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from dashboard.importers import persons, sourcing
from dashboard.importers.account import refusal
from dashboard.importers.imported import Document, Imported
from dashboard.importers.importer import Importer
from dashboard.importers.templates import importing
from dashboard.importers.templates.filled import Filled, FilledRow
from dashboard.importers.templates.judging import filled
from dashboard.importers.templates.source import source_of
from dashboard.importers.templates.template import Template
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.importers.twins import Naming
from dashboard.schema import TABLES, Problem, Record

_OURS = "source"
"""The column that no one fills: the file itself is the source."""


def template(table: str, slug: str, purpose: str, **shown: str) -> Template:
    """The model of that table: its columns but that of the source, and what its example says."""
    fields = tuple(field for field in TABLES[table].fields if field.name != _OURS)
    return Template(slug, TABLES[table].title, purpose, fields, shown)


def importer_of(table: str, made: Template, *lines: str, alike: str) -> Importer:
    """What reads that model, once filled; ``lines`` fill it on an invented territory, ``alike`` is
    the header of another file."""
    return importing.importer_of(made, partial(read, table), lines, (alike, *lines))


def read(table: str, made: Template, document: Document, territory: TerritoryFolder) -> Imported:
    """The lines of that model as rows of its table: a row of the same key is replaced."""
    given = filled(document, made, territory)
    found = given.without(tuple(_people(given, made))).settled("", partial(_naming, table))
    source = sourcing.own(territory, source_of(made, territory, document.name))
    return Imported(
        kind=made.kind,
        title=made.title,
        account=found.account,
        taken={
            table: tuple(_row(table, line, made.kind) for line in found.lines),
            "sources": source if _has_source(table) else (),
        },
        lines={table: tuple(found.lines.numbers)},
        refused=found.refused,
        notes=found.table.notes,
        headings=found.template.titles,
    )


def _has_source(table: str) -> bool:
    return _OURS in TABLES[table].header


def _row(table: str, line: FilledRow, source: str) -> Record:
    said = {_OURS: source} if _has_source(table) else {}
    return blank(table, **line.cells, **said)


def _naming(table: str, line: FilledRow) -> Naming:
    name = "·".join(line.cells[column] for column in TABLES[table].key)
    return Naming(line.number, name, name, line.cells)


def _people(found: Filled, made: Template) -> Iterable[Problem]:
    """The lines whose name is a person's: what is public names organisations alone."""
    for line in found.lines:
        name = line.cells.get("nom", "")
        if persons.is_person(name):
            message = "nomme une personne."
            remedy = "Écrivez le nom du service ou de l’organisme."
            yield refusal(found.table.name, line.number, made.called("nom"), "", message, remedy)
