"""All the figures of a page in one ZIP, in every form, with an index that a browser opens."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from dashboard.content import Exhibit, Listing, plain
from dashboard.documents import imprint, portfolio_index
from dashboard.documents.drawing import alternative
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.portfolio_index import IndexEntry
from dashboard.documents.value import DocumentImprint
from dashboard.domain import french
from dashboard.exhibits import action_list, common
from dashboard.exports import about, archive, csv, data_file, ods, xlsx
from dashboard.exports.image import composition, png
from dashboard.exports.image.content import ImageContent
from dashboard.pages.page import Page, exhibits_of
from dashboard.view import View
from dashboard.words.typography import typeset

PRESET = composition.PRESETS["diapositive"]
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The name of the file, without its extension, and the figures that it holds."""

    name: str
    title: str
    filters: str
    imprint: DocumentImprint
    entries: tuple[IndexEntry, ...]

    def write(self, target: IO[bytes]) -> None:
        """Write the ZIP: the index first, then the files of each figure."""
        day = self.imprint.origin.day
        index = portfolio_index.written(self.title, self.filters, self.imprint, self.entries)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as opened:
            archive.add(opened, INDEX, index.encode(), day)
            for entry in self.entries:
                for name, content in entry.files:
                    archive.add(opened, name, content, day)


def of(page: Page, view: View, at: DocumentStamp) -> Portfolio:
    """The figures and the lists of that page, for that view."""
    said = imprint.of(page, view, at)
    shown = [item for item in _shown(page, view) if item.chart or item.table.rows]
    frame = common.frame_of(view, view.asked_keys)
    return Portfolio(
        name=common.file_name(view, frame, "figures", page.slug, view.param),
        title=typeset(page.title(view)),
        filters=typeset(common.filters_text(view)) if page.filters else "",
        imprint=said,
        entries=tuple(_entry(rank, item, said) for rank, item in enumerate(shown, 1)),
    )


def _shown(page: Page, view: View) -> Iterator[Exhibit]:
    """The exhibits of a page; a list that is read page by page is there whole."""
    yield from exhibits_of(page, view)
    if any(isinstance(block, Listing) for block in page.blocks(view)):
        yield typeset(action_list.whole(view))


def _entry(rank: int, item: Exhibit, said: DocumentImprint) -> IndexEntry:
    name = f"{rank:02}_{item.file_name}"
    cited = citation(item, said)
    table = data_file.of_exhibit(item, said.origin.address, said)
    files = [
        *_images(name, item, said),
        (f"{name}.csv", csv.write(table)),
        (f"{name}.ods", ods.FORMAT.write(table)),
        (f"{name}.xlsx", xlsx.write(table)),
        (f"{name}.txt", told(item, cited).encode()),
    ]
    return IndexEntry(item, tuple(files), cited)


def _images(name: str, item: Exhibit, said: DocumentImprint) -> Iterator[tuple[str, bytes]]:
    if item.chart is None or item.table_first:
        return
    content = ImageContent(item, item.chart, said.origin)
    image = composition.image(content, PRESET)
    yield f"{name}.svg", image.svg().encode()
    yield f"{name}.png", png.painted(image, content, 1)


def citation(item: Exhibit, said: DocumentImprint) -> str:
    """How to name the figure under which it is shown, ready to be pasted."""
    day = french.date(said.origin.day)
    where = f"Vue figée{french.NBSP}: {said.origin.address}, consultée le {day}"
    cited: str = typeset(about.citation(item.title, item.source, said, where, item.frame.sentence))
    return cited


def told(item: Exhibit, cited: str) -> str:
    """All that a figure says in words, a paragraph each."""
    lines = (
        item.title,
        item.subtitle,
        item.frame.whole,
        *item.tags,
        typeset(f"Texte de remplacement : {alternative(item)}"),
        typeset(f"{item.frame.reading} : {plain(item.reading)}") if item.reading else "",
        plain(item.verdict),
        *item.notes,
        typeset(f"Source et licence : {item.source}"),
        typeset(f"Citer : {cited}"),
    )
    return "\n\n".join(line for line in lines if line) + "\n"
