"""The pictures of the documents show the pages as they are; ``make captures`` takes them again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.conftest import ROOT
from tests.e2e import captures, images
from tests.e2e.captures import OF_STAFF, SHOTS, WRITTEN, Shot
from tests.e2e.conftest import Window
from tests.test_documentation import IMAGES, PAGES, PICTURE, read

pytestmark = pytest.mark.slow

MOST = 0.01
"""The share of a picture that may change before it no longer shows the page."""
BY_NAME = {shot.name: shot for shot in SHOTS}


@pytest.fixture(scope="module")
def reader(context: BrowserContext) -> Iterator[Page]:
    """A page on which pictures are compared."""
    page = context.new_page()
    yield page
    page.close()


def test_every_picture_of_the_documents_is_taken_here_and_no_other() -> None:
    named = {
        (page.parent / target).resolve()
        for page in PAGES
        for _, target in PICTURE.findall(read(page))
    }
    taken = [*BY_NAME, *OF_STAFF]
    assert named == {IMAGES / f"{name}.png" for name in taken}
    assert len(BY_NAME) == len(SHOTS)


@pytest.mark.parametrize("name", BY_NAME)
def test_a_picture_still_shows_the_page(
    window: Window, reader: Page, real: str, fictional: str, name: str
) -> None:
    shot = BY_NAME[name]
    taken = captures.take(window, shot, fictional if shot.fictional else real)
    path = IMAGES / f"{name}.png"
    if WRITTEN:
        path.write_bytes(taken)
    kept = path.read_bytes()
    stale = f"{path.relative_to(ROOT)} ne montre plus la page, lancez\u00a0: make captures"
    assert images.size(taken) == images.size(kept), stale
    assert captures.moved(reader, kept, taken) <= MOST, stale


@pytest.mark.parametrize(
    "other",
    [
        Shot("autre année", "/actions?annee=2017&pilier=emploi", 1280, 1500),
        Shot("autre pilier", "/actions?annee=2016&pilier=social", 1280, 1500),
        Shot("autre fenêtre", "/actions?annee=2016&pilier=emploi", 1270, 1500),
    ],
    ids=lambda shot: shot.name,
)
def test_a_picture_of_another_view_is_told_apart(
    window: Window, reader: Page, real: str, other: Shot
) -> None:
    kept = captures.take(window, BY_NAME["elus-emploi-2016"], real)
    assert captures.moved(reader, kept, captures.take(window, other, real)) > MOST
