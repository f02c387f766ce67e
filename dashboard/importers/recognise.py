"""Which importer reads a file: by its bytes first, its name is only a hint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain import french
from dashboard.importers import (
    ban,
    contours,
    filosofi,
    filosofi_suite,
    insee_alike,
    insee_qpv,
    lieux,
    p147,
    postes,
    quartiers_2024,
    reperes,
    scdl,
    templates,
    voies,
)
from dashboard.importers.account import Unbalanced
from dashboard.importers.door.archive import is_zip, unzipped
from dashboard.importers.door.file import bounded
from dashboard.importers.door.workbook import is_workbook
from dashboard.importers.imported import Document, Imported, Refused, refuse
from dashboard.importers.importer import Importer
from dashboard.importers.prose import layout_of
from dashboard.importers.sifting import sifted
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.written import kind_of

IMPORTERS: tuple[Importer, ...] = (
    *templates.IMPORTERS,
    ban.IMPORTER,
    insee_qpv.IMPORTER,
    insee_alike.IMPORTER,
    filosofi.IMPORTER,
    filosofi_suite.IMPORTER,
    quartiers_2024.IMPORTER,
    p147.IMPORTER,
    scdl.IMPORTER,
    postes.IMPORTER,
    contours.IMPORTER,
    reperes.IMPORTER,
    lieux.IMPORTER,
    voies.IMPORTER,
)
"""Asked in this order."""

_TAGS = (b"<?xml", b"<!doctype", b"<html", b"<table", b"<workbook")
_CARDS = (b"begin:vcard", b"begin:vcalendar")
_UNKNOWN = "ce fichier n’est d’aucune sorte connue."
_TABLE = "Donnez la table elle-même, en CSV, XLSX ou ODS."


def recognise(document: Document) -> Importer | None:
    """The importer of that document, or None."""
    return next((item for item in IMPORTERS if item.knows(document)), None)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """What the document holds for that territory; Refused, with its sentence, for any other.

    A ZIP is opened: the one file in it that an importer reads is read.
    """
    member, importer = _one(document)
    try:
        found: Imported = sifted(importer.read(member, territory), member.name)
        inside = () if member is document else (f"Fichier lu dans le ZIP : {member.name}.",)
        return replace(found, notes=(*inside, *found.notes))
    except Unbalanced as error:
        message = f"le compte de ses lignes ne tombe pas juste ({error})."
        raise refuse(document.name, message, "Rien n’est écrit : signalez ce fichier.") from error


def read_of(document: Document) -> tuple[Document, ...]:
    """The files of a ZIP that are read: one, or those that an importer reads together. Refused as
    ``read`` is, where it reads none of them."""
    member, importer = _one(document)
    return importer.opened(document) if member is document else (member,)


def _one(document: Document) -> tuple[Document, Importer]:
    """The one file that is read, of those of a ZIP, and its importer; Refused where there is none,
    or several."""
    known = known_in(document)
    if not known:
        raise why_not(document)
    if len(known) > 1:
        names = french.listed([item.name for item, _ in known])
        message = f"le ZIP contient plusieurs fichiers que je sais lire ({names})."
        raise refuse(document.name, message, "Donnez-les un par un.")
    return known[0]


def known_in(document: Document) -> tuple[tuple[Document, Importer], ...]:
    """The document and its importer; for a ZIP that none reads whole, those of its members. Refused
    where it is empty, too large, or a ZIP that is not to be opened."""
    return () if has_no_cell(document) else tuple(_known(bounded(document)))


def why_not(document: Document) -> Refused:
    """Why no importer reads that document, to be raised."""
    written = kind_of(document)
    if written:
        return refuse(document.name, f"ce fichier n’est pas un tableau : c’est {written}.", _TABLE)
    if _begins(document, _CARDS):
        message = "c’est un carnet d’adresses ou un agenda (VCF, ICS)."
        return refuse(document.name, message, _TABLE)
    if has_no_cell(document):
        message = "c’est une page XML ou HTML, même sous le nom d’un classeur."
        remedy = "Ouvrez-la dans un tableur, puis enregistrez-la en XLSX."
        return refuse(document.name, message, remedy)
    return _refusal(document) or _no_table(document) or _unknown(document)


def has_no_cell(document: Document) -> bool:
    """Whether it is a text of tags, what some programs export under the name of a spreadsheet, or
    cards: nothing of it is a cell."""
    return _begins(document, (*_TAGS, *_CARDS))


def _begins(document: Document, words: tuple[bytes, ...]) -> bool:
    """Whether its text does, one letter to two bytes or not."""
    begun = document.content[:128].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return begun.lower().startswith(words)


def _known(document: Document) -> Iterator[tuple[Document, Importer]]:
    """The document and its importer; for a ZIP that none reads whole, those of its members."""
    importer = recognise(document)
    if importer is not None:
        yield document, importer
    elif is_zip(document.content) and not is_workbook(document):
        for member in unzipped(document):
            found = recognise(member)
            if found is not None:
                yield member, found


def _refusal(document: Document) -> Refused | None:
    """Why the bytes cannot be read at all, where an importer that looked at them says it."""
    for importer in IMPORTERS:
        try:
            importer.recognises(document)
        except Refused as refusal:
            return refusal
    return None


def _no_table(document: Document) -> Refused | None:
    """Why a text that is no table is not read; None for another sort of file, and for a table."""
    layout = layout_of(document)
    if layout is None or not layout.is_prose:
        return None
    message = "ce fichier n’est pas un tableau : c’est un texte (lettre, compte rendu, message…)."
    return refuse(document.name, message, _TABLE)


def is_unknown(refusal: Refused) -> bool:
    """Whether that refusal says that no importer knows the file."""
    return refusal.problem.message == _UNKNOWN


def _unknown(document: Document) -> Refused:
    titles = " ; ".join(item.title for item in IMPORTERS)
    return refuse(document.name, _UNKNOWN, f"Je sais lire : {titles}.")
