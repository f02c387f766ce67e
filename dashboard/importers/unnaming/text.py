"""A text without the persons whom it names: a table, a JSON, or what is neither."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dashboard.importers import ban
from dashboard.importers.door import long
from dashboard.importers.door.file import bounded
from dashboard.importers.door.items import is_json, json_of
from dashboard.importers.imported import Document, refuse
from dashboard.importers.personal_data import may_be_personal
from dashboard.importers.personal_headings import personal_columns
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.rows import TextChange, TextTable
from dashboard.importers.unnaming.strings import JsonStrings
from dashboard.importers.unnaming.written import WrittenText


def nameless_text(document: Document) -> Document:
    """The text without them, in UTF-8, each line but theirs as it was written; itself where it
    names none. The addresses of a département stay as they are, compressed or not: a street may
    bear the name of a person, and no column of theirs holds one.

    Refused for bytes that are no text, for any other file compressed alone, and beyond the bounds
    of what is read.
    """
    document = bounded(document)
    if ban.recognises(document) and not personal_columns(sorted(long.header(document))):
        return document
    if long.is_compressed(document):
        message = "ce fichier compressé n’est pas la Base adresse nationale."
        raise refuse(document.name, message, "Donnez le fichier lui-même, décompressé.")
    text = WrittenText(document)
    if is_json(document) and json_of(document) is not None:
        strings = JsonStrings("".join(text.blocks()))
        return _written(document, text, strings.changes) if strings.suspect else document
    table = TextTable.of(text)
    if table.of_organisations:
        return document
    suspect = table.holds_persons or any(map(may_be_personal, text.blocks()))
    return _written(document, text, table.changes) if suspect else document


def _written(
    document: Document,
    text: WrittenText,
    changes: Callable[[Callable[[str], str]], Iterator[TextChange]],
) -> Document:
    """The document with these changes; itself where there is none."""
    out_of = MetPersons.beside(text.blocks()).out_of
    if all(old == new for old, new in changes(out_of)):
        return document
    content = text.bytes_of(new for _, new in changes(out_of))
    return bounded(Document(document.name, content))
