"""The depot of every territory: contents as files, versions in one SQLite base, under ``VAR``."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dashboard.depot import compare, steps
from dashboard.depot.contents import Contents
from dashboard.depot.refusal import DISK, Refused
from dashboard.depot.version import Deposit, Files, Version, Withdrawal, version_of

FOLDER, BASE, CONTENTS = "depot", "versions.sqlite", "contenus"
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
"""


class Depot:
    """The versions kept under ``var``. One writer at a time; reading waits for no more than the end
    of a writing."""

    def __init__(self, var: Path) -> None:
        self._folder = var / FOLDER
        self._contents = Contents(self._folder / CONTENTS)

    def versions(self, slug: str) -> tuple[Version, ...]:
        """Every version of that territory, the last one first; empty where the depot has none."""
        if not (self._folder / BASE).is_file():
            return ()
        with _refusing(self._folder), closing(self._connection()) as base:
            return _versions(base, slug)

    def last(self, slug: str) -> Version | None:
        """The last version of that territory that was not withdrawn; None where its truth is still
        its folder."""
        return _last(self.versions(slug))

    def version(self, slug: str, number: int) -> Version:
        """That version; Refused, with those that there are, where it is none."""
        held = self.versions(slug)
        found = next((item for item in held if item.number == number), None)
        if found is None:
            known = f"de 1 à {held[0].number}" if held else "aucune"
            raise Refused(f"Il n’y a pas de version {number} de « {slug} » (versions : {known}).")
        return found

    def files(self, version: Version) -> dict[str, bytes]:
        """The files of that version; Refused where it was withdrawn, or a content damaged."""
        if version.withdrawn:
            raise Refused(f"La version {version.number} est retirée : {version.withdrawn.why}")
        return {name: self._contents.get(sum_, name) for name, sum_ in version.files.items()}

    def file(self, version: Version, name: str) -> bytes | None:
        """That file of that version; None where it has none. Refused where it is damaged."""
        found = version.files.get(name)
        return None if found is None else self._contents.get(found, name)

    def add(self, slug: str, files: Files, deposit: Deposit, after: int) -> Version:
        """Keep these files as the version that follows number ``after``, 0 for the first one.

        Refused where another was kept meanwhile, or where nothing changes. Whole, or nothing. A
        damaged content that is among these files is mended, even so.
        """
        with _refusing(self._folder), self._writing() as base:
            steps.reached("verrou")
            held = _versions(base, slug)
            _check(slug, held, after)
            self._contents.forget_others(_named(base))
            steps.reached("menage")
            made = self._made(slug, files, held, deposit)
            base.execute("insert into versions values (?, ?, ?)", (slug, made.number, made.text()))
            steps.reached("inscrite")
        steps.reached("fini")
        return made

    def withdraw(self, slug: str, numbers: Collection[int], withdrawal: Withdrawal) -> None:
        """Keep of these versions that they were, and why they are no more; forget every content
        that no other version holds. Whoever is stopped half-way has it done by calling this
        again."""
        with _refusing(self._folder):
            with self._writing() as base:
                steps.reached("verrou")
                for version in _versions(base, slug):
                    if version.number in numbers and not version.withdrawn:
                        _put(base, version.without_files(withdrawal))
                steps.reached("retiree")
            with self._writing() as base:
                self._contents.forget_others(_named(base))
                steps.reached("menage")

    def _made(
        self, slug: str, files: Files, held: tuple[Version, ...], deposit: Deposit
    ) -> Version:
        sums = {name: self._contents.put(content) for name, content in sorted(files.items())}
        self._contents.settle()
        last = _last(held)
        before = self.files(last) if last else {}
        if last and files == before:
            raise Refused(f"Rien ne change de la version {last.number} de « {slug} ».")
        made = Version(
            territory=slug,
            number=len(held) + 1,
            when=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            deposit=deposit,
            files=sums,
            changes=compare.changes(before, files) if before else (),
            totals=compare.totals(before, files) if before else (),
        )
        steps.reached("comparaison")
        return made

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The base, held against every other writer; the system frees that of one that is killed,
        and the base forgets what it had begun."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with closing(self._connection()) as base:
            base.executescript(LAYOUT)
            base.execute("begin immediate")
            with base:
                yield base

    def _connection(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._folder / BASE, timeout=WAIT, isolation_level=None)
        base.execute("pragma synchronous = extra")
        base.execute("pragma secure_delete = on")
        return base


@contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """Say in a sentence that the disk, or the base, refuses."""
    try:
        yield
    except (OSError, sqlite3.Error, ValueError, KeyError) as error:
        raise Refused(f"Le dépôt « {folder} » ne se lit pas ou ne s’écrit pas : {DISK}.") from error


def _last(held: tuple[Version, ...]) -> Version | None:
    return next((version for version in held if not version.withdrawn), None)


def _put(base: sqlite3.Connection, version: Version) -> None:
    sql = "update versions set texte = ? where territoire = ? and numero = ?"
    base.execute(sql, (version.text(), version.territory, version.number))


def _versions(base: sqlite3.Connection, slug: str) -> tuple[Version, ...]:
    sql = "select texte from versions where territoire = ? order by numero desc"
    return tuple(version_of(text) for (text,) in base.execute(sql, (slug,)))


def _named(base: sqlite3.Connection) -> frozenset[str]:
    """The hash of every content that a version of any territory holds."""
    rows = base.execute("select texte from versions")
    return frozenset(sum_ for (text,) in rows for sum_ in version_of(text).files.values())


def _check(slug: str, held: tuple[Version, ...], after: int) -> None:
    found = _last(held)
    last = found.number if found else 0
    if last != after:
        who = found.deposit.who if found else ""
        raise Refused(
            f"La version {last} de « {slug} » a été déposée entre-temps par {who}. Relancez : "
            "vous partirez d’elle."
        )
