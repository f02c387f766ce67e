"""The files of a ZIP, in memory: each one checked before it is opened, all of them bounded."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from dashboard.domain.french import counted
from dashboard.importers.door.file import bounded
from dashboard.importers.door.text import LOST, clean
from dashboard.importers.imported import Document, Refused, refuse
from dashboard.importers.personal_data import unnamed_file, unnamed_files
from dashboard.system.environment import megabytes_of_file

MAX_FILES = 50
_MOST = 5_000
"""Entries of a ZIP whose list is read: Python makes it slowly."""
LEAST_OPENED = 64
"""Megabytes that a ZIP may hold once open, or as many as a file that is loaded may weigh."""
WORKBOOK_OPENED = 100 * 1024 * 1024
"""Bytes that a workbook may hold once open."""
MAX_RATIO = 150
"""Times a member may swell; official tables reach 25."""
MAX_DEPTH = 2
"""A ZIP of ZIPs is opened, as the ANCT publishes one; a third level is not."""
_SMALL = 1024 * 1024
"""Bytes under which nothing swells enough to matter."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
)
_FRAME, _END = 30 + 46, 22
"""Bytes around a member, before it and in the list, and those of the end of that list."""
_UTF8 = 0x800
"""What says that a name is in UTF-8."""
_TEXTS = (".csv", ".tsv", ".txt")
_FORKS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(slots=True)
class _Budget:
    """The bytes that may still be opened, whatever the nesting."""

    limit: int
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.limit


def is_zip(content: bytes) -> bool:
    """Whether these bytes are a ZIP (an XLSX and an ODS are ZIPs too)."""
    return content[:4] == b"PK\x03\x04"


def names_of(document: Document) -> frozenset[str]:
    """The names of the members of a ZIP; nothing where it cannot be read, or has too many."""
    if _is_crowded(document.content):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
            return frozenset(archive.namelist())
    except _DAMAGE:
        return frozenset()


def most_opened() -> int:
    """The bytes that a ZIP may hold once open: what lies in it may weigh what it may weigh bare."""
    return max(LEAST_OPENED, megabytes_of_file()) * _SMALL


def texts_in(document: Document) -> int:
    """The bytes of the tables of text that a ZIP says it holds; 0 where it cannot be read, and for
    one that will be refused."""
    return _said(document, _TEXTS, most_opened())


def xml_in(document: Document) -> int:
    """The bytes of XML that a workbook says it holds; as ``texts_in``."""
    return _said(document, (".xml",), WORKBOOK_OPENED)


def _said(document: Document, suffixes: tuple[str, ...], most: int) -> int:
    if not is_zip(document.content) or _is_crowded(document.content):
        return 0
    try:
        with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
            found = archive.infolist()
    except _DAMAGE:
        return 0
    size = sum(item.file_size for item in found if item.filename.lower().endswith(suffixes))
    return size if size <= min(most, MAX_RATIO * len(document.content)) else 0


def unzipped(document: Document) -> tuple[Document, ...]:
    """The files of a ZIP and of the ZIPs in it, by their bare names, which name no person; those of
    one stem share one still. Macintosh forks are left out.

    Refused: too many files, too large once open, a member that swells, that would be written out
    of the archive or has no name, a password, damage, a third level.
    """
    found = _found(document, most_opened())
    if isinstance(found, Refused):
        raise found
    return found


def holds_alone(document: Document, names: Sequence[str]) -> bool:
    """Whether a ZIP that was opened is made of the files of those names and of nothing else: no
    folder, no remark, no date beside those of its list, not a byte between two files."""
    with _opened(document.name, document.content) as archive:
        found = archive.infolist()
    told = sum(_FRAME + 2 * len(_written(item)) + item.compress_size for item in found)
    alone = sorted(item.orig_filename for item in found) == sorted(names)
    return alone and told + _END == len(document.content)


def swells(item: zipfile.ZipInfo) -> bool:
    """Whether a member becomes so much larger once open that it is refused."""
    return item.file_size > _SMALL and item.file_size > MAX_RATIO * max(item.compress_size, 1)


def parts(document: Document, limit: int, wanted: re.Pattern[str]) -> dict[str, bytes]:
    """The parts of a workbook whose paths answer; Refused where all hold more bytes than that."""
    budget = _Budget(limit)
    with _opened(document.name, document.content) as archive:
        _check_size(document.name, archive.infolist(), budget)
        return {
            item.filename: _bytes(document.name, archive, item, budget)
            for item in archive.infolist()
            if wanted.search(item.filename)
        }


