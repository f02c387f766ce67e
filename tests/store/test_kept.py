"""The last answers are kept, no more than said."""

from __future__ import annotations

from dashboard.store.kept import Kept


def test_an_answer_is_made_once_while_it_is_held() -> None:
    kept: Kept[str] = Kept(2)
    assert kept.get("a", lambda: "made") == "made"
    assert kept.get("a", lambda: "again") == "made"


def test_the_one_asked_longest_ago_goes_first() -> None:
    kept: Kept[str] = Kept(2)
    for asked in ("a", "b", "a", "c"):
        kept.get(asked, lambda asked=asked: asked)  # type: ignore[misc]
    assert kept.get("a", lambda: "again") == "a"
    assert kept.get("b", lambda: "again") == "again"


def test_nothing_is_kept_where_nothing_may_be() -> None:
    kept: Kept[str] = Kept(0)
    kept.get("a", lambda: "made")
    assert kept.get("a", lambda: "again") == "again"
