"""Every file and every sheet that a page offers, page by page, under filters of each kind."""

from __future__ import annotations

import csv
import html
import io
import re
import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from dashboard.domain.territory import Kind
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.framing import FRAMED
from tests.samples import param

LINK = re.compile(r'href="(/(?:export|fiche)/[^"]+)"')
SECONDS = 240
"""What the whole walk may take on a loaded machine; it takes a tenth of it on an idle one."""


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def selections(store: Store) -> tuple[str, ...]:
    """No filter, then one of each kind: a theme, quarters of each kind, words, a period."""
    theme = store.archive.document("themes")[0]["slug"]
    places = [q for g in store.places.generations for q in store.places.quarters(g)]
    codes = {kind: [q.code for q in places if q.kind is kind] for kind in (Kind.QPV, Kind.QVA)}
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


def is_rectangular(rows: list[list[str]]) -> bool:
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


def test_every_file_and_every_sheet_that_a_page_offers_is_served_whole(
    client: FlaskClient, store: Store
) -> None:
    limit = time.monotonic() + SECONDS
    found = {a for query in selections(store) for a in offered(client, store, query)}
    assert len(found) > 100
    for address in sorted(found):
        checked(client, address)
    assert time.monotonic() < limit
