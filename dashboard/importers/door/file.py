"""A file as it lies on a disk, or was sent: regular, of a bounded size, under a name that reads."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from dashboard.importers.door.text import clean
from dashboard.importers.imported import Document, Refused, refuse
from dashboard.importers.personal_data import unnamed_file

MAX_BYTES = 128 * 1024 * 1024
_BLANKS = b"\0\xef\xbb\xbf\xff\xfe \t\r\n"
"""Bytes that say nothing alone: spaces, zeros, the marks of an encoding."""
_AGAIN = "Téléchargez-le de nouveau."


def open_document(path: Path) -> Document:
    """The file at that path; Refused unless it is a regular file of a bounded size.

    A device, a pipe, a socket, a directory, or a link to one of them, is never opened.
    """
    name = _name(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refuse(name, "ce n’est pas un fichier.", "Donnez le fichier lui-même.")
        return bounded(Document(name, _content(path)))
    except OSError as error:
        message = "ce fichier n’existe pas ou ne peut pas être lu."
        raise refuse(name, message, "Vérifiez le chemin.") from error


def bounded(document: Document) -> Document:
    """The document; Refused where it holds nothing but blanks, or is larger than 128 MB."""
    if not document.content.strip(_BLANKS):
        raise refuse(document.name, "le fichier est vide.", _AGAIN)
    if len(document.content) > MAX_BYTES:
        raise _too_large(document.name)
    return document


def _name(path: Path) -> str:
    """The name of the file as it is written in a report; Refused where it is no text."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError as error:
        shown = path.name.encode("utf-8", "replace").decode()
        message = "le nom du fichier n’est pas un texte lisible."
        raise refuse(clean(shown), message, "Renommez le fichier sans accent.") from error
    return unnamed_file(clean(unicodedata.normalize("NFC", path.name)))


def _content(path: Path) -> bytes:
    # Without waiting: what became a pipe since it was looked at would never answer.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as stream:
        held = os.fstat(descriptor)
        if not stat.S_ISREG(held.st_mode):
            raise OSError("not a regular file")
        if held.st_size > MAX_BYTES:
            raise _too_large(_name(path))
        return stream.read(MAX_BYTES + 1)


def _too_large(name: str) -> Refused:
    limit = MAX_BYTES // (1024 * 1024)
    remedy = "Donnez le fichier officiel seul, pas un dossier entier."
    return refuse(name, f"le fichier dépasse {limit} Mo.", remedy)
