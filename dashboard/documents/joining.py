"""Tagged PDFs set by Typst, joined into one as they come: the whole is never held.

The objects of each are written after those of the one before, under new numbers (ISO 32000-1, 7.5);
one tree of pages, one outline and one structure lead to all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import IO

from dashboard.documents.pdf_part import PdfPart, Rename, renumbering

CATALOG, PAGES, OUTLINES, STRUCTURE, DOCUMENT = range(1, 6)
"""The numbers of what is made here; the objects of the parts come after."""

HEADER = b"%PDF-1.7\n%\x80\x80\x80\x80\n"
BESIDE = re.compile(rb"/(Prev|Next) \d+ 0 R")


class Joiner:
    """A PDF that grows in ``target`` by whole parts; it is one once it is closed."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target, self._place = target, 0
        self._places: dict[int, int] = {}
        self._first: PdfPart | None = None
        self._next = DOCUMENT + 1
        self._pages: list[tuple[int, int]] = []
        self._titles: list[tuple[int, bytes]] = []
        self._read: list[bytes] = []
        self._parents: list[bytes] = []
        self._names: list[bytes] = []
        self._write(HEADER)

    def add(self, content: bytes) -> None:
        """Add a PDF that Typst has set, with titles. Unread where it is written in another way."""
        part, base = PdfPart.of(content), self._next - 1
        known = {part.outlines: OUTLINES, part.structure: STRUCTURE, part.top: DOCUMENT}
        rename = renumbering(base, known, len(self._parents), b"%06d" % len(self._pages))
        self._copy(part, base, rename)
        self._pages.append((base + part.pages, len(part.listed(part.pages, b"Kids"))))
        self._read += map(rename, part.listed(part.top, b"K"))
        self._names += map(rename, part.listed(part.structure, b"Names"))
        ranked = map(rename, part.listed(part.structure, b"Nums"))
        self._parents += [item.partition(b" ")[2] for item in ranked]
        self._first = self._first or part
        self._next = base + part.size

    def _copy(self, part: PdfPart, base: int, rename: Rename) -> None:
        """Write the objects of a part, but for those that only the whole has; its first titles
        wait for their neighbours."""
        dropped = {part.catalog, part.outlines, part.structure, part.top}
        if self._first:
            dropped |= {part.info, part.metadata}
        above = b"/Parent %d 0 R" % OUTLINES
        for rank in range(1, part.size):
            if rank in dropped:
                continue
            body = rename(part.body(rank))
            if rank == part.pages:
                body = _with(body, b"/Parent %d 0 R" % PAGES)
            if above in body:
                self._titles.append((base + rank, BESIDE.sub(b"", body)))
            else:
                self._object(base + rank, body)

    def close(self) -> None:
        """Write what leads to the parts; ValueError where there is none."""
        if self._first is None:
            raise ValueError("aucune page")
        self._chain()
        self._lead(self._first)
        self._end(self._first)

    def _chain(self) -> None:
        """The first titles, each with its neighbours."""
        known = [rank for rank, _ in self._titles]
        for (rank, body), before, after in zip(
            self._titles, [0, *known], [*known[1:], 0], strict=False
        ):
            beside = b"/Prev %d 0 R" % before if before else b""
            beside += b"/Next %d 0 R" % after if after else b""
            self._object(rank, _with(body, beside))
        ends = (known[0], known[-1], len(known))
        self._object(OUTLINES, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends)

    def _lead(self, first: PdfPart) -> None:
        """The catalog, the tree of pages, the structure: those of the first part, made larger."""
        own = renumbering(
            DOCUMENT,
            {
                first.pages: PAGES,
                first.outlines: OUTLINES,
                first.structure: STRUCTURE,
                first.top: DOCUMENT,
            },
        )
        sheets = sum(count for _, count in self._pages)
        kids = b" ".join(b"%d 0 R" % rank for rank, _ in self._pages)
        self._object(PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (sheets, kids))
        self._object(CATALOG, own(first.body(first.catalog)))
        top = _listing(own(first.body(first.top)), b"K", self._read)
        self._object(DOCUMENT, top)
        ranked = chain.from_iterable((b"%d" % at, held) for at, held in enumerate(self._parents))
        structure = _listing(own(first.body(first.structure)), b"Nums", tuple(ranked))
        structure = _listing(structure, b"Names", self._names)
        following = b"/ParentTreeNextKey %d" % len(self._parents)
        self._object(STRUCTURE, re.sub(rb"/ParentTreeNextKey \d+", following, structure))

    def _end(self, first: PdfPart) -> None:
        """The table of the places of all objects; those that were left out are free."""
        start = self._place
        lines = [b"0000000000 65535 f\r\n"]
        for rank in range(1, self._next):
            at = self._places.get(rank)
            lines.append(b"%010d 00000 n\r\n" % at if at else b"0000000000 00001 f\r\n")
        self._write(b"xref\n0 %d\n%s" % (self._next, b"".join(lines)))
        held = re.sub(rb"/Size \d+|/Root \d+ 0 R|/Info \d+ 0 R", b"", first.trailer)
        led = (self._next, CATALOG, DOCUMENT + first.info)
        said = _with(held, b"/Size %d/Root %d 0 R/Info %d 0 R" % led)
        self._write(b"trailer\n%s\nstartxref\n%d\n%%%%EOF" % (said, start))

    def _object(self, rank: int, body: bytes) -> None:
        self._places[rank] = self._place
        self._write(b"%d 0 obj\n%s\nendobj\n\n" % (rank, body))

    def _write(self, content: bytes) -> None:
        self._target.write(content)
        self._place += len(content)


def _with(body: bytes, more: bytes) -> bytes:
    """A dictionary with more in it."""
    return body.replace(b"<<", b"<<" + more, 1)


def _listing(body: bytes, key: bytes, held: Sequence[bytes]) -> bytes:
    """A dictionary that lists these under that key."""
    return re.sub(rb"/%s\[[^\]]*\]" % key, lambda _: b"/%s[%s]" % (key, b" ".join(held)), body)
