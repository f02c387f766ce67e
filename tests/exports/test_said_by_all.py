"""Every file that the site gives says of itself what it is, whence, under which licence, on which
publication, how it is cited, where it stands for good: each figure of each page, in each format."""

from __future__ import annotations

import datetime as dt
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from html import unescape

import pytest

from dashboard import catalogue
from dashboard.content import Exhibit
from dashboard.documents import portfolio
from dashboard.documents.imprint import DocumentStamp
from dashboard.exports import data_file, formats, geography, open_files
from dashboard.exports.image import composition, png
from dashboard.exports.image.content import ImageContent, ImageOrigin
from dashboard.pages import PAGES, imprint, router
from dashboard.pages import open_files as names
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app
from dashboard.words.typography import typeset
from tests.samples import param

SITE = "https://ville.exemple"
DAY = dt.date(2026, 3, 1)
BARE = b"\x89PNG\r\n\x1a\n" + b"\0" * 25
"""What stands for the head of a painted image: what is said comes after it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure of a page, short of most of its rows, and the address that its files name."""

    page: str
    value: Exhibit
    address: str
    store: Store


@pytest.fixture(scope="module")
def catalogued(chambery: Store, example: Store) -> list[Shown]:
    """Every figure of every page of both territories, made once."""
    return [one for store in (chambery, example) for one in _of(store)]


def _of(store: Store) -> Iterator[Shown]:
    for page in PAGES:
        found = router.visit(PAGES, page.path.replace("*", param(page, store)), "", store)
        for value in exhibits_of(*found) if found else ():
            few = value.table.rows if geography.draws(value) else tuple(value.table.rows)[:4]
            short = replace(value, table=replace(value.table, rows=few))
            yield Shown(page.slug, short, f"{SITE}/v/{store.digest}{page.path}", store)


def table_of(shown: Shown, suffix: str) -> bytes | None:
    known = formats.every()[suffix]
    if known not in formats.of(shown.value):
        return None
    said = typeset(imprint.of(shown.store))
    made = data_file.of_exhibit(shown.value, shown.address, said)
    places = partial(geography.features, shown.value, shown.store)
    return known.write(replace(made, features=places))


def image_of(shown: Shown, suffix: str) -> bytes | None:
    if shown.value.chart is None:
        return None
    by = typeset(imprint.of(shown.store))
    content = ImageContent(
        shown.value, shown.value.chart, ImageOrigin(shown.address, DAY, by.notice, by)
    )
    image = composition.Image("", 10, 10, 96)
    if suffix == "png":
        return png.painted(image, content, 1)
    return composition.image(content, composition.PRESETS["ecran"]).svg(faces=False).encode()


def words(content: bytes) -> str:
    """What a file says, whatever its format."""
    if content.startswith(b"PK"):
        opened = zipfile.ZipFile(io.BytesIO(content))
        inside = [opened.read(name) for name in opened.namelist() if not name.endswith(".png")]
        return "\n".join(map(words, inside))
    if content.startswith(b"SQLite"):
        base = sqlite3.connect(":memory:")
        base.deserialize(content)
        told = base.execute("select quoi, dit from lisez_moi").fetchall()
        base.close()
        return "\n".join(said for _, said in told)
    text = content.decode("utf-8", "replace")
    if text.startswith('{"type":"FeatureCollection"'):
        return "\n".join(str(one["dit"]) for one in json.loads(text)["apropos"])
    return unescape(text).replace('""', '"')


LICENCES = {source.licence.casefold() for source in catalogue.SOURCES.values()}


def licences(store: Store) -> set[str]:
    """What the sources of that territory are under."""
    return LICENCES | {row["licence"].casefold() for row in store.rows("sources")}


MADE: dict[str, Callable[[Shown, str], bytes | None]] = {
    **dict.fromkeys(formats.every(), table_of),
    "svg": image_of,
    "png": image_of,
}


@pytest.mark.parametrize("suffix", MADE)
def test_every_figure_of_the_site_says_all_that_must_travel_with_it(
    suffix: str, catalogued: list[Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "pixels", lambda svg, width: BARE)
    lacking = {}
    for shown in catalogued:
        content = MADE[suffix](shown, suffix)
        if content is None:
            continue
        value, told = shown.value, plain(words(content))
        by = imprint.of(shown.store)
        due = (value.title, value.source, value.frame.sentence, by.name, by.publication)
        left = [one for one in (*due, shown.address) if plain(one) not in told]
        if left:
            lacking[shown.store.settings.slug, shown.page, value.slug] = left
    assert lacking == {}


def plain(said: str) -> str:
    """Those words whatever their spaces, as one copies them."""
    return "".join(said.split()).casefold()


def test_the_source_of_every_figure_names_its_licence(catalogued: list[Shown]) -> None:
    known = {shown.store.digest: licences(shown.store) for shown in catalogued}
    assert [
        (shown.page, shown.value.slug, shown.value.source)
        for shown in catalogued
        if not any(one in shown.value.source.casefold() for one in known[shown.store.digest])
    ] == []


def test_the_index_of_a_kit_says_it_of_each_of_its_figures(chambery: Store) -> None:
    found = router.visit(PAGES, "/actions", "annee=2016&pilier=emploi", chambery)
    assert found is not None
    kit = portfolio.of(*found, DocumentStamp(SITE, DAY))
    target = io.BytesIO()
    replace(kit, entries=kit.entries[:2]).write(target)
    index = plain(zipfile.ZipFile(target).read(portfolio.INDEX).decode())
    for entry in kit.entries[:2]:
        item, by = entry.exhibit, kit.imprint
        due = (item.title, item.source, item.frame.sentence, by.publication, by.origin.address)
        assert [one for one in due if plain(escaped(one)) not in index] == []


def escaped(said: str) -> str:
    return said.replace("&", "&amp;")


def test_an_open_file_and_the_interface_say_their_licence_and_their_citation(
    chambery: Store,
) -> None:
    for name in (names.PACKAGE, names.holders(2021)):
        made = open_files.made(chambery, name) or pytest.fail(name)
        told = plain(words(made[0]))
        for due in ("Licence", "Citer", imprint.of(chambery).publication, chambery.digest):
            assert plain(due) in told, (name, due)
    client = create_app(chambery, kept=0).server.test_client()
    found = client.get("/api/v1/vues/carte?adresse=/quartiers").get_json()
    assert "source à citer" in found["donnees"]["source"]
    for due in (found["donnees"]["titre"], found["donnees"]["source"], f"/v/{chambery.digest}/"):
        assert plain(due) in plain(found["citer"])
