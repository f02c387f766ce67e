"""What is sent by mistake for a table: a letter, slides, a picture, told by their bytes."""

from __future__ import annotations

from dashboard.importers.door import compound
from dashboard.importers.door.archive import is_zip, names_of
from dashboard.importers.imported import Document

WORDS = "un document de traitement de texte (lettre, compte rendu…)"
SLIDES = "un diaporama"
_BEGUN = {
    b"%PDF-": "un PDF",
    b"{\\rtf": WORDS,
    b"\x89PNG": "une image",
    b"\xff\xd8\xff": "une image",
    b"GIF8": "une image",
}
_MEMBERS = {"word/document.xml": WORDS, "ppt/presentation.xml": SLIDES}
_STREAMS = {"WordDocument": WORDS, "PowerPoint Document": SLIDES}
_OPEN = "application/vnd.oasis.opendocument."
_TYPES = {f"{_OPEN}text": WORDS, f"{_OPEN}presentation": SLIDES}
_HEAD = 128
"""Bytes of an OpenDocument that hold its type: it stands first, as it is."""


def kind_of(document: Document) -> str:
    """« un PDF », « un diaporama »; empty for any other file, a damaged one with them."""
    content = document.content
    begun = (kind for mark, kind in _BEGUN.items() if content.startswith(mark))
    return next(begun, "") or _packed(document)


def _packed(document: Document) -> str:
    content = document.content
    if content.startswith(compound.MAGIC):
        found = (kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in content)
        return next(found, "")
    if not is_zip(content):
        return ""
    names, head = names_of(document), content[:_HEAD]
    held = [kind for name, kind in _MEMBERS.items() if name in names]
    typed = [kind for name, kind in _TYPES.items() if name.encode() in head]
    return next(iter((*held, *typed)), "")
