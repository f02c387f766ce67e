"""The document carries all that the live page first asks, and runs nothing before it is read."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys

import pytest

from dashboard.store import Store
from dashboard.web.factory import Observatory, create_app
from tests.walked import some


@pytest.fixture
def app(chambery: Store, monkeypatch: pytest.MonkeyPatch) -> Observatory:
    """The product on a day that does not end while a test compares two answers."""
    monkeypatch.setattr("dashboard.web.factory.today", lambda: dt.date(2026, 11, 24))
    return create_app(store=chambery)


def held(page: str, name: str) -> object:
    found = re.search(rf'<script [^>]*id="{name}"[^>]*>(.*?)</script>', page, re.S)
    assert found, name
    return json.loads(found[1])


def test_layout_and_wiring_are_those_that_the_server_would_answer(app: Observatory) -> None:
    client = app.server.test_client()
    page = client.get("/actions?annee=2020").get_data(as_text=True)
    referer = {"Referer": "http://localhost/actions?annee=2020"}
    assert held(page, "_dash-layout") == client.get("/_dash-layout", headers=referer).get_json()
    assert held(page, "_dash-dependencies") == client.get("/_dash-dependencies").get_json()


def test_no_version_of_a_program_is_told_to_whoever_reads_the_page(app: Observatory) -> None:
    page = app.server.test_client().get("/").text
    config = held(page, "_dash-config")
    assert isinstance(config, dict)
    assert "requests_pathname_prefix" in config
    assert not [key for key in config if "version" in key and key != "disable_version_check"]
    assert sys.version.split()[0] not in page


def test_every_script_waits_for_the_document_and_none_is_written_in_it(app: Observatory) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    tags = re.findall(r"<script ([^>]*)>", page)
    assert [tag for tag in tags if "src=" in tag and "defer" not in tag] == []
    assert [tag for tag in tags if "src=" not in tag and "application/json" not in tag] == []


def test_a_page_asks_for_eight_files_at_most(app: Observatory) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    head = page[: page.index("</head>")]
    assert len(re.findall(r'(?:src|href)="/statique/', head)) <= 7


def test_each_file_of_a_page_is_there_for_a_year(app: Observatory) -> None:
    client = app.server.test_client()
    page = client.get("/").get_data(as_text=True)
    found = re.findall(r'(?:src|href)="(/statique/\w{10}/[^"]+)"', page)
    assert len(found) >= 4
    for address in some(found):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["Cache-Control"], address
