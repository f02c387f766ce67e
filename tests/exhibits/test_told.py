"""The lines in words: each number carries the scope that it answers, an absence is no zero."""

from __future__ import annotations

import pytest

from dashboard import keys
from dashboard.content import plain
from dashboard.domain.claim import Claim
from dashboard.domain.funding import UNNAMED
from dashboard.exhibits import told
from dashboard.store import Store
from tests.views import seen


def test_the_numbers_of_a_view_are_those_of_the_store(chambery: Store) -> None:
    found = told.of(seen(chambery, "/actions", "annee=2024"))
    assert (found.count, round(found.amount)) == (63, 829_043)
    claim = found.euros().claim
    assert isinstance(claim, Claim)
    assert (claim.measure, claim.value, claim.scope) == (told.AMOUNT, found.amount, found.scope)


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("", "le contrat de ville"),
        ("pilier=emploi", "le pilier « Développement économique et emploi »"),
        ("quartier=QP073001", "le quartier du Biollay - Bellevue"),
    ],
)
def test_what_the_lines_are_for_is_said_by_the_filters(
    chambery: Store, query: str, where: str
) -> None:
    assert told.where(seen(chambery, "/actions", query)) == where


def test_another_filter_stands_between_brackets(chambery: Store) -> None:
    said = told.where(seen(chambery, "/actions", "theme=sante"))
    assert said.startswith("la sélection (")
    assert "anté" in said


def test_a_search_without_answer_says_so_and_gives_no_number(chambery: Store) -> None:
    found = told.of(seen(chambery, "/actions", "recherche=zzzz"))
    assert found.sum() == told.NO_LINE
    said = plain(told.sentence(seen(chambery, "/actions", "annee=2024&recherche=zzzz")))
    assert said.startswith("En 2024, rien d’engagé pour ")
    assert "€" not in said


def test_a_quarter_that_no_line_names_is_unnamed(chambery: Store) -> None:
    view = seen(chambery, "/actions", "annee=2016&quartier=QP073002&recherche=zzzz")
    assert told.of(view).absence == UNNAMED
    assert "aucune ligne ne nomme" in plain(told.sentence(view))
    assert told.named_cell(0).text == told.named_cell(None).text == UNNAMED


def test_beside_a_quarter_stands_what_names_none(chambery: Store) -> None:
    view = seen(chambery, "/actions", "annee=2024&quartier=QP073001")
    said = told.beside(view)
    assert "sans quartier nommé" in said
    assert "de tout le montant de 2024" in said
    claims = [span.claim for span in told.beside_span(view) if span.claim]
    assert all(isinstance(claim, Claim) and claim.measure == told.SHARE for claim in claims)
    assert all(
        keys.QUARTER.value(claim.scope) == "" for claim in claims if isinstance(claim, Claim)
    )


def test_the_lines_without_quarter_are_counted_among_all(chambery: Store) -> None:
    said = plain(told.lines_beside(seen(chambery, "/actions", "annee=2024")))
    assert said.endswith(" sur 63")


@pytest.mark.parametrize("more", ["", "&quartier=QP099006"])
def test_lines_that_only_stand_at_another_stage_are_told_with_it(example: Store, more: str) -> None:
    view = seen(example, "/actions", f"annee=2015&recherche=sciences+tuilandi%C3%A8re{more}")
    assert told.of(view).absence == "aucun montant accordé"
    found = told.sentence(view)
    said = plain(found)
    assert said.startswith("En 2015, rien d’accordé pour ")
    assert "aucune ligne" not in said
    claims = [span.claim for span in found if isinstance(span.claim, Claim)]
    assert {claim.part for claim in claims} == {("etape", "demandé")}
    assert [claims[0].value, claims[1].value] == [1, 4_600]
