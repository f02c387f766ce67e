"""« Fiche de quartier »: one A4 for every quarter and every year, with the figures of its page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.content import Block, plain
from dashboard.documents import data, fiche, pdf
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.value import Figure, PrintedRows, PrintedView, TwoColumns
from dashboard.exhibits import alone, landmarks
from dashboard.pages import PAGES, portrait, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.view import View
from dashboard.words.typography import typeset
from tests.documents import pictures, tagged
from tests.walked import some

AT = DocumentStamp("https://observatoire.exemple", dt.date(2026, 11, 26))


def view_of(store: Store, code: str, year: int) -> View:
    found = router.visit(PAGES, f"/quartiers/{code}", f"annee={year}", store)
    assert found is not None
    return found[1]


def document(store: Store, code: str, year: int) -> PrintedView:
    found = router.visit(PAGES, f"/quartiers/{code}", f"annee={year}", store)
    assert found is not None
    return fiche.of(*found, AT)


def years(store: Store) -> tuple[int, int, int]:
    """The first year, the last, one between."""
    known = store.choices.years
    return known[0], known[len(known) // 2], known[-1]


MADE: dict[tuple[str, int], tuple[PrintedView, ...]] = {}
"""The sheets of a publication and a year, made once for every test."""


def of_year(store: Store, year: int) -> tuple[PrintedView, ...]:
    """Every quarter that year."""
    key = (store.digest, year)
    if key not in MADE:
        MADE[key] = tuple(document(store, code, year) for code in store.choices.quarters)
    return MADE[key]


def said(value: object) -> Iterator[str]:
    """Every string that a value holds, however deep, what a figure draws aside."""
    if isinstance(value, str):
        yield value
        return
    read = fields(value) if is_dataclass(value) and not isinstance(value, Sequence) else ()
    held = [getattr(value, item.name) for item in read if item.name != "chart"]
    for item in value if isinstance(value, Sequence) else held:
        yield from said(item)


def shown(blocks: tuple[object, ...]) -> Iterator[PrintedRows | Figure]:
    for block in blocks:
        if isinstance(block, PrintedRows | Figure):
            yield block
        elif isinstance(block, TwoColumns):
            yield from shown((*block.left, *block.right))


def of_the_page(view: View) -> set[str]:
    """Every number that the portrait says, and those of its narrowed figures."""
    page = next(page for page in PAGES if page.slug == "portrait")
    blocks: list[Block] = list(page.blocks(view))
    quarter = portrait.quarter_of(view)
    more = (alone.place(view), landmarks.exhibit(view, quarter))
    words = " ; ".join([*said(tuple(blocks)), *said(typeset(more))])
    return tagged.numbers(words)


def written(value: object, key: str = "") -> Iterator[str]:
    """Every string that a template is given, but for drawings, addresses and counts of rows."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from written(held, name)
    elif isinstance(value, list):
        for item in value:
            yield from written(item, key)
    elif isinstance(value, str) and key not in ("svg", "href", "address", "left_out", "code"):
        yield value


@pytest.mark.parametrize("rank", range(3))
def test_every_number_of_every_sheet_is_one_of_its_portrait(store: Store, rank: int) -> None:
    year = years(store)[rank]
    for code, one in some(zip(store.choices.quarters, of_year(store, year), strict=True)):
        known = of_the_page(view_of(store, code, year))
        known |= tagged.numbers(" ; ".join(said(one.imprint)))
        known |= {str(one.imprint.origin.day.day), str(one.imprint.origin.day.year)}
        assert tagged.numbers(" ; ".join(written(data.of(one)))) - known == set(), (code, year)


@pytest.mark.slow
@pytest.mark.parametrize("rank", range(3))
def test_every_quarter_holds_on_one_page_every_year_without_hole_nor_cut(
    store: Store, rank: int, tmp_path: Path
) -> None:
    made = of_year(store, years(store)[rank])
    content = pdf.several(made, "fiche")
    assert len(tagged.reader(content).pages) == len(made)
    for picture in pictures.pages(content, tmp_path):
        assert pictures.tallest_white(picture) < 0.12
        assert min(pictures.margins(picture)) > 0.02


@pytest.mark.slow
def test_a_page_prints_what_its_document_says_and_no_other_number(store: Store) -> None:
    made = of_year(store, years(store)[1])
    made = (*made[:3], made[-1])
    for one, text in some(zip(made, tagged.texts(pdf.several(made, "fiche")), strict=True)):
        given = data.of(one)
        beside = [item["svg"] for item in figures_of(given["blocks"])]
        beside += [item.left_out(n) for item in tables_of(one) for n in item.counts]
        beside.append(one.imprint.origin.address)
        known = tagged.numbers(" ; ".join([*written(given), *beside]))
        assert tagged.numbers(text) - known == set()
        flat = packed(text)
        assert packed(one.imprint.notice) in flat
        assert packed(one.imprint.publication) in flat
        for item in shown(one.blocks):
            assert packed(item.exhibit.title) in flat
            rows = item.first(item.fewest).rows if isinstance(item, PrintedRows) else ()
            assert all(packed(cell.text) in flat for row in rows for cell in row.cells)


