"""The documents of each page, by the form of their file: what an address may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.documents import batch, docx, fiche, pdf, portfolio, report
from dashboard.documents.imprint import Stamp
from dashboard.pages.page import Page
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


OFFERS: dict[tuple[str, str], Offer] = {
    ("portrait", "pdf"): _fiche,
    ("bilan", "pdf"): _report,
    ("bilan", "docx"): _word,
    ("quartiers", "pdf"): _album,
    ("quartiers", "zip"): _archive,
}


def figures(asked: Asked) -> File:
    """All the figures of any page, in a ZIP."""
    made = portfolio.of(asked.page, asked.view, asked.at)
    return File(made.zipped(), f"{made.name}.zip")
