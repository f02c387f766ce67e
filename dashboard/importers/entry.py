"""A file from the disk to what it would change, while no other import works on the territory."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.importers.apply import Plan, plan
from dashboard.importers.door.confined import Tell, bounds_for, confined
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.importers.writing import steps
from dashboard.importers.writing.alone import alone

Reading = Callable[[Document, TerritoryFolder, Tell], Imported]

_FULL = "le disque est plein : rien n’a été écrit.", "Faites de la place, puis relancez."
_CLOSED = (
    "le dossier ne peut pas être écrit : rien n’a été écrit.",
    "Vérifiez à qui il appartient et s’il est en lecture seule.",
)
_REASONS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY), _CLOSED),
}


def apart(document: Document, territory: TerritoryFolder, tell: Tell) -> Imported:
    """What the document holds, read in a process of its own."""
    return confined(document.name, bounds_for(document), read, document, territory, tell=tell)


@contextmanager
def planned(path: Path, folder: Path, tell: Tell, reading: Reading = apart) -> Iterator[Plan]:
    """What that file would make of the territory of that folder; no other import runs meanwhile.

    Refused where the file cannot be read, or the disk refuses what is then written. ``tell`` is
    given, as a long file is read or another import awaited, what it waits for.
    """
    document = open_document(path)
    with held(folder, tell) as territory:
        imported = reading(document, territory, tell)
        steps.reached("lecture")
        yield plan(imported, territory)


@contextmanager
def held(folder: Path, tell: Tell) -> Iterator[TerritoryFolder]:
    """The territory of that folder, held against every other writer; Refused where the disk
    refuses what is then written."""
    try:
        with alone(folder, tell):
            yield open_territory(folder)
    except OSError as error:
        message, remedy = _REASONS.get(error.errno or 0, _unknown(error))
        raise refuse(folder.name, message, remedy) from error


def _unknown(error: OSError) -> tuple[str, str]:
    return f"le disque refuse l’écriture (erreur {error.errno}) : rien n’a été écrit.", _CLOSED[1]
