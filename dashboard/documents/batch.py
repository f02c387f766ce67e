"""The sheets of every quarter of a list, written as they are made, however many there are: one PDF
with its bookmarks, or one ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import IO, TypeVar

from dashboard import keys
from dashboard.documents import fiche, hands, pdf
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.joining import Joiner
from dashboard.documents.value import PrintedView
from dashboard.domain import french
from dashboard.exhibits import common
from dashboard.exports import archive
from dashboard.pages import portrait, quarters, router
from dashboard.pages.page import Page
from dashboard.view import View
from dashboard.words.typography import typeset

TOGETHER = 5
"""Sheets that Typst sets at once: they share their letters, and each takes 10 MB until it forgets
them."""

FEW = 10
"""Sheets that a reader waits for, at most."""

TellProgress = Callable[[int, int], None]
"""Is told how many sheets are made, and of how many."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Batch:
    """The sheets of the quarters that a view lists, for its year and its filters; ``page`` is that
    of one quarter."""

    page: Page
    view: View
    at: DocumentStamp

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

    def sheets(self, codes: Sequence[str]) -> list[PrintedView]:
        """The sheets of those quarters."""
        asked = self.view.asked or self.view.selection
        query = asked.having(keys.QUARTER.name, None).having(keys.GENERATION.name, None).query()
        views = (router.view_of(self.page, code, query, self.view.store) for code in codes)
        return [fiche.of(self.page, view, self.at) for view in views]

    def album(self, target: IO[bytes], told: TellProgress) -> None:
        """Write one PDF with a sheet a page; the parts of a long one are set apart, then joined."""
        parts = self._parts()
        if len(parts) == 1:
            target.write(self._set(parts[0]))
            return
        joiner, done, whole = Joiner(target), 0, sum(map(len, parts))
        for part, content in zip(parts, self._made(self._set), strict=True):
            joiner.add(content)
            done += len(part)
            told(done, whole)
        joiner.close()

    def pack(self, target: IO[bytes], told: TellProgress) -> None:
        """Write a ZIP with a PDF for each quarter."""
        whole = len(self.codes)
        files = chain.from_iterable(self._made(self._files))
        with zipfile.ZipFile(target, "w") as opened:
            for done, (name, content) in enumerate(files, 1):
                archive.add(opened, name, content, self.at.day)
                told(done, whole)

    def _parts(self) -> Sequence[Sequence[str]]:
        """The quarters, by as many as are set together."""
        every = self.codes
        return [every[at : at + TOGETHER] for at in range(0, len(every), TOGETHER)]

    def _made(self, make: Callable[[Sequence[str]], Made]) -> Iterator[Made]:
        """What is made of each part, shared between processes where nobody waits for it."""
        parts = self._parts()
        return hands.spread(parts, make) if len(self.codes) > FEW else map(make, parts)

    def _files(self, codes: Sequence[str]) -> list[tuple[str, bytes]]:
        made = [
            (f"{one.file_name}.pdf", pdf.one(one, fiche.TEMPLATE)) for one in self.sheets(codes)
        ]
        pdf.forget()
        return made

    def _set(self, codes: Sequence[str]) -> bytes:
        made = pdf.several(self.sheets(codes), fiche.TEMPLATE, self.title)
        pdf.forget()
        return made


def of(pages: Sequence[Page], view: View, at: DocumentStamp) -> Batch:
    """The sheets of the quarters that the view lists, among the pages of the site."""
    page = next(page for page in pages if page.slug == portrait.PAGE.slug)
    return Batch(page, view, at)


def untold(done: int, whole: int) -> None:
    """For who follows nothing."""
