"""Versions kept under ``VAR``: contents as files, the rest in one SQLite base."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dashboard.depot.contents import Contents
from dashboard.depot.refusal import DISK, NotKept
from dashboard.depot.version import Version, version_of

FOLDER, BASE, CONTENTS = "depot", "versions.sqlite", "contenus"
CLOSED = 0o700
"""A version says who kept it, and holds what is not published yet: no other user reads it."""
WAIT = 60.0
"""Seconds that a writer waits for another."""

LAYOUT = """
create table if not exists versions (
    territoire text not null, numero integer not null, texte text not null,
    primary key (territoire, numero)
);
drop trigger if exists jamais_changee;
create trigger if not exists jamais_changee_que_retiree before update on versions
    when json_extract(new.texte, '$.withdrawn') is null or new.numero <> old.numero
    begin select raise(abort, 'une version ne change pas'); end;
create trigger if not exists jamais_retiree before delete on versions
    begin select raise(abort, 'une version ne se retire pas'); end;
create trigger if not exists jamais_remplacee before insert on versions
    when exists (select 1 from versions held
        where held.territoire = new.territoire and held.numero = new.numero)
    begin select raise(abort, 'une version ne se remplace pas'); end;
"""


class FolderHeld:
    """What a base of SQLite and its folder of contents keep; without a base, nothing."""

    def __init__(self, base: sqlite3.Connection | None, contents: Contents) -> None:
        self._base, self._contents = base, contents
        self.put, self.settle, self.content = contents.put, contents.settle, contents.get

    def _rows(self, sql: str, *values: object) -> list[tuple[str]]:
        return self._base.execute(sql, values).fetchall() if self._base else []

    def territories(self) -> tuple[str, ...]:
        """See Keeping."""
        rows = self._rows("select distinct territoire from versions order by 1")
        return tuple(slug for (slug,) in rows)

    def versions(self, slug: str) -> tuple[Version, ...]:
        """See Keeping."""
        sql = "select texte from versions where territoire = ? order by numero desc"
        return tuple(version_of(text) for (text,) in self._rows(sql, slug))

    def insert(self, version: Version) -> None:
        """See Writing."""
        values = (version.territory, version.number, version.text())
        self._rows("insert into versions values (?, ?, ?)", *values)

    def withdraw(self, version: Version) -> None:
        """See Writing."""
        sql = "update versions set texte = ? where territoire = ? and numero = ?"
        self._rows(sql, version.text(), version.territory, version.number)

    def forget_others(self) -> None:
        """See Writing."""
        rows = self._rows("select texte from versions")
        self._contents.forget_others(
            frozenset(sum_ for (text,) in rows for sum_ in version_of(text).files.values())
        )


class FolderShelf:
    """The folder of the depot under ``var``. Reading waits for no more than the end of a writing;
    the system frees what a writer that is killed held, and the base forgets what it had begun."""

    def __init__(self, var: Path) -> None:
        self._folder = var / FOLDER
        self._contents = Contents(self._folder / CONTENTS)

    @property
    def said(self) -> str:
        """See Shelf."""
        return str(self._folder)

    @contextmanager
    def reading(self) -> Iterator[FolderHeld]:
        """See Shelf."""
        if not (self._folder / BASE).is_file():
            yield FolderHeld(None, self._contents)
            return
        with _refusing(), closing(self._connection()) as base:
            yield FolderHeld(base, self._contents)

    @contextmanager
    def writing(self) -> Iterator[FolderHeld]:
        """See Shelf."""
        with _refusing():
            self._folder.mkdir(parents=True, exist_ok=True, mode=CLOSED)
            with closing(self._connection()) as base:
                base.executescript(LAYOUT)
                base.execute("begin immediate")
                with base:
                    yield FolderHeld(base, self._contents)

    def _connection(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._folder / BASE, timeout=WAIT, isolation_level=None)
        base.execute("pragma synchronous = extra")
        base.execute("pragma secure_delete = on")
        return base


@contextmanager
def _refusing() -> Iterator[None]:
    """Say in a sentence that the disk, or the base, refuses."""
    try:
        yield
    except (OSError, sqlite3.Error, ValueError, KeyError) as error:
        raise NotKept(f"Le dépôt ne se lit pas ou ne s’écrit pas : {DISK}.") from error
