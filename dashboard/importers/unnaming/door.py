"""The door: what may be kept of a file that was given, before anything of it is written."""

from __future__ import annotations

from dashboard.importers.door.archive import is_zip
from dashboard.importers.door.workbook import is_workbook
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.archive import nameless_archive
from dashboard.importers.unnaming.text import nameless_text
from dashboard.importers.unnaming.workbook import nameless_workbook


def nameless(document: Document) -> Document:
    """The file without the persons of its cells; itself where there is nothing to take out.
    Refused where it cannot be read."""
    if is_workbook(document):
        return nameless_workbook(document)
    return nameless_archive(document) if is_zip(document.content) else nameless_text(document)
