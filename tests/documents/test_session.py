"""« Fiche de séance » as a PDF: one A4 of any view, what its page says, room to write, a code."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import segno
from PIL import Image

from dashboard.documents import code, data, pdf, session
from dashboard.documents.value import PrintedView
from dashboard.exports.image import png
from dashboard.pages import PAGES, router, sheet
from dashboard.store import Store
from tests.documents import tagged
from tests.documents.test_fiche import AT, packed, said, tables_of, written, years

OPAQUE = 127
SHEETS = sheet.of_each(PAGES)


RANKS = pytest.mark.parametrize("rank", range(3))
"""The years that documents are tried on, the first quarters with them."""


def paths(store: Store, rank: int) -> list[str]:
    """A sheet of each page."""
    quarter, year = store.choices.quarters[rank], years(store)[rank]
    return [
        "accueil",
        "quartiers",
        f"quartiers/{quarter}",
        "actions",
        "evolutions",
        f"bilan/{year}",
    ]


def documents(store: Store, query: str = "", rank: int = 1) -> dict[str, PrintedView]:
    asked = paths(store, rank)
    found = {path: router.visit(SHEETS, f"/fiche/{path}", query, store) for path in asked}
    assert all(found.values())
    return {path: session.of(*held, AT) for path, held in found.items() if held}


def numbers(store: Store, path: str, query: str) -> set[str]:
    """Every number of a page."""
    page, view = router.visit((*PAGES, *SHEETS), path, query, store) or pytest.fail(path)
    return tagged.numbers(" ; ".join(said(page.blocks(view))))


@RANKS
def test_each_sheet_holds_on_one_page_and_says_what_its_page_says(store: Store, rank: int) -> None:
    query = f"annee={years(store)[rank]}"
    for path, one in documents(store, query, rank).items():
        content = pdf.one(one, session.TEMPLATE)
        assert len(tagged.reader(content).pages) == 1, path
        text = packed(tagged.texts(content)[0])
        for words in (one.title, one.filters, one.imprint.notice, one.imprint.publication):
            assert packed(words) in text, path
        source = "/" if path == "accueil" else f"/{path}"
        known = set().union(*(numbers(store, at, query) for at in (source, f"/fiche/{path}")))
        known |= tagged.numbers(" ; ".join(said((one.imprint, one.filters))))
        known |= {str(AT.day.day), str(AT.day.year)}
        cuts = [rows.left_out(count) for rows in tables_of(one) for count in rows.counts]
        known |= tagged.numbers(" ; ".join(cuts))
        assert tagged.numbers(" ; ".join(written(data.of(one)))) - known == set(), path
        assert one.imprint.origin.address.startswith(f"{AT.site}/v/{store.digest}{source}")


def test_a_sheet_has_room_to_write(chambery: Store) -> None:
    for path, one in documents(chambery).items():
        titles = tagged.texts(pdf.one(one, session.TEMPLATE))[0]
        assert "Notes" in titles, path


def test_another_reader_finds_no_fault_in_the_tags(chambery: Store, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="le contrôleur PDF/UA n’est pas installé")
    for path, one in documents(chambery).items():
        target = tmp_path / "seance.pdf"
        target.write_bytes(pdf.one(one, session.TEMPLATE))
        assert [item.message for item in pdfua.validate(target).findings] == [], path


def test_the_code_is_that_of_the_address_that_is_written() -> None:
    address = "https://observatoire.exemple/actions?annee=2016&pilier=emploi"
    wanted = segno.make(address, error="m", micro=False)
    modules = [list(row) for row in wanted.matrix_iter(border=code.EDGE)]
    painted = Image.open(io.BytesIO(png.pixels(code.of(address), len(modules) * 4))).convert("LA")
    inked = np.asarray(painted)[2::4, 2::4, 1] > OPAQUE
    assert inked.astype(int).tolist() == modules


def test_an_address_that_no_code_holds_has_none() -> None:
    assert code.of("https://observatoire.exemple/" + "é" * 3_000) == ""
