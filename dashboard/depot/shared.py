"""Versions kept in the base that servers share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.depot.refusal import NotKept
from dashboard.depot.version import Version, version_of
from dashboard.postgres.address import Address, Unreachable
from dashboard.postgres.connection import Base, connected
from dashboard.postgres.layout import PRIVATE, prepare
from dashboard.postgres.trees import Damaged, Trees


class SharedHeld:
    """What the base keeps, seen by one transaction."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._trees = Trees(base, PRIVATE)
        self.put, self.forget_others = self._trees.put, self._trees.sweep

    def territories(self) -> tuple[str, ...]:
        """See Keeping."""
        sql = "select distinct territoire from depot.versions order by 1"
        return tuple(slug for (slug,) in self._base.execute(sql))

    def versions(self, slug: str) -> tuple[Version, ...]:
        """See Keeping."""
        sql = "select texte from depot.versions where territoire = %s order by numero desc"
        return tuple(version_of(text) for (text,) in self._base.execute(sql, (slug,)))

    def content(self, checksum: str, name: str) -> bytes:
        """See Keeping; NotKept where the content is damaged."""
        try:
            return self._trees.content(checksum)
        except Damaged as error:
            message = f"Le contenu de {name} est abîmé dans le dépôt."
            raise NotKept(f"{message} Reprenez un dossier exporté qui le tient entier.") from error

    def settle(self) -> None:
        """See Writing: what was put stays, whatever comes of the rest."""
        self._base.commit()

    def insert(self, version: Version) -> None:
        """See Writing."""
        values = (version.territory, version.number, version.text())
        self._base.execute("insert into depot.versions values (%s, %s, %s)", values)
        for name, checksum in version.files.items():
            self._trees.name(_folder(version), name, checksum)

    def withdraw(self, version: Version) -> None:
        """See Writing."""
        sql = "update depot.versions set texte = %s where territoire = %s and numero = %s"
        self._base.execute(sql, (version.text(), version.territory, version.number))
        self._trees.forget(_folder(version))

    def lock(self) -> None:
        """Be the only one to write, as long as the connection lasts."""
        self._trees.lock()


class SharedShelf:
    """The versions of every territory in that base."""

    def __init__(self, shared: Address) -> None:
        self._address = shared

    @property
    def said(self) -> str:
        """See Shelf."""
        return self._address.said

    @contextmanager
    def reading(self) -> Iterator[SharedHeld]:
        """See Shelf; NotKept where the base does not answer."""
        try:
            with connected(self._address) as base:
                prepare(base)
                yield SharedHeld(base)
        except Unreachable as error:
            raise NotKept(str(error)) from error

    @contextmanager
    def writing(self) -> Iterator[SharedHeld]:
        """See Shelf."""
        with self.reading() as held:
            held.lock()
            yield held


def _folder(version: Version) -> str:
    return f"version/{version.territory}/{version.number}"
