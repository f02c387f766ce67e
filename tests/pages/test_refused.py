"""The questions without answer: said where one asks them, unless the territory answers."""

from __future__ import annotations

from dashboard.content import Fold, plain
from dashboard.pages import PAGES, refused, router
from dashboard.store import Store
from dashboard.words import refusals
from tests.views import seen
from tests.walked import some


def test_a_territory_that_knows_is_not_said_not_to(chambery: Store, example: Store) -> None:
    cost = refusals.asked("coût")[0]
    assert refused.answered(seen(example, "/"), cost)
    assert not refused.answered(seen(chambery, "/"), cost)


def test_every_refusal_leads_to_a_page_and_stands_where_one_looks(chambery: Store) -> None:
    slugs = {page.slug for page in PAGES}
    for item in some(refusals.REFUSALS):
        path = item.instead[1].partition("?")[0].partition("#")[0]
        assert path == "/bilan" or router.find(PAGES, path, chambery)
        assert item.pages
        assert set(item.pages) <= slugs


def test_a_refusal_says_so_first_then_why_then_what_to_read(chambery: Store) -> None:
    item = refusals.asked("chômage")[0]
    said = refused.said(seen(chambery, "/evolutions", "annee=2019"), item)
    assert plain(said).startswith(f"On ne peut pas dire. {item.reason} À")
    (link,) = [span for span in said if span.href]
    assert link.text == item.instead[0]
    assert "indicateur=demandeurs-emploi-abc" in link.href
    assert "annee=2019" in link.href


def test_a_page_folds_its_questions_and_one_without_any_shows_nothing(chambery: Store) -> None:
    view = seen(chambery, "/actions")
    (fold,) = refused.panel("actions").blocks(view)
    assert isinstance(fold, Fold)
    assert fold.summary == refused.TITLE
    assert refused.panel("mentions-legales").blocks(view) == ()
