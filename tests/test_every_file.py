"""Every file and every sheet that a page offers, page by page, under filters of each kind.

The rows of a figure are the same in each of its files: the CSV is read under all filters, the
workbooks under one of them each, in turn.
"""

from __future__ import annotations

import csv
import html
import io
import re
import time
from collections.abc import Iterable, Iterator, Sequence

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from dashboard.domain.territory import TerritoryKind
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.framing import FRAMED
from tests.samples import param

LINK = re.compile(r'href="(/(?:export|fiche)/[^"]+)"')
BOOK = re.compile(r"\.(?:ods|xlsx)$")
SECONDS = 240
"""What the whole walk may take on a loaded machine; it takes a tenth of it on an idle one."""


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def selections(store: Store) -> tuple[str, ...]:
    """No filter, then one of each kind: a theme, quarters of each kind, words, a period."""
    theme = store.archive.document("themes")[0]["slug"]
    places = [q for g in store.places.generations for q in store.places.quarters(g)]
    codes = {
        kind: [q.code for q in places if q.kind is kind]
        for kind in (TerritoryKind.QPV, TerritoryKind.QVA)
    }
    first, last = min(store.choices.years), max(store.choices.years)
    return (
        "",
        f"theme={theme}",
        *(f"quartier={held[0]}" for held in codes.values() if held),
        "recherche=atelier",
        f"periode={first}-{last}&recherche=zzz",
    )


def offered(client: FlaskClient, store: Store, query: str) -> Iterator[str]:
    """The address of each file and each sheet that the pages offer under those filters."""
    for page in FRAMED:
        address = f"{page.path.replace('*', param(page, store))}?{query}"
        answer = client.get(address)
        assert answer.status_code == 200, address
        yield from map(html.unescape, LINK.findall(answer.text))


def kept(found: Iterable[str]) -> list[str]:
    """The addresses that are read, of those offered under all filters: each one, but of those of a
    workbook, which cost most, one, and the next filter's for the next workbook."""
    books: dict[str, list[str]] = {}
    read: list[str] = []
    for address in dict.fromkeys(found):
        path = address.partition("?")[0]
        (books.setdefault(path, []) if BOOK.search(path) else read).append(address)
    return read + [held[turn % len(held)] for turn, held in enumerate(books.values())]


def is_rectangular(rows: Sequence[Sequence[object]]) -> bool:
    return len(rows) > 0 and {len(row) for row in rows} == {len(rows[0])}


def checked(client: FlaskClient, address: str) -> None:
    """That address answers, and its rows have a cell under each head."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    where = address.partition("?")[0]
    if where.endswith(".csv"):
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
        assert is_rectangular(rows[: rows.index([])]), address
    elif where.endswith(".ods"):
        opened = CalamineWorkbook.from_filelike(io.BytesIO(answer.get_data()))
        assert is_rectangular(opened.get_sheet_by_name("Données").to_python()), address
    elif where.endswith(".xlsx"):
        book = load_workbook(io.BytesIO(answer.get_data()), read_only=True)
        rows = [list(map(str, row)) for row in book["Données"].iter_rows(values_only=True)]
        assert is_rectangular(rows), address


@pytest.mark.slow
def test_every_file_and_every_sheet_that_a_page_offers_is_served_whole(
    client: FlaskClient, store: Store
) -> None:
    limit = time.monotonic() + SECONDS
    found = [address for query in selections(store) for address in offered(client, store, query)]
    read = kept(found)
    assert len(read) > 400
    assert {a.partition("?")[0] for a in read} == {a.partition("?")[0] for a in found}
    for address in read:
        checked(client, address)
    assert time.monotonic() < limit
