"""The blocks that pages share: a range, never an average; a total of counts alone; true limits."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Notice, plain
from dashboard.pages import shared
from dashboard.store import Store
from tests.views import seen


def test_a_remark_on_the_address_is_a_warning(chambery: Store) -> None:
    assert shared.remarks(seen(chambery, "/")) == ()
    (notice,) = shared.remarks(seen(chambery, "/", "pilier=nulle-part"))
    assert isinstance(notice, Notice)
    assert "nulle-part" in plain(notice.paragraphs[0])


def test_a_rate_over_several_quarters_is_a_range(chambery: Store) -> None:
    found = shared.indicator_figure(seen(chambery, "/"), "taux-pauvrete")
    assert found is not None
    assert found.value.replace("\u00a0", " ").replace("\u202f", " ") == "40 % à 43 %"
    assert "Insee, Filosofi" in found.detail


def test_inhabitants_are_a_sum_and_are_not_said_where_one_quarter_is_unknown(
    chambery: Store,
) -> None:
    view = seen(chambery, "/")
    found = shared.population(view)
    assert found is not None
    assert found.label == "Habitants des deux quartiers prioritaires"


def test_the_key_figure_of_money_is_that_of_the_list(chambery: Store) -> None:
    found = shared.money_figure(seen(chambery, "/", "annee=2024"))
    assert found is not None
    assert "63" in found.detail
    assert found.href.startswith("/actions?annee=2024")


def test_a_territory_without_money_says_so_and_claims_no_number(chambery: Store) -> None:
    without = replace(chambery, coverage=replace(chambery.coverage, lines=0))
    view = replace(seen(chambery, "/"), store=without)
    assert shared.money_figure(view) is None
    assert shared.money_limits(view) == (shared.NO_MONEY,)
    assert plain(shared.money_sentence(view)) == shared.NO_MONEY


def test_what_is_invented_or_proposed_is_among_the_limits(chambery: Store, example: Store) -> None:
    assert "Tout est inventé" in shared.money_limits(seen(example, "/"))[0]
    said = " ".join(shared.money_limits(seen(chambery, "/")))
    assert "Tout est inventé" not in said
    assert "proposés par des règles" in said


def test_where_no_indicator_is_published_the_commune_is_named_as_such(chambery: Store) -> None:
    quarter = next(q for q in chambery.places.quarters("2015") if q.kind.name == "QVA")
    said = shared.commune_instead(seen(chambery, "/"), quarter)
    assert said.title == shared.SITUATION
    assert "aucun n’est emprunté" in plain(said.paragraphs[0])
    assert all("Pour la commune entière : " in plain(line) for line in said.paragraphs[1:])
