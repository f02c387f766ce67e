"""The sheets of every quarter of a contract: one PDF with its bookmarks, or one ZIP."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from dashboard import keys
from dashboard.documents import fiche, pdf
from dashboard.documents.imprint import Stamp
from dashboard.documents.value import Document
from dashboard.domain import french
from dashboard.exhibits import common
from dashboard.exports import archive
from dashboard.pages import portrait, quarters, router
from dashboard.pages.page import Page
from dashboard.view import View


class TooMany(Exception):
    """More sheets than a reader can wait for; the message says how many and what to do."""


def documents(page: Page, view: View, at: Stamp) -> Iterator[Document]:
    """The sheet of each quarter, by the portrait ``page``, for the year and filters of the view."""
    asked = view.asked or view.selection
    query = asked.having(keys.QUARTER.name, None).having(keys.GENERATION.name, None).query()
    for quarter in quarters.listed(view):
        yield fiche.of(page, router.view_of(page, quarter.code, query, view.store), at)


def file_name(view: View) -> str:
    """« grand-chambery_fiches_2016 », without its extension."""
    frame = common.frame_of(view, (keys.PILLAR,))
    return common.file_name(view, frame, "fiches", french.years(*view.selection.years))


def bounded(page: Page, view: View, at: Stamp) -> tuple[Document, ...]:
    """All the sheets; TooMany where a reader would wait for too long."""
    count = len(quarters.listed(view))
    if count > quarters.SHEETS:
        raise TooMany(
            f"Ce territoire a {french.number(count)} quartiers : leurs fiches se font par la "
            "commande « python -m dashboard fiches »."
        )
    return tuple(documents(page, view, at))


def zipped(made: Iterable[Document], day: dt.date) -> bytes:
    """A ZIP with a PDF for each document."""
    target = io.BytesIO()
    for _ in fill(target, made, day):
        pass
    return target.getvalue()


def fill(target: IO[bytes], made: Iterable[Document], day: dt.date) -> Iterator[str]:
    """Write that ZIP, one document after the other; the name of each as it is in."""
    with zipfile.ZipFile(target, "w") as opened:
        for one in made:
            name = f"{one.file_name}.pdf"
            archive.add(opened, name, pdf.one(one, fiche.TEMPLATE), day)
            yield name


def portrait_of(pages: Sequence[Page]) -> Page:
    """The page that shows one quarter."""
    return next(page for page in pages if page.slug == portrait.PAGE.slug)
