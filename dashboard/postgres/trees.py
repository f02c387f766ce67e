"""Folders kept in the shared base: a file is cut in pieces and kept once, under its SHA-256."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from dashboard.postgres.connection import Base
from dashboard.postgres.layout import WRITING

PIECE = 1 << 20
"""Bytes of a piece."""

WHOLE = """select encode(sha256(string_agg(contenu, ''::bytea order by rang)), 'hex') = %s
    from {schema}.morceaux where empreinte = %s"""
SPOILED = """select exists (select from {schema}.fichiers where dossier = %s and empreinte <> (
    select encode(sha256(coalesce(string_agg(contenu, ''::bytea order by rang), '')), 'hex')
    from {schema}.morceaux where morceaux.empreinte = fichiers.empreinte))"""
SWEEP = """delete from {schema}.contenus where not exists (
    select from {schema}.fichiers where fichiers.empreinte = contenus.empreinte)"""


Item = TypeVar("Item")


class Damaged(Exception):
    """A content is not what was kept; the text is its SHA-256."""


class Trees:
    """The folders of one schema, by name, seen by one connection."""

    def __init__(self, base: Base, schema: str) -> None:
        self._base, self._schema = base, schema

    def _ask(self, sql: str, *values: object) -> Base:
        return self._base.execute(sql.format(schema=self._schema), values)

    def lock(self) -> None:
        """Be the only one to write contents, as long as the connection lasts."""
        self._base.execute("select pg_advisory_lock(%s)", (WRITING,))

    def put(self, content: bytes) -> str:
        """Keep that content, again where it was damaged; its SHA-256."""
        checksum = hashlib.sha256(content).hexdigest()
        if self._ask(WHOLE, checksum, checksum).fetchone()[0] or self._is_empty(checksum, content):
            return checksum
        self._ask("insert into {schema}.contenus values (%s) on conflict do nothing", checksum)
        self._ask("delete from {schema}.morceaux where empreinte = %s", checksum)
        for rank, start in enumerate(range(0, len(content), PIECE)):
            piece = content[start : start + PIECE]
            self._ask("insert into {schema}.morceaux values (%s, %s, %s)", checksum, rank, piece)
        return checksum

    def _is_empty(self, checksum: str, content: bytes) -> bool:
        """Whether that content has no piece to keep, and is kept."""
        known = self._ask("select from {schema}.contenus where empreinte = %s", checksum)
        return not content and known.fetchone() is not None

    def content(self, checksum: str) -> bytes:
        """The content of that hash; Damaged where it is no longer it."""
        asked = "select contenu from {schema}.morceaux where empreinte = %s order by rang"
        found = b"".join(piece for (piece,) in self._ask(asked, checksum))
        if hashlib.sha256(found).hexdigest() != checksum:
            raise Damaged(checksum)
        return found

    def name(self, folder: str, path: str, checksum: str) -> None:
        """Have a kept content in that folder, under that path."""
        self._ask("insert into {schema}.fichiers values (%s, %s, %s)", folder, path, checksum)

    def files(self, folder: str) -> dict[str, str]:
        """The SHA-256 of each file of that folder, by its path; empty where there is none."""
        asked = "select chemin, empreinte from {schema}.fichiers where dossier = %s order by chemin"
        return dict(self._ask(asked, folder).fetchall())

    def is_spoiled(self, folder: str) -> bool:
        """Whether a content of that folder is no longer what was kept; not so where there is no
        such folder."""
        return bool(self._ask(SPOILED, folder).fetchone()[0])

    def keep(self, folder: str, place: Path) -> None:
        """Keep the folder of the disk under that name, in place of what was."""
        self.forget(folder)
        for path, content in contents(place).items():
            self.name(folder, path, self.put(content.read_bytes()))

    def forget(self, folder: str, within: str = "") -> None:
        """Keep that folder no more, or what is ``within`` it; contents go when they are swept."""
        asked = "delete from {schema}.fichiers where dossier = %s and starts_with(chemin, %s)"
        self._ask(asked, folder, within)

    def sweep(self) -> None:
        """Forget the contents that no folder holds."""
        self._ask(SWEEP)

    def lay(self, folder: str, place: Path, within: str = "") -> None:
        """Have on the disk what that folder holds and nothing else, or no more than what begins by
        ``within``; what is there already is not asked again. Damaged where a content is."""
        wanted, held = _within(self.files(folder), within), _within(contents(place), within)
        for path, file in held.items():
            if path not in wanted or hashlib.sha256(file.read_bytes()).hexdigest() != wanted[path]:
                file.unlink()
        for path, checksum in wanted.items():
            target = place / path
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self.content(checksum))
        if not wanted:
            shutil.rmtree(place / within, ignore_errors=True)


def _within(files: Mapping[str, Item], within: str) -> dict[str, Item]:
    """Those of these files whose path begins so."""
    return {path: item for path, item in files.items() if path.startswith(within)}


def contents(place: Path) -> Mapping[str, Path]:
    """The files of a folder of the disk, by their path in it."""
    files = sorted(path for path in place.rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): path for path in files}
