"""A file from the disk to what it would change, while no other import works on the territory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dashboard.importers.apply import Plan, plan
from dashboard.importers.door.confined import Bounds, Tell, bounds_for, confined
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Document, Imported
from dashboard.importers.matching.matching import Matching, read_as
from dashboard.importers.matching.sight import Sight, sight
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.importers.unnaming import admission
from dashboard.importers.writing import steps
from dashboard.importers.writing.alone import alone
from dashboard.importers.writing.refusal import disk_said

FileReader = Callable[[Document, TerritoryFolder, Tell], Imported]


def apart(
    document: Document, territory: TerritoryFolder, tell: Tell, said: Matching | None = None
) -> Imported:
    """What the document holds, read in a process of its own; ``said`` is what its columns are,
    where no importer is to recognise them."""
    bounds, work = _bounds(document, territory), reading_of(said)
    return confined(document.name, bounds, work, document, territory, tell=tell)


def apart_at_once(
    document: Document, territory: TerritoryFolder, tell: Tell, said: Matching | None = None
) -> Imported:
    """The same, for a process that does nothing else and holds no thread."""
    bounds, work = _bounds(document, territory), reading_of(said)
    return confined(document.name, bounds, work, document, territory, tell=tell, fresh=False)


def _bounds(document: Document, territory: TerritoryFolder) -> Bounds:
    return bounds_for(document).against(sum(map(len, territory.tables.values())))


def reading_of(said: Matching | None) -> Callable[[Document, TerritoryFolder], Imported]:
    """How a document is read: as the importer that knows it does, or by those columns."""
    return read if said is None else partial(read_as, said=said)


def looked_at(path: Path, folder: Path, fresh: bool = True) -> Sight | None:
    """What the columns of that file look like, for the territory of that folder; None where it is
    no table. Refused as ``sight`` is. ``fresh``: as ``confined`` has it."""
    return sighted(open_document(path), open_territory(folder), fresh)


def sighted(document: Document, territory: TerritoryFolder, fresh: bool = True) -> Sight | None:
    """The same of that document; None where it is no table."""
    return confined(
        document.name, _bounds(document, territory), sight, document, territory, fresh=fresh
    )


def admitted(document: Document, contacts: bool) -> admission.AdmittedFile:
    """What may be kept of a file that is given, read in a process of its own; Refused where it
    cannot be. As ``unnaming.admission.admitted`` has it."""
    bounds = bounds_for(document)
    return confined(document.name, bounds, admission.admitted, document, contacts)


@contextmanager
def planned(path: Path, folder: Path, tell: Tell, reading: FileReader = apart) -> Iterator[Plan]:
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
    with disk_said(folder.name), alone(folder, tell):
        yield open_territory(folder)
