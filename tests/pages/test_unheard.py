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


def test_an_order_asked_elsewhere_is_not_worth_a_word(chambery: Store) -> None:
    assert seen(chambery, "/evolutions", "tri=porteur").remarks == ()


def test_what_the_path_already_says_otherwise_is_told(chambery: Store) -> None:
    view = seen(chambery, "/quartiers/QP073001", "quartier=QP073002")
    assert any("n’agit pas sur cette page" in remark for remark in view.remarks)
    assert seen(chambery, "/quartiers/QP073001", "quartier=QP073001").remarks == ()
