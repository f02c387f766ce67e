"""The gallery: every indicator once, found by plain words, opened into its figure and back."""

from __future__ import annotations

from collections import Counter

import brotli
import pytest
from flask.testing import FlaskClient

from dashboard.content import Block, Exhibit, Hero, Notice, Search, Terms, plain
from dashboard.content.thumbnails import Thumbnail, Thumbnails
from dashboard.exhibits import choose, gallery, thumbnails
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.views import figures, seen, visited

HEAVIEST = 150_000
"""Bytes of the gallery as it is sent."""


def blocks(store: Store, query: str = "") -> tuple[Block, ...]:
    page, view = visited(store, "/evolutions", query)
    return page.blocks(view)


def drawings(store: Store, query: str = "") -> list[Thumbnail]:
    kept = (item for item in blocks(store, query) if isinstance(item, Thumbnails))
    return [one for theme in kept for one in theme.items]


def without(store: Store, query: str = "") -> list[str]:
    kept = (item for item in blocks(store, query) if isinstance(item, Thumbnails))
    return [span.text for theme in kept for span in theme.without if span.href]


def table(store: Store, query: str = "") -> Exhibit:
    return figures(store, "/evolutions", query)[gallery.SLUG]


@pytest.mark.parametrize("query", ["", "generation=2015", "generation=2024", "annee=2017"])
def test_every_indicator_is_drawn_once_or_said_to_have_no_value(store: Store, query: str) -> None:
    shown = Counter([item.title for item in drawings(store, query)] + without(store, query))
    assert shown == Counter(item.label for item in store.values.indicators)


def test_every_drawing_leads_to_its_figure_and_keeps_the_view(store: Store) -> None:
    for item in drawings(store, "generation=2015&annee=2019"):
        assert "generation=2015" in item.href
        assert "annee=2019" in item.href
        assert "indicateur=" in item.href
        assert item.alt.startswith(("Courbe de ", "Une seule année connue"))


def test_a_count_is_compared_with_nothing(chambery: Store) -> None:
    (people,) = [item for item in drawings(chambery) if item.title == "Habitants"]
    assert not people.verdict
    assert not any(fact.gap or fact.verdict for fact in people.facts)
    assert not people.chart.references


def test_many_quarters_are_drawn_as_their_spread_with_the_chosen_one(example: Store) -> None:
    code = example.choices.quarters[0]
    query = f"quartier={code}&generation=2015&indicateur="
    (poor,) = [item for item in drawings(example, query) if item.title == "Taux de pauvreté"]
    assert poor.chart.extents
    assert [line.territory.code for line in poor.chart.quarters] == [code]
    assert poor.facts[0].name.startswith("Les 6")
    assert poor.facts[0].verdict
    (whole,) = [item for item in drawings(example, "generation=2015") if item.title == poor.title]
    assert not whole.chart.quarters


def test_nothing_is_said_of_a_later_year_than_the_chosen_one(store: Store) -> None:
    for item in drawings(store, "annee=2017"):
        assert (item.foot[:4] <= "2017") is not item.foot.startswith("Rien jusqu’en")
        assert not any("(2018)" in fact.said or "(2018)" in fact.gap for fact in item.facts)


def test_where_quarters_are_too_many_only_the_chosen_one_is_judged(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "TOLD_APART", 3)
    (poor,) = [item for item in drawings(example) if item.title == "Taux de pauvreté"]
    assert not poor.facts[0].verdict
    assert len({row.cells[1].text for row in table(example).table.rows if not row.group}) >= 5
    assert any("valeurs les plus hautes" in note for note in table(example).notes)


def test_the_pillar_keeps_its_indicators(store: Store) -> None:
    kept = {item.label for item in store.values.indicators if "emploi" in item.pillars}
    shown = [item.title for item in drawings(store, "pilier=emploi")]
    assert {*shown, *without(store, "pilier=emploi")} == kept


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("chômage", "Demandeurs d’emploi (A, B, C)"),
        ("chomage", "Demandeurs d’emploi (A, B, C)"),
        ("chôm", "Demandeurs d’emploi (A, B, C)"),
        ("HLM", "Logements sociaux"),
        ("pauvre", "Taux de pauvreté"),
        ("niveau de vie", "Niveau de vie médian"),
    ],
)
def test_plain_words_find_indicators(chambery: Store, asked: str, found: str) -> None:
    shown = [item.title for item in drawings(chambery, f"mots={asked}")]
    assert found in [*shown, *without(chambery, f"mots={asked}")]
    assert len(shown) < len(drawings(chambery)) / 2
    assert f"«\u00a0{asked}\u00a0»" in table(chambery, f"mots={asked}").subtitle


