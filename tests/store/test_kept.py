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


def test_answers_are_weighed_and_the_oldest_make_room() -> None:
    kept: Kept[str] = Kept(5, len)
    kept.hold("a", "aaa")
    kept.hold("b", "bb")
    assert (kept.find("a"), kept.find("b")) == ("aaa", "bb")
    kept.hold("c", "cc")
    assert (kept.find("a"), kept.find("b"), kept.find("c")) == (None, "bb", "cc")


def test_an_answer_made_again_takes_its_own_place() -> None:
    kept: Kept[str] = Kept(5, len)
    kept.hold("a", "aaaa")
    kept.hold("a", "aa")
    kept.hold("b", "bbb")
    assert (kept.find("a"), kept.find("b")) == ("aa", "bbb")


def test_what_is_too_heavy_is_not_kept() -> None:
    kept: Kept[str] = Kept(5, len)
    kept.hold("a", "aaaaaa")
    assert kept.find("a") is None
