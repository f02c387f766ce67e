"""Where indexes lie: one file for each table of each content, under the hash of that content. It is
made once, may be removed at any time, and is never the truth: what no version holds has none."""

from __future__ import annotations

import fcntl
import hashlib
import mmap
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from dashboard.depot import Depot, Files
from dashboard.depot.edits import rows_of
from dashboard.depot.kept_files import KeptFiles
from dashboard.depot.version import sha256
from dashboard.schema import TABLES, TableSchema
from dashboard.staff.indexes.row_index import NotWhole, RowIndex, row_index, written
from dashboard.staff.settings import PRIVATE_FILE, PRIVATE_FOLDER, StaffSettings
from dashboard.system.disk import DRAFT

FOLDER, LOCK = "index", ".verrou"
FORM = 2
"""The form in which they are written: one of another form is made again."""
IndexOf = Callable[[TableSchema, Files], RowIndex]
"""What gives the index of a table in those files."""
MOST = 1 << 30
"""Bytes of the indexes of a territory: beyond, those used longest ago go."""
SEAL = 64
"""Bytes before an index: the hash of the name of its file and of all that follows."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class IndexShelf:
    """The indexes of one territory on this server, in a folder closed to other users."""

    settings: StaffSettings

    @property
    def folder(self) -> Path:
        """Where they lie; it may not be there."""
        return self.settings.home / FOLDER / self.settings.territory

    def of(self, table: TableSchema, files: Files) -> RowIndex:
        """The index of that table in those files, kept where their hashes are known; without any
        row where the table is missing or cannot be read."""
        if not isinstance(files, KeptFiles) or table.name not in TABLES or table.file not in files:
            return in_memory(table, files)
        place = self.folder / f"{files.sums[table.file]}-{table.name}-{_form(table)}"
        try:
            return _opened(place) or self._made(place, table, files)
        except OSError:
            return in_memory(table, files)

    def prepare(self, files: Files) -> None:
        """Have the index of every table of those files: the first page then waits for none."""
        for table in TABLES.values():
            if table.file in files:
                self.of(table, files)

    def sweep(self) -> None:
        """Forget the indexes of contents that no version holds any more, and what was left
        half-written; what is being written stays, and whoever writes it forgets it then."""
        if not self.folder.is_dir():
            return
        live = self._live()
        for path in self._held():
            if path.name.startswith(DRAFT):
                self._forget_draft(path)
            elif live is not None and path.name.partition("-")[0] not in live:
                path.unlink(missing_ok=True)

    def _forget_draft(self, path: Path) -> None:
        with suppress(BlockingIOError), self._alone(fcntl.LOCK_NB):
            path.unlink(missing_ok=True)

    def _made(self, place: Path, table: TableSchema, files: KeptFiles) -> RowIndex:
        with self._alone():
            return _opened(place) or self._put(place, table, files)

    def _put(self, place: Path, table: TableSchema, files: KeptFiles) -> RowIndex:
        """The index, kept unless a folder changed between its hash and its reading."""
        if sha256(files[table.file]) != files.sums[table.file]:
            return in_memory(table, files)
        content = written(table, rows_of(table.name, files))
        draft = place.with_name(f"{DRAFT}{place.name}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, PRIVATE_FILE), "wb") as file:
            file.truncate()
            file.write(_seal(place.name, [content]))
            file.write(content)
        draft.replace(place)
        live = self._live()
        if live is not None and files.sums[table.file] not in live:
            place.unlink(missing_ok=True)
        self._bound(place)
        return RowIndex(memoryview(content))

    def _bound(self, last: Path) -> None:
        """Forget those used longest ago, but the last one, where there are too many bytes."""
        held = [(path.stat(), path) for path in self._held()]
        size = sum(told.st_size for told, _ in held)
        for told, path in sorted(held, key=lambda one: one[0].st_atime_ns):
            if size > MOST and path != last:
                path.unlink(missing_ok=True)
                size -= told.st_size

    def _held(self) -> Iterator[Path]:
        """The files of the folder; a folder there is somebody else's, and stays."""
        listed = self.folder.iterdir()
        return (path for path in listed if path.name != LOCK and not path.is_dir())

    def _live(self) -> frozenset[str] | None:
        """The hashes of what versions hold; None where none is kept yet."""
        held = Depot(self.settings.var).versions(self.settings.territory)
        return frozenset(sum_ for one in held for sum_ in one.files.values()) if held else None

    @contextmanager
    def _alone(self, waits: int = 0) -> Iterator[None]:
        """Have one at a time make an index: the others wait for it, then read it; BlockingIOError
        for who does not wait (``LOCK_NB``)."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        lock = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | waits)
            yield
        finally:
            os.close(lock)


def in_memory(table: TableSchema, files: Files) -> RowIndex:
    """The index of that table in those files, kept nowhere."""
    return row_index(table, rows_of(table.name, files))


def _opened(place: Path) -> RowIndex | None:
    """The index of that file, used now; None where it is not there, or is not what was written."""
    with suppress(FileNotFoundError, NotWhole, ValueError), place.open("rb") as file:
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        told = os.fstat(file.fileno())
        if held[:SEAL] != _seal_of(place, told.st_ino, told.st_size, told.st_mtime_ns):
            return None
        os.utime(place, ns=(time.time_ns(), told.st_mtime_ns))
        return RowIndex(held[SEAL:])
    return None


@lru_cache(maxsize=256)
def _seal_of(place: Path, *_: int) -> bytes:
    """The seal that file should bear, sought once by a process as long as nobody writes there."""
    with place.open("rb") as file:
        file.seek(SEAL)
        return _seal(place.name, iter(lambda: file.read(_BLOCK), b""))


def _seal(name: str, parts: Iterable[bytes]) -> bytes:
    found = blake2b(f"{name}\n".encode(), digest_size=SEAL)
    for part in parts:
        found.update(part)
    return found.digest()


def _form(table: TableSchema) -> str:
    """What the form of an index follows: how it is written, and the declaration of its table."""
    return hashlib.sha256(f"{FORM} {table!r}".encode()).hexdigest()[:12]
