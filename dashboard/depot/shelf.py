"""Where versions are kept: what the depot asks of a folder of the disk as of a shared base."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from dashboard.depot.version import Version
from dashboard.postgres import address


class Keeping(Protocol):
    """What is kept, as one reader or writer sees it."""

    def territories(self) -> tuple[str, ...]:
        """Those that have a version, by name."""

    def versions(self, slug: str) -> tuple[Version, ...]:
        """Every version of that territory, the last one first."""

    def content(self, checksum: str, name: str) -> bytes:
        """The content of that hash; NotKept where it was damaged. ``name`` is that of the file."""


class Writing(Keeping, Protocol):
    """What one writer at a time may change."""

    def put(self, content: bytes) -> str:
        """Keep that content; its SHA-256."""

    def settle(self) -> None:
        """Have all that was put safe."""

    def insert(self, version: Version) -> None:
        """Keep a new version, whose contents are kept."""

    def withdraw(self, version: Version) -> None:
        """Keep that version without its files in place of the one of its number."""

    def forget_others(self) -> None:
        """Forget every content that no version holds."""


class Shelf(Protocol):
    """Where versions are kept."""

    @property
    def said(self) -> str:
        """How it is named to an operator."""

    def reading(self) -> AbstractContextManager[Keeping]:
        """What is kept; NotKept where it cannot be read."""

    def writing(self) -> AbstractContextManager[Writing]:
        """What is kept, held against every other writer: all that is done is kept, or nothing.
        NotKept where it cannot be written."""


def shelf_of(var: Path) -> Shelf:
    """The base that servers share where the operator names one, else the folder of ``var``; NotKept
    where what he named is none."""
    from dashboard.depot.refusal import NotKept

    try:
        shared = address.owner()
    except address.Unreachable as error:
        raise NotKept(str(error)) from error
    if shared is None:
        from dashboard.depot.folder import FolderShelf

        return FolderShelf(var)
    from dashboard.depot.shared import SharedShelf

    return SharedShelf(shared)