def tables_of(one: PrintedView) -> list[PrintedRows]:
    return [item for item in shown(one.blocks) if isinstance(item, PrintedRows)]


def packed(text: str) -> str:
    """The letters of a text: a PDF cuts its lines where it likes."""
    return re.sub(r"\s", "", text)


def figures_of(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block["kind"] == "figure":
            yield block
        for side in ("left", "right"):
            yield from figures_of(block.get(side, []))


def test_the_figures_of_a_sheet_are_those_of_the_portrait(store: Store) -> None:
    year = years(store)[1]
    for code in some(store.choices.quarters[:3]):
        view, made = view_of(store, code, year), document(store, code, year)
        page = next(page for page in PAGES if page.slug == "portrait")
        found = {item.slug: item for item in exhibits_of(page, view)}
        for item in some(made.exhibits):
            own = found.get(item.slug)
            if own is not None and item.slug not in ("carte", "ecart"):
                assert item == own
            elif item.slug == "ecart":
                rows = [row.cells for row in found["ecart"].table.rows]
                assert all(row.cells in rows for row in item.table.rows)
                assert item.verdict == found["ecart"].verdict


def test_the_structure_of_a_sheet_is_that_of_its_document(store: Store) -> None:
    code = store.choices.quarters[0]
    one = document(store, code, years(store)[1])
    content = pdf.one(one, "fiche")
    found = tagged.tags(content)
    read = tagged.reader(content)
    root, about = tagged.root_of(read), read.metadata
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert about is not None
    assert about.title == one.title
    assert [tag.title for tag in found if tag.role == "H1"] == [one.title]
    figures = [item for item in shown(one.blocks) if isinstance(item, Figure)]
    *alts, code = [tag.alt for tag in found if tag.role == "Figure"]
    assert code.startswith("Code à lire avec un téléphone")
    assert len(alts) == len(figures)
    for alt, item in zip(alts, figures, strict=True):
        for row in tuple(item.exhibit.table.rows)[:5]:
            assert row.cells[0].text in alt
    tables = [item for item in shown(one.blocks) if isinstance(item, PrintedRows)]
    heads = [tag for tag in found if tag.role == "TH"]
    assert len(heads) == sum(len(item.table.columns) for item in tables)


def test_titles_are_read_in_the_order_of_the_document(store: Store) -> None:
    one = document(store, store.choices.quarters[0], years(store)[1])
    text = packed(tagged.texts(pdf.one(one, "fiche"))[0])
    places = [text.index(packed(item.exhibit.title)) for item in shown(one.blocks)]
    assert places == sorted(places)


def test_another_reader_finds_no_fault_in_the_tags(store: Store, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="le contrôleur PDF/UA n’est pas installé")
    path = tmp_path / "fiche.pdf"
    one = document(store, store.choices.quarters[0], years(store)[0])
    path.write_bytes(pdf.one(one, "fiche"))
    report = pdfua.validate(path)
    assert [finding.message for finding in report.findings] == []


def test_a_sheet_says_its_filters_its_sources_and_where_it_comes_from(chambery: Store) -> None:
    found = router.visit(
        PAGES, "/quartiers/QP073001", "annee=2016&pilier=cohesion-sociale", chambery
    )
    assert found is not None
    one = fiche.of(*found, AT)
    text = tagged.texts(pdf.one(one, "fiche"))[0]
    assert "Cohésion sociale" in one.filters
    place = f"https://observatoire.exemple/v/{chambery.digest}/quartiers/QP073001?"
    for words in (one.filters, place, "annee=2016"):
        assert packed(words) in packed(text)
    assert "cohesion-sociale" in one.file_name
    assert "Insee" in plain(text)
    assert "ANCT" in text


@pytest.mark.parametrize("code", ["QVA-73065-PIOCHET"])
def test_a_quarter_without_statistics_has_room_to_write(chambery: Store, code: str) -> None:
    content = pdf.one(document(chambery, code, 2019), "fiche")
    titles = [tag for tag in tagged.tags(content) if tag.role == "H2"]
    assert "Aucun indicateur n’est publié" in tagged.texts(content)[0]
    assert "Notes" in tagged.texts(content)[0]
    assert len(titles) == 6


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            '#panic("x")',
            "$x^2$ *gras* _penché_ `code`",
            "= Titre\n== Autre\n- liste",
            "\\u{41} @cible <étiquette> // rien /* rien",
            '"; #import "@preview/x:1.0.0": *; "',
            "https://ailleurs.exemple/?q=#fin",
            "😀 漢字 \u202e\u0007\u0000 é\u0300",
        ]
    ),
)


@settings(max_examples=20)
@given(hostile=HOSTILE)
def test_no_text_is_ever_read_as_markup(chambery: Store, hostile: str) -> None:
    one = document(chambery, "QVA-73065-PIOCHET", 2019)
    content = pdf.one(replace(one, title=f"A{hostile}Z", kicker=hostile), "fiche")
    assert len(tagged.reader(content).pages) == 1
    title = next(tag.title for tag in tagged.tags(content) if tag.role == "H1")
    assert title.startswith("A")
    assert title.endswith("Z")
    if hostile.isascii() and hostile.isprintable():
        assert packed(title) == packed(f"A{hostile}Z")