def answer(store: Store, asked: str) -> tuple[Block, ...]:
    (search,) = [item for item in blocks(store, f"mots={asked}") if isinstance(item, Search)]
    return search.blocks


def test_unemployment_is_answered_and_its_rate_refused_with_a_reason(store: Store) -> None:
    (refused,) = [item for item in answer(store, "taux de chômage") if isinstance(item, Terms)]
    ((question, said),) = refused.items
    assert "chômage" in question
    assert plain(said).startswith("On ne peut pas dire. L’Insee ne publie pas")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("combien coûte une action", "La source donne la subvention accordée"),
        ("argent par habitant en veille active", "Aucune population n’est publiée"),
        ("le meilleur quartier", "Les quartiers ne sont pas classés"),
    ],
)
def test_other_questions_without_answer_are_refused_too(
    chambery: Store, asked: str, reason: str
) -> None:
    found = [item for item in answer(chambery, asked) if isinstance(item, Terms)]
    said = [plain(text) for terms in found for _, text in terms.items]
    assert any(one.startswith(f"On ne peut pas dire. {reason}") for one in said)


def test_words_that_find_nothing_say_so_and_offer_the_whole_site(chambery: Store) -> None:
    (told,) = answer(chambery, "zzzz")
    assert isinstance(told, Notice)
    links = [span.href for span in told.paragraphs[0] if span.href]
    assert links == ["/evolutions", "/recherche?mots=zzzz"]
    assert not drawings(chambery, "mots=zzzz")
    assert not table(chambery, "mots=zzzz").table.rows


def test_an_opened_indicator_leads_back_to_the_search(chambery: Store) -> None:
    shown = blocks(chambery, "mots=chômage&indicateur=taux-emploi&annee=2018")
    assert not [item for item in shown if isinstance(item, Thumbnails)]
    (hero,) = [item for item in shown if isinstance(item, Hero)]
    assert hero.title == "Taux d’emploi"
    back, *beside = [span for span in hero.lead if span.href]
    assert back.href == "/evolutions?annee=2018&mots=ch%C3%B4mage#partie-theme-emploi"
    assert all("mots=" in span.href and "indicateur=" in span.href for span in beside)


def test_an_older_address_of_a_figure_still_gives_it(chambery: Store) -> None:
    client = create_app(chambery).server.test_client()
    for slug in ("tendance", "ecart", "verdicts", "parmi-tous"):
        plainly = client.get(f"/export/evolutions/{slug}.csv?annee=2021")
        named = client.get(f"/export/evolutions/{slug}.csv?annee=2021&indicateur=taux-pauvrete")
        assert plainly.status_code == 200
        assert plainly.get_data() == named.get_data()


def test_the_file_of_the_gallery_holds_every_line(chambery: Store) -> None:
    client = create_app(chambery).server.test_client()
    lines = client.get("/export/evolutions/galerie.csv").get_data(as_text=True).splitlines()
    assert len(lines) > len([row for row in table(chambery).table.rows if not row.group])


def test_a_searched_file_says_the_search_in_its_address(chambery: Store) -> None:
    client = create_app(chambery).server.test_client()
    searched = client.get("/export/evolutions/galerie.csv?mots=loyer").get_data(as_text=True)
    assert "mots=loyer" in searched
    other = "/export/evolutions/tendance.csv?mots=loyer&indicateur=taux-emploi"
    assert "loyer" not in client.get(other).get_data(as_text=True)


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def test_the_gallery_weighs_little(client: FlaskClient) -> None:
    assert len(brotli.compress(client.get("/evolutions").get_data(), quality=5)) < HEAVIEST


def test_the_years_of_all_the_drawings_are_the_same(store: Store) -> None:
    spans = {item.chart.span for item in drawings(store)}
    assert spans == {thumbnails.span_of(seen(store, "/evolutions"))}
    page, view = visited(store, "/evolutions")
    assert [item.slug for item in exhibits_of(page, view)] == [gallery.SLUG]
