"""Another real territory runs on its own files, without code, and no word is untrue of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.pages import PAGES
from dashboard.publication import publish
from dashboard.schema import check_folder
from dashboard.store import Store, open_store
from dashboard.web.factory import create_app
from tests.elsewhere import ARLYSERE, PERPIGNAN, Elsewhere, made
from tests.walked import some

pytestmark = [pytest.mark.shared, pytest.mark.slow]

UNTRUE = re.compile(
    r"chambéry|chambéri|biollay|p147|programme 147|subventions? de l.État|nos règles|pilier proposé"
    r"|proposés? par|périmètre probable|territoire fictif|invent|tracé indicatif|openstreetmap"
    r"|\bign\b|\bsavoie\b",
    re.IGNORECASE,
)
UNSAID = re.compile(
    r"\b0 (subvention|action)|\b(subventions?|actions?|pour) [^.]{0,30}\b0 €|Source : [,·]|\bNone\b"
    r"|\bnan\b|« »|\(\)"
)


def _words(html: str) -> str:
    """What a reader reads of a page, files that were imported by their own names apart."""
    bare = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", html)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).replace("\u202f", " ")
    return re.sub(r"[\w.-]+\.(geojson|csv)", " ", text)


@pytest.fixture(scope="module", params=[ARLYSERE, PERPIGNAN], ids=lambda item: item.who.slug)
def served(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Elsewhere, Path, Path]:
    """The territory, its folder, and where it is published."""
    root = tmp_path_factory.mktemp("ailleurs")
    folder = made(request.param, shared, root / "data")
    report = publish(folder, root / "var")
    assert report.accepted, report.problems
    return request.param, folder, root / "var"


def _addresses(store: Store) -> Iterator[str]:
    yield from (page.path for page in PAGES if "*" not in page.path)
    for code in some(store.choices.quarters):
        yield f"/quartiers/{code}"
    for year in store.choices.years:
        yield f"/bilan/{year}"
    first, last = store.choices.years[0], store.choices.years[-1]
    quarter = store.choices.quarters[-1]
    for path in ("/", "/quartiers", "/actions", "/evolutions"):
        yield f"{path}?pilier=emploi"
        yield f"{path}?annee={first}&quartier={quarter}"
        yield f"{path}?annee={last}&pilier=cohesion-sociale&quartier={quarter}"


def test_its_folder_has_nothing_to_mend(served: tuple[Elsewhere, Path, Path]) -> None:
    assert [problem.sentence() for problem in check_folder(served[1])] == []


def test_every_page_answers_and_no_word_is_untrue_of_it(
    served: tuple[Elsewhere, Path, Path],
) -> None:
    place, _, var = served
    client = create_app(var=var, territory=place.who.slug).server.test_client()
    wrong: dict[str, str] = {}
    for address in _addresses(open_store(var, place.who.slug)):
        answer = client.get(address)
        assert answer.status_code == 200, address
        said = _words(answer.get_data(as_text=True))
        assert place.who.name in said, address
        for found in (*UNTRUE.finditer(said), *UNSAID.finditer(said)):
            wrong[said[max(0, found.start() - 60) : found.end() + 40]] = address
    assert wrong == {}


def test_each_of_its_quarters_shows_its_own_inhabitants(
    served: tuple[Elsewhere, Path, Path],
) -> None:
    place, _, var = served
    store = open_store(var, place.who.slug)
    indicator = next(item for item in store.values.indicators if item.slug == "population")
    client = create_app(var=var, territory=place.who.slug).server.test_client()
    shown = 0
    for code in some(store.choices.quarters):
        year = store.values.last_year(indicator, [code], store.choices.years[-1])
        found = store.values.observation(indicator, code, year) if year else None
        if found is not None and found.value is not None:
            text = _words(client.get(f"/quartiers/{code}").get_data(as_text=True))
            assert f"{found.value:,.0f}".replace(",", " ") in text, code
            shown += 1
    assert shown >= 1
