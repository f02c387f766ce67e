"""The documents of each page, by the form of their file: what an address may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

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
from dashboard.documents.imprint import Stamp
from dashboard.documents.value import Document
from dashboard.pages import sheet
from dashboard.pages.page import Page, exhibits_of
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class Asked:
    """A page and a view of it, among the pages of the site, and what its files are stamped with."""

    pages: Sequence[Page]
    page: Page
    view: View
    at: Stamp


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent."""

    content: bytes
    name: str


Offer = Callable[[Asked], File]
Make = Callable[[Page, View, Stamp], Document]
Write = Callable[[Document], bytes]

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "zip": "application/zip",
}
"""The media type of each form."""


def _album(asked: Asked) -> File:
    made = batch.bounded(batch.portrait_of(asked.pages), asked.view, asked.at)
    return File(pdf.several(made, fiche.TEMPLATE), f"{batch.file_name(asked.view)}.pdf")


def _archive(asked: Asked) -> File:
    made = batch.bounded(batch.portrait_of(asked.pages), asked.view, asked.at)
    content = batch.zipped(made, asked.at.day)
    return File(content, f"{batch.file_name(asked.view)}.zip")


def _one(form: str, of: Make, write: Write) -> Offer:
    """A document of one view, written in one form."""

    def offer(asked: Asked) -> File:
        made = of(asked.page, asked.view, asked.at)
        return File(write(made), f"{made.file_name}.{form}")

    return offer


OFFERS: dict[tuple[str, str], Offer] = {
    ("portrait", "pdf"): _one("pdf", fiche.of, partial(pdf.one, template=fiche.TEMPLATE)),
    ("bilan", "pdf"): _one("pdf", report.of, partial(pdf.one, template=report.TEMPLATE)),
    ("bilan", "docx"): _one("docx", report.of, docx.written),
    ("bilan", "odt"): _one("odt", report.of, odt.written),
    ("bilan", "pptx"): _one("pptx", report.shown, pptx.written),
    ("bilan", "odp"): _one("odp", report.shown, odp.written),
    ("quartiers", "pdf"): _album,
    ("quartiers", "zip"): _archive,
}

EVERY = {
    "pptx": _one("pptx", slides.of, pptx.written),
    "odp": _one("odp", slides.of, odp.written),
}
"""What any page with figures gives, where it has no document of its own of that form."""


SHEETS = {"pdf": _one("pdf", session.of, partial(pdf.one, template=session.TEMPLATE))}
"""What the « fiche de séance » of any page gives."""


def of(page: Page, view: View, form: str) -> Offer | None:
    """How that page is written in that form; None where it is not."""
    own = OFFERS.get((page.slug, form))
    if own is None and page.slug.startswith(sheet.PREFIX):
        return SHEETS.get(form)
    return own or (EVERY.get(form) if not page.still and exhibits_of(page, view) else None)


def figures(asked: Asked) -> File:
    """All the figures of any page, in a ZIP."""
    made = portfolio.of(asked.page, asked.view, asked.at)
    return File(made.zipped(), f"{made.name}.zip")
