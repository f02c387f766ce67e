"""The documents of each page, by the form of their file: what an address may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.documents import batch, docx, fiche, pdf, portfolio, pptx, report, slides
from dashboard.documents.imprint import Stamp
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

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
}
"""The media type of each form."""


def _fiche(asked: Asked) -> File:
    made = fiche.of(asked.page, asked.view, asked.at)
    return File(pdf.one(made, fiche.TEMPLATE), f"{made.file_name}.pdf")


def _report(asked: Asked) -> File:
    made = report.of(asked.page, asked.view, asked.at)
    return File(pdf.one(made, report.TEMPLATE), f"{made.file_name}.pdf")


def _album(asked: Asked) -> File:
    made = batch.bounded(batch.portrait_of(asked.pages), asked.view, asked.at)
    return File(pdf.several(made, fiche.TEMPLATE), f"{batch.file_name(asked.view)}.pdf")


def _archive(asked: Asked) -> File:
    made = batch.bounded(batch.portrait_of(asked.pages), asked.view, asked.at)
    content = batch.zipped(made, asked.at.day)
    return File(content, f"{batch.file_name(asked.view)}.zip")


def _word(asked: Asked) -> File:
    made = report.of(asked.page, asked.view, asked.at)
    return File(docx.written(made), f"{made.file_name}.docx")


def _deck(asked: Asked) -> File:
    made = report.of(asked.page, asked.view, asked.at, annexed=False)
    return File(pptx.written(made), f"{made.file_name}.pptx")


def _slides(asked: Asked) -> File:
    made = slides.of(asked.page, asked.view, asked.at)
    return File(pptx.written(made), f"{made.file_name}.pptx")


OFFERS: dict[tuple[str, str], Offer] = {
    ("portrait", "pdf"): _fiche,
    ("bilan", "pdf"): _report,
    ("bilan", "docx"): _word,
    ("bilan", "pptx"): _deck,
    ("quartiers", "pdf"): _album,
    ("quartiers", "zip"): _archive,
}

EVERY: dict[str, Offer] = {"pptx": _slides}
"""What any page with figures gives, where it has no document of its own of that form."""


def of(page: Page, view: View, form: str) -> Offer | None:
    """How that page is written in that form; None where it is not."""
    own = OFFERS.get((page.slug, form))
    return own or (EVERY.get(form) if not page.still and exhibits_of(page, view) else None)


def figures(asked: Asked) -> File:
    """All the figures of any page, in a ZIP."""
    made = portfolio.of(asked.page, asked.view, asked.at)
    return File(made.zipped(), f"{made.name}.zip")
