"""The open files that are made when they are asked, each by its name."""

from __future__ import annotations

from dashboard.exports import changes, data_package, scdl
from dashboard.pages import open_files
from dashboard.store import Store


def made(store: Store, name: str) -> tuple[bytes, str] | None:
    """The bytes and the media type of that file; None where there is none of that name."""
    if name == open_files.PACKAGE:
        return data_package.written(store), "application/zip"
    if name == open_files.CHANGES:
        return changes.written(store), "text/csv"
    yearly = open_files.year_of(name)
    if yearly is None:
        return None
    year, beside = yearly
    content = (scdl.beside if beside else scdl.official)(store, year)
    return (content, "text/csv") if content is not None else None


def called(store: Store, name: str) -> str:
    """The name under which that file is kept: it says that it comes from a draft."""
    stem, dot, end = name.rpartition(".")
    return f"{stem}_brouillon{dot}{end}" if store.settings.draft else name
