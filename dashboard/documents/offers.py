"""The documents of each page, by the form of their file: what an address may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO

from dashboard.documents import (
    batch,
    docx,
    fiche,
    odp,
    odt,
    pdf,
    portfolio,
    pptx,
    report,
    session,
    slides,
)
from dashboard.documents.batch import TellProgress
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.value import PrintedView
from dashboard.pages import sheet
from dashboard.pages.page import Page, exhibits_of
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class PageView:
    """A page and a view of it, among the pages of the site, and what its files are stamped with."""

    pages: Sequence[Page]
    page: Page
    view: View
    at: DocumentStamp


DocumentMaker = Callable[[Page, View, DocumentStamp], PrintedView]
Renderer = Callable[[PrintedView], bytes]


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that a page gives: ``write`` puts it in a target, tells how far it is, gives its name;
    ``long`` says whether a reader would wait for too long before it."""

    write: Callable[[PageView, IO[bytes], TellProgress], str]
    long: Callable[[PageView], bool]


KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "zip": "application/zip",
}
"""The media type of each form."""


def _album(asked: PageView, target: IO[bytes], told: TellProgress) -> str:
    sheets = batch.of(asked.pages, asked.view, asked.at)
    sheets.album(target, told)
    return f"{sheets.name}.pdf"


def _archive(asked: PageView, target: IO[bytes], told: TellProgress) -> str:
    sheets = batch.of(asked.pages, asked.view, asked.at)
    sheets.pack(target, told)
    return f"{sheets.name}.zip"


def _many(asked: PageView) -> bool:
    return len(batch.of(asked.pages, asked.view, asked.at).codes) > batch.FEW


def _one(form: str, of: DocumentMaker, write: Renderer, long: bool) -> Offer:
    """A document of one view, written in one form."""

    def offer(asked: PageView, target: IO[bytes], told: TellProgress) -> str:
        made = of(asked.page, asked.view, asked.at)
        target.write(write(made))
        return f"{made.file_name}.{form}"

    return Offer(offer, lambda _: long)


def _figures(asked: PageView, target: IO[bytes], told: TellProgress) -> str:
    made = portfolio.of(asked.page, asked.view, asked.at)
    made.write(target)
    return f"{made.name}.zip"


def _set(of: DocumentMaker, template: str) -> Offer:
    """A document of one view as a PDF: a few tenths of a second."""
    return _one("pdf", of, partial(pdf.one, template=template), long=False)


OFFERS: dict[tuple[str, str], Offer] = {
    ("portrait", "pdf"): _set(fiche.of, fiche.TEMPLATE),
    ("bilan", "pdf"): _set(report.of, report.TEMPLATE),
    ("bilan", "docx"): _one("docx", report.of, docx.written, long=True),
    ("bilan", "odt"): _one("odt", report.of, odt.written, long=True),
    ("bilan", "pptx"): _one("pptx", report.shown, pptx.written, long=True),
    ("bilan", "odp"): _one("odp", report.shown, odp.written, long=True),
    ("quartiers", "pdf"): Offer(_album, _many),
    ("quartiers", "zip"): Offer(_archive, _many),
}

EVERY = {
    "pptx": _one("pptx", slides.of, pptx.written, long=True),
    "odp": _one("odp", slides.of, odp.written, long=True),
}
"""What any page with figures gives, where it has no document of its own of that form."""

SHEETS = {"pdf": _set(session.of, session.TEMPLATE)}
"""What the « fiche de séance » of any page gives."""

FIGURES = Offer(_figures, lambda _: True)
"""All the figures of any page, in a ZIP."""


def of(page: Page, view: View, form: str) -> Offer | None:
    """How that page is written in that form; None where it is not."""
    own = OFFERS.get((page.slug, form))
    if own is None and page.slug.startswith(sheet.PREFIX):
        return SHEETS.get(form) if sheet.is_printed(page, view) else None
    return own or (EVERY.get(form) if not page.still and exhibits_of(page, view) else None)


def figures_of(page: Page, view: View) -> Offer | None:
    """How all the figures of that page are written; None where it has none."""
    return FIGURES if not page.still and exhibits_of(page, view) else None
