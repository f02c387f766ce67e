"""What knows one sort of file: a value, with small files that it reads and that it leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.importers.door.archive import unzipped
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.territory_folder import TerritoryFolder


@dataclass(frozen=True, slots=True)
class Importer:
    """One sort of file.

    ``kind`` names it in the account of an import, ``title`` says it in French. ``recognises`` looks
    at the bytes, and may refuse those that cannot be read at all; ``read`` gives what they hold for
    a territory, or is Refused; ``opened`` gives the files of a ZIP that it reads, of one that it
    knows as a whole, and is Refused as ``read`` is for others. ``examples`` are files that it
    reads, on an invented territory; ``lookalikes`` are close to its own, and none of its business.
    """

    kind: str
    title: str
    recognises: Callable[[Document], bool]
    read: Callable[[Document, TerritoryFolder], Imported]
    examples: tuple[Document, ...]
    lookalikes: tuple[Document, ...]
    opened: Callable[[Document], tuple[Document, ...]] = unzipped

    def knows(self, document: Document) -> bool:
        """Whether it reads that document; never raises."""
        try:
            return self.recognises(document)
        except Refused:
            return False


def example(name: str, *lines: str) -> Document:
    """A small file of these lines."""
    return Document(name, "\n".join((*lines, "")).encode())
