"""Admission: what may be kept of a file that was given, before anything of it is written."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.importers.door.archive import is_zip
from dashboard.importers.door.layer import is_geopackage
from dashboard.importers.door.workbook import is_workbook
from dashboard.importers.imported import Document, Refused
from dashboard.importers.matching.sight import looks_tabular
from dashboard.importers.recognise import has_no_cell, known_in, why_not
from dashboard.importers.templates import CONTACTS
from dashboard.importers.unnaming.archive import nameless_archive
from dashboard.importers.unnaming.geopackage import nameless_geopackage
from dashboard.importers.unnaming.text import nameless_text
from dashboard.importers.unnaming.workbook import nameless_workbook


@dataclass(frozen=True, slots=True)
class AdmittedFile:
    """What may be kept of a file, and whether it is one of ``contacts``: as it was given then."""

    document: Document
    contacts: bool


def admitted(document: Document, contacts: bool = False) -> AdmittedFile:
    """What may be kept of that file: itself where it is said to be one of ``contacts``, which says
    how to reach organisations, and no importer knows it; else what ``nameless`` leaves of it, which
    is all of the sheet of a model of contacts, and no other. Refused, as its reading would be,
    where no importer reads it and it is no table whose columns may be said."""
    kinds = {importer.kind for _, importer in known_in(document)}
    if not kinds and not _may_be_told(document):
        raise why_not(document)
    reaches = contacts if not kinds else kinds == {CONTACTS.kind}
    spared = reaches and not kinds
    return AdmittedFile(_spared(document) if spared else nameless(document), reaches)


def _may_be_told(document: Document) -> bool:
    """Whether it is a table whose columns may be said."""
    try:
        return not has_no_cell(document) and looks_tabular(document)
    except Refused:
        return False


def _spared(document: Document) -> Document:
    """A file that is said to be one of contacts, as it is; of a ZIP that holds one, it alone."""
    packed = is_zip(document.content) and not is_workbook(document)
    return nameless_archive(document, lambda file: file) if packed else document


def nameless(document: Document) -> Document:
    """The file without the persons of its cells; itself where there is nothing to take out.
    Refused where it cannot be read."""
    if is_workbook(document):
        return nameless_workbook(document)
    if is_zip(document.content):
        return nameless_archive(document, nameless)
    return nameless_geopackage(document) if is_geopackage(document) else nameless_text(document)
