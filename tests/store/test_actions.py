"""The list of lines: searched, sorted, paged."""

from __future__ import annotations

import pytest

from dashboard.domain import french
from dashboard.domain.option import Option
from dashboard.domain.selection import Selection, parse
from dashboard.pages import actions
from dashboard.store import Store
from dashboard.store.archive import Archive
from tests.spied import spied
from tests.walked import some


def select(store: Store, query: str) -> Selection:
    return parse(query, actions.PAGE.choices(store)).selection


def test_a_page_holds_at_most_25_lines_and_the_last_one_the_rest(chambery: Store) -> None:
    first = chambery.actions.page(select(chambery, "annee=2020"))
    last = chambery.actions.page(select(chambery, "annee=2020&page=99"))
    assert (first.count, first.pages, len(first.actions)) == (113, 5, 25)
    assert (last.page, len(last.actions)) == (5, 13)


def test_the_largest_amounts_come_first_unless_another_order_is_asked(chambery: Store) -> None:
    amounts = [a.amount for a in chambery.actions.page(select(chambery, "annee=2020")).actions]
    assert amounts == sorted(amounts, reverse=True)
    titles = chambery.actions.page(select(chambery, "annee=2020&tri=intitule")).actions
    names = [french.fold(a.title) for a in titles]
    assert names == sorted(names)


def test_a_quarter_counts_its_share_of_the_lines_that_it_shares(example: Store) -> None:
    whole = select(example, "periode=2015-2025&quartier=QP099001")
    found = example.actions.all(whole)
    shared = [action for action in found if len(action.quarters) > 1]
    assert shared
    assert all(action.share is not None and action.share < action.amount for action in shared)
    assert all(action.share is None for action in found if len(action.quarters) == 1)
    counted = [action.counted for action in found]
    assert counted == sorted(counted, reverse=True)
    assert sum(counted) == pytest.approx(example.money.total(whole)[0])
    assert example.actions.largest(whole, 5) == found[:5]


def test_a_ranked_list_is_the_whole_one_read_fifty_rows_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = select(store, f"periode={min(store.choices.years)}-{max(store.choices.years)}")
    whole = store.actions.all(every)
    asked: list[tuple[object, ...]] = []
    ranked, query = store.actions.ranked(every), Archive.query
    monkeypatch.setattr(Archive, "query", spied(query, asked))
    assert tuple(ranked[60:80]) == whole[60:80]
    assert len(asked) == 1
    assert tuple(ranked) == whole


@pytest.mark.parametrize(
    "words", ["chantiers éducatifs", "CHANTIERS educatifs", "éducatif chantier"]
)
def test_a_search_ignores_accents_case_and_order(chambery: Store, words: str) -> None:
    found = chambery.actions.page(select(chambery, f"periode=2016-2025&recherche={words}"))
    assert found.count > 0
    assert all("antier" in action.title.lower() for action in found.actions)


@pytest.mark.parametrize("words", ['"', "* OR 1", "NEAR(", "é'\"--", "😀"])
def test_no_search_breaks_the_list(chambery: Store, words: str) -> None:
    selection = select(chambery, "annee=2020").having("recherche", words)
    assert chambery.actions.page(selection).count >= 0


def test_the_history_of_an_action_holds_the_action(example: Store) -> None:
    renewed = example.actions.page(select(example, "annee=2023")).actions
    histories = [example.actions.history(action) for action in renewed]
    assert any(len(history) > 1 for history in histories)
    for action, history in zip(renewed, histories, strict=True):
        assert action in history


def test_an_unknown_identifier_gives_nothing(store: Store) -> None:
    assert store.actions.one("n'existe pas") is None


def test_a_page_number_out_of_range_is_not_a_page() -> None:
    assert not Option("page", "Page", low=1, high=10).accepts("0")
    assert not Option("page", "Page", low=1, high=10).accepts("٣")


def test_participations_are_those_of_the_lines_chosen(example: Store) -> None:
    for query in ("annee=2023", "annee=2023&quartier=QP099001", "annee=2023&recherche=atelier"):
        selection = select(example, query)
        codes = [action.code for action in example.actions.all(selection)]
        marks = ",".join("?" * len(codes))
        rows = example.archive.query(
            "select groupe, sum(prevu) as total from beneficiaires where axe = 'tranche'"
            f" and action in ({marks}) group by groupe",
            tuple(codes),
        )
        found = example.actions.participations(selection, "tranche")
        assert rows
        assert {group.name: group.planned.count for group in found.groups} == {
            row["groupe"]: row["total"] for row in rows
        }


def test_a_holder_year_by_year_has_all_its_lines(chambery: Store) -> None:
    slug = chambery.money.by_holder(select(chambery, "periode=2016-2025")).slices[0].slug
    found = chambery.actions.by_year(select(chambery, f"annee=2020&porteur={slug}"))
    assert [item.year for item in found] == list(chambery.choices.years)
    for item in found:
        page = chambery.actions.page(select(chambery, f"annee={item.year}&porteur={slug}"))
        assert item.count == page.count
        assert item.amount == pytest.approx(page.amount)
        assert len(item.holders) == (item.count > 0)


def test_a_search_year_by_year_names_the_holders_that_it_finds(chambery: Store) -> None:
    for item in some(chambery.actions.by_year(select(chambery, "annee=2020&recherche=chantier"))):
        lines = chambery.actions.all(select(chambery, f"annee={item.year}&recherche=chantier"))
        assert {*item.holders} == {action.holder for action in lines}
        assert item.count == len(lines)