@lru_cache(maxsize=1)
def _found(document: Document, most: int) -> tuple[Document, ...] | Refused:
    """The last files, of that many bytes at most, or their refusal are kept: each importer looks at
    them in turn."""
    try:
        files = tuple(_files(document.name, bounded(document).content, _Budget(most), 1))
    except Refused as refusal:
        return Refused(refusal.problem)
    names = unnamed_files([one.name for one in files])
    return tuple(Document(name, one.content) for name, one in zip(names, files, strict=True))


def _files(name: str, content: bytes, budget: _Budget, depth: int) -> Iterator[Document]:
    """The files of these bytes; what is refused is said of the file that was given, ``name``."""
    if depth > MAX_DEPTH:
        message = "le ZIP contient des ZIP qui en contiennent d’autres."
        raise refuse(name, message, "Donnez seulement le fichier officiel utile.")
    with _opened(name, content) as archive:
        found = [
            item
            for item in archive.infolist()
            if not item.filename.endswith("/") and not _is_fork(item)
        ]
        _check_members(name, found)
        _check_size(name, found, budget)
        for item in found:
            inner = Document(_bare(item), _bytes(name, archive, item, budget))
            if is_zip(inner.content) and inner.name.lower().endswith(".zip"):
                yield from _files(name, inner.content, budget, depth + 1)
            else:
                yield inner


def _bare(item: zipfile.ZipInfo) -> str:
    return clean(PurePosixPath(_path(item)).name)


def _written(item: zipfile.ZipInfo) -> bytes:
    """The name of a member as its bytes are in the ZIP."""
    return item.orig_filename.encode("utf-8" if item.flag_bits & _UTF8 else "cp437")


def _shown(item: zipfile.ZipInfo) -> str:
    """The name of a member as a sentence repeats it."""
    return unnamed_file(clean(item.filename))[:60]


def _is_crowded(content: bytes) -> bool:
    """Whether it has more entries than a list is made of, by the marks of each."""
    return content.count(b"PK\x01\x02") > _MOST


def _opened(name: str, content: bytes) -> zipfile.ZipFile:
    if _is_crowded(content):
        raise _too_many(name, f"plus de {counted(_MOST, 'fichier')}")
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGE as error:
        raise _broken(name) from error


def _path(item: zipfile.ZipInfo) -> str:
    return item.filename.replace("\\", "/")


def _is_fork(item: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(_path(item))
    return path.name.startswith("._") or any(part in _FORKS for part in path.parts)


def _check_members(name: str, found: list[zipfile.ZipInfo]) -> None:
    if len(found) > MAX_FILES:
        raise _too_many(name, counted(len(found), "fichier"))
    for item in found:
        path = PurePosixPath(_path(item))
        if path.is_absolute() or ".." in path.parts or ":" in item.filename:
            message = f"le ZIP veut écrire hors de son dossier (« {_shown(item)} »)."
            raise refuse(name, message, "Ce n’est pas un fichier officiel : ne l’ouvrez pas.")
        if not path.name or LOST in clean(item.filename):
            raise refuse(name, "un fichier du ZIP n’a pas de nom lisible.", _ANOTHER)


_ANOTHER = "Refaites le ZIP, ou donnez le fichier seul."


def _too_many(name: str, said: str) -> Refused:
    message = f"le ZIP contient {said} : {MAX_FILES} au plus."
    return refuse(name, message, "Donnez seulement le fichier officiel utile.")


def _check_size(name: str, found: list[zipfile.ZipInfo], budget: _Budget) -> None:
    if sum(item.file_size for item in found) > budget.left:
        raise _too_large(name, budget)
    for item in found:
        if swells(item):
            message = f"« {_shown(item)} » gonfle de plus de {MAX_RATIO} fois."
            raise refuse(name, message, "Ce n’est pas un fichier officiel : ne l’ouvrez pas.")


def _bytes(name: str, archive: zipfile.ZipFile, item: zipfile.ZipInfo, budget: _Budget) -> bytes:
    try:
        with archive.open(item) as stream:
            content = stream.read(budget.left + 1)
    except _DAMAGE as error:
        raise _broken(name) from error
    budget.left -= len(content)
    if budget.left < 0:
        raise _too_large(name, budget)
    return content


def _broken(name: str) -> Refused:
    message = "le ZIP est abîmé ou protégé par un mot de passe."
    return refuse(name, message, "Téléchargez-le de nouveau.")


def _too_large(name: str, budget: _Budget) -> Refused:
    limit = budget.limit // (1024 * 1024)
    message = f"le contenu du ZIP dépasse {limit} Mo une fois ouvert."
    return refuse(name, message, "Donnez seulement le fichier officiel utile.")
