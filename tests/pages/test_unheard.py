"""What an address asks in vain of a page is said, not hidden; what only sorts is not."""

from __future__ import annotations

from dashboard.store import Store
from tests.views import seen


def test_a_filter_of_another_page_is_said_and_kept_from_the_figures(chambery: Store) -> None:
    view = seen(chambery, "/", "theme=sante")
    assert [said.key for said in view.unheard] == ["theme"]
    assert any("n’agit pas sur cette page" in remark for remark in view.remarks)


def test_a_value_that_exists_nowhere_is_refused_by_name(chambery: Store) -> None:
    view = seen(chambery, "/", "theme=nulle-part")
    assert view.unheard == ()
    assert any("nulle-part" in remark and "n’existe pas" in remark for remark in view.remarks)


def test_a_key_that_is_almost_one_is_said_and_those_of_others_are_not(chambery: Store) -> None:
    for name, meant in (
        ("anne", "annee"),
        ("Piliers", "pilier"),
        ("quartie", "quartier"),
        ("annee[]", "annee"),
    ):
        (remark,) = seen(chambery, "/actions", f"{name}=2016").remarks
        assert name in remark
        assert f"«\u00a0{meant}\u00a0»" in remark
    for name in ("fbclid", "utm_source", "mtm_campaign", "x"):
        assert seen(chambery, "/actions", f"{name}=2016").remarks == ()


def test_an_order_asked_elsewhere_is_not_worth_a_word(chambery: Store) -> None:
    assert seen(chambery, "/evolutions", "tri=porteur").remarks == ()


def test_what_the_path_already_says_otherwise_is_told(chambery: Store) -> None:
    view = seen(chambery, "/quartiers/QP073001", "quartier=QP073002")
    assert any("n’agit pas sur cette page" in remark for remark in view.remarks)
    assert seen(chambery, "/quartiers/QP073001", "quartier=QP073001").remarks == ()
