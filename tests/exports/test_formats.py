"""Every format of the data is found where it is declared, offered, and answered under its name."""

from __future__ import annotations

from flask import Flask

from dashboard.exports import formats
from dashboard.store import Store
from dashboard.web.factory import create_app


def test_the_formats_are_those_of_their_modules() -> None:
    assert list(formats.every()) == ["csv", "geojson", "gpkg", "ods", "xlsx"]
    assert all(item.label and item.kind for item in formats.every().values())


def test_each_format_is_offered_beside_a_figure_and_answered(chambery: Store) -> None:
    server: Flask = create_app(chambery, kept=0).server
    page = server.test_client().get("/").get_data(as_text=True)
    for suffix, item in formats.every().items():
        address = f"/export/accueil/carte.{suffix}"
        assert address in page
        found = server.test_client().get(address)
        assert (found.status_code, found.mimetype) == (200, item.kind)
    assert server.test_client().get("/export/accueil/carte.nul").status_code == 404
