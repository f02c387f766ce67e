"""Which importer reads a file: by its bytes first, its name is only a hint."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from dashboard.importers import contours, filosofi, insee_qpv, p147, postes, scdl
from dashboard.importers.account import Unbalanced
from dashboard.importers.ground import Ground
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.reading import MAX_BYTES, bounded
from dashboard.importers.sifting import sifted

IMPORTERS: tuple[ModuleType, ...] = (insee_qpv, filosofi, p147, scdl, postes, contours)
"""Each has TITLE, ``recognises(document)`` and ``read(document, ground)``; asked in this order."""


def open_document(path: Path) -> Document:
    """The file at that path; Refused where there is none, or where it is too large to be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise refuse(path.name, "le fichier dépasse 64 Mo.", "Donnez le fichier officiel seul.")
        return Document(path.name, path.read_bytes())
    except OSError as error:
        message = "ce fichier n’existe pas ou ne peut pas être lu."
        raise refuse(path.name, message, "Vérifiez le chemin.") from error


def recognise(document: Document) -> ModuleType | None:
    """The importer of that document, or None."""
    return next((item for item in IMPORTERS if item.recognises(document)), None)


def read(document: Document, ground: Ground) -> Imported:
    """What the document holds for that territory; Refused, with its sentence, for any other."""
    importer = recognise(bounded(document))
    if importer is None:
        titles = " ; ".join(item.TITLE for item in IMPORTERS)
        message = "ce fichier n’est d’aucune sorte connue."
        raise refuse(document.name, message, f"Je sais lire : {titles}.")
    try:
        found: Imported = importer.read(document, ground)
        return sifted(found, document.name)
    except Unbalanced as error:
        message = f"le compte de ses lignes ne tombe pas juste ({error})."
        raise refuse(document.name, message, "Rien n’est écrit : signalez ce fichier.") from error
