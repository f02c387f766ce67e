"""All the figures of a page in one ZIP: every form of each, an index that a browser opens."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html.parser import HTMLParser

import pytest

from dashboard.documents import portfolio
from dashboard.documents.portfolio import Portfolio
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from tests.documents.test_fiche import AT, packed
from tests.walked import some

PATHS = ("/", "/evolutions")


def made(store: Store, path: str, query: str = "") -> Portfolio:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    return portfolio.of(*found, AT)


class Read(HTMLParser):
    """The references, the images and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.named: list[str] = []
        self.alts: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        assert tag != "script"
        self.named += [str(held[key]) for key in ("src", "href") if key in held]
        self.alts += [str(held["alt"])] if tag == "img" else []

    def handle_data(self, data: str) -> None:
        self.words += data


def zipped(found: Portfolio) -> bytes:
    target = io.BytesIO()
    found.write(target)
    return target.getvalue()


@pytest.mark.parametrize("path", PATHS)
def test_each_figure_is_there_in_every_form(store: Store, path: str) -> None:
    found = made(store, path)
    page, view = router.visit(PAGES, path, "", store) or pytest.fail(path)
    titles = [item.title for item in exhibits_of(page, view) if item.chart or item.table.rows]
    shown = [entry.exhibit.title for entry in found.entries]
    assert shown[: len(titles)] == titles
    for entry in found.entries:
        forms = [name.rpartition(".")[2] for name, _ in entry.files]
        drawn = entry.exhibit.chart is not None and not entry.exhibit.table_first
        assert forms == [*(["svg", "png"] if drawn else []), "csv", "ods", "xlsx", "txt"]


def test_the_index_names_every_file_and_nothing_else(chambery: Store) -> None:
    found = made(chambery, "/evolutions", "annee=2019&indicateur=niveau-vie-median")
    with zipfile.ZipFile(io.BytesIO(zipped(found))) as archive:
        names = archive.namelist()
        read = Read(archive.read("index.html").decode())
        assert archive.testzip() is None
    assert len(names) == len(set(names))
    assert set(read.named) == set(names) - {"index.html"}
    assert all(read.alts)
    assert found.imprint.notice in read.words
    for entry in found.entries:
        assert entry.exhibit.title in read.words
        assert entry.exhibit.source in read.words
        assert entry.citation in read.words


def test_each_text_says_the_figure_its_filters_its_source_and_how_to_cite_it(store: Store) -> None:
    year = store.choices.years[1]
    for entry in some(made(store, "/actions", f"annee={year}").entries):
        text = next(content for name, content in entry.files if name.endswith(".txt")).decode()
        item = entry.exhibit
        for words in (item.title, item.frame.whole, item.source, entry.citation, *item.tags):
            assert packed(words) in packed(text)
        assert f"https://observatoire.exemple/v/{store.digest}/actions" in entry.citation
        assert "consultée le" in entry.citation
        assert re.search(r"Publication du \d", entry.citation)


def test_the_rows_of_a_figure_are_those_of_its_exhibit(chambery: Store) -> None:
    entry = made(chambery, "/evolutions", "annee=2019&indicateur=niveau-vie-median").entries[0]
    content = next(content for name, content in entry.files if name.endswith(".csv"))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1 : len(entry.exhibit.table.rows) + 1]] == [
        row.cells[0].text for row in entry.exhibit.table.rows
    ]


def test_the_name_of_the_file_says_the_filters(example: Store) -> None:
    year = example.choices.years[0]
    found = made(example, "/actions", f"annee={year}&pilier={example.choices.pillars[0]}")
    assert str(year) in found.name
    assert example.choices.pillars[0] in found.name
    assert "territoire-fictif" in found.name
