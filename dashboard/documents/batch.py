"""The sheets of every quarter of a list, written as they are made, however many there are: one PDF
with its bookmarks, or one ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from dashboard import keys
from dashboard.documents import fiche, hands, pdf
from dashboard.documents.imprint import Stamp
from dashboard.documents.joining import Joiner
from dashboard.documents.value import Document
from dashboard.domain import french
from dashboard.exhibits import common
from dashboard.exports import archive
from dashboard.pages import portrait, quarters, router
from dashboard.pages.page import Page
from dashboard.view import View
from dashboard.words.typography import typeset

TOGETHER = 10
"""Sheets that Typst sets at once: they share their letters, and each takes 8 MB until all are
set."""

Told = Callable[[int, int], None]
"""Is told how many sheets are made, and of how many."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The sheets of the quarters that a view lists, for its year and its filters; ``page`` is that
    of one quarter."""

    page: Page
    view: View
    at: Stamp

    @property
    def codes(self) -> tuple[str, ...]:
        """The quarters, in the order of the list."""
        return tuple(quarter.code for quarter in quarters.listed(self.view))

    @property
    def name(self) -> str:
        """« grand-chambery_fiches_2016 », the name of the file without its extension."""
        frame = common.frame_of(self.view, (keys.PILLAR,))
        years = french.years(*self.view.selection.years)
        return common.file_name(self.view, frame, "fiches", years)

    @property
    def title(self) -> str:
        """What the one PDF is called."""
        years = french.years(*self.view.selection.years)
        titled: str = typeset(f"Fiches de quartier {years}, {self.view.store.settings.name}")
        return titled

    def sheets(self, codes: Sequence[str]) -> list[Document]:
        """The sheets of those quarters."""
        asked = self.view.asked or self.view.selection
        query = asked.having(keys.QUARTER.name, None).having(keys.GENERATION.name, None).query()
        views = (router.view_of(self.page, code, query, self.view.store) for code in codes)
        return [fiche.of(self.page, view, self.at) for view in views]

    def album(self, target: IO[bytes], told: Told) -> None:
        """Write one PDF with a sheet a page; the parts of a long one are set apart, then joined."""
        every = self.codes
        parts = [every[at : at + TOGETHER] for at in range(0, len(every), TOGETHER)]
        if len(parts) == 1:
            target.write(self._set(parts[0]))
            return
        joiner, done = Joiner(target), 0
        for part, content in zip(parts, hands.spread(parts, self._set), strict=True):
            joiner.add(content)
            done += len(part)
            told(done, len(every))
        joiner.close()

    def pack(self, target: IO[bytes], told: Told) -> None:
        """Write a ZIP with a PDF for each quarter."""
        every = self.codes
        with zipfile.ZipFile(target, "w") as opened:
            for done, (name, content) in enumerate(self._files(every), 1):
                archive.add(opened, name, content, self.at.day)
                told(done, len(every))

    def _files(self, codes: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        if len(codes) > TOGETHER:
            return hands.spread(codes, self._file)
        return map(self._file, codes)

    def _file(self, code: str) -> tuple[str, bytes]:
        (made,) = self.sheets([code])
        return f"{made.file_name}.pdf", pdf.one(made, fiche.TEMPLATE)

    def _set(self, codes: Sequence[str]) -> bytes:
        return pdf.several(self.sheets(codes), fiche.TEMPLATE, self.title)


def of(pages: Sequence[Page], view: View, at: Stamp) -> Batch:
    """The sheets of the quarters that the view lists, among the pages of the site."""
    page = next(page for page in pages if page.slug == portrait.PAGE.slug)
    return Batch(page, view, at)


def untold(done: int, whole: int) -> None:
    """For who follows nothing."""
