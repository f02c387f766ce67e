"""« Trouver mon quartier »: what is answered, refused, offered, on both territories."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest

from dashboard.content import Exhibit, Search, Span, plain
from dashboard.pages import PAGES, finding, router
from dashboard.pages.page import exhibits_in
from dashboard.store import Store
from dashboard.view import View


def view_of(store: Store, asked: str, path: str = "/quartiers", more: str = "") -> View:
    found = router.visit(PAGES, path, f"lieu={quote_plus(asked)}{more}", store)
    assert found is not None
    return found[1]


def spans(store: Store, asked: str, **where: str) -> list[Span]:
    view = view_of(store, asked, **where)
    search = finding.panel().blocks(view)[0]
    assert isinstance(search, Search)
    paragraphs = [p for block in search.blocks for p in getattr(block, "paragraphs", ())]
    return [span for paragraph in paragraphs for span in paragraph]


def said(store: Store, asked: str, **where: str) -> str:
    return plain(tuple(spans(store, asked, **where))).replace("\u00a0", " ").replace("\u202f", " ")


def figures(store: Store, asked: str) -> tuple[Exhibit, ...]:
    return exhibits_in(finding.panel().blocks(view_of(store, asked)))


@pytest.mark.parametrize("path", ["/", "/quartiers"])
def test_a_street_in_a_quarter_says_so_with_its_perimeters_and_its_limit(
    chambery: Store, path: str
) -> None:
    told = said(chambery, "rue du pre de l'ane", path=path)
    start = "Rue du Pré de l’Ane : le point connu de cette voie est dans le quartier prioritaire"
    assert told.startswith(f"{start} Les Hauts-de-Chambéry (périmètres de 2024).")
    assert "vérifiez le numéro sur sig.ville.gouv.fr, qui fait foi." in told


def test_a_street_in_none_names_the_nearest_and_how_far_it_is(chambery: Store) -> None:
    told = said(chambery, "avenue des bernardines")
    assert "n’est dans aucun quartier ; le plus proche, Biollay - Bellevue, est à environ 3" in told
    assert "0 m (périmètres de 2024)." in told


def test_too_near_a_simplified_line_nothing_is_told(chambery: Store) -> None:
    told = said(chambery, "école bellevue")
    assert "est à moins de 15 m de la ligne simplifiée du Biollay - Bellevue ;" in told
    assert "dedans ou dehors, on ne peut pas dire (périmètres de 2024)." in told
    assert "Avec les périmètres de 2015, ce point est dans le quartier prioritaire" in told


def test_a_street_along_the_exact_line_is_on_neither_side(chambery: Store) -> None:
    told = said(chambery, "allée de bresse", more="&generation=2015")
    assert "est à moins de 5 m de la ligne des Hauts-de-Chambéry ;" in told


def test_a_number_that_is_not_known_is_said_to_be(chambery: Store) -> None:
    told = said(chambery, "12 rue de la république")
    assert "Les numéros des voies ne sont pas connus ici" in told


def test_a_commune_lists_its_quarters(chambery: Store) -> None:
    told = said(chambery, "cognin")
    assert "périmètres de 2024 : aucun quartier prioritaire ni en veille active." in told
    assert "périmètres de 2015 : 2 quartiers, La Forgerie et La Poterie." in told


def test_a_quarter_opens_its_page(chambery: Store) -> None:
    links = {span.href for span in spans(chambery, "hauts de chambery")}
    assert "/quartiers/QN07302M" in links


def test_several_names_are_links_to_choose_from(chambery: Store) -> None:
    links = [span for span in spans(chambery, "combes") if span.href]
    assert "Rue des Combes" in {span.text for span in links}
    for span in links:
        again = said(chambery, span.text)
        assert again.startswith(span.text)


def test_a_name_that_nothing_bears_says_what_may_be_found(chambery: Store) -> None:
    told = said(chambery, "xyzzy")
    assert told.startswith("Aucun nom ne répond. Sont connus ici : 782 voies, 76 lieux,")


def test_a_place_without_point_is_not_put_anywhere(chambery: Store) -> None:
    assert "n’a pas de point publié" in said(chambery, "csc combes")
    assert figures(chambery, "csc combes") == ()


def test_the_fictional_territory_answers_and_says_that_it_is_one(example: Store) -> None:
    told = said(example, "rue du fuseau")
    assert "est dans le quartier prioritaire La Crécelière (périmètres de 2024)." in told
    assert "Territoire fictif : aucun service officiel ne connaît ces lieux." in told
    assert "sig.ville.gouv.fr" not in told
    assert figures(example, "rue du fuseau")[0].tags[0] == "Territoire fictif"


def test_an_indicative_outline_says_that_nothing_is_sure(example: Store) -> None:
    assert "est dans le tracé indicatif de la Sarmandine ;" in said(example, "rue de la sarmandine")


def test_what_is_looked_for_stands_in_no_title_frame_nor_file_name(chambery: Store) -> None:
    view = view_of(chambery, "avenue des bernardines")
    assert view.asked_keys == ()
    page = next(page for page in PAGES if page.slug == "quartiers")
    for shown in exhibits_in(page.blocks(view)):
        assert "bernardines" not in shown.file_name
        assert "bernardines" not in shown.frame.line.lower()


@pytest.mark.parametrize("asked", ["loyer", "zorglub"])
def test_a_word_that_is_no_place_may_be_looked_for_everywhere(chambery: Store, asked: str) -> None:
    assert f"Chercher « {asked} » dans tout le site" in said(chambery, asked)
    ways = [span.href for span in spans(chambery, asked) if span.href.startswith("/recherche")]
    assert ways == [f"/recherche?mots={asked}"]
    assert "dans tout le site" not in said(chambery, "rue du pre de l'ane")
