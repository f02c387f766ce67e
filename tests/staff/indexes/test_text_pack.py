"""A word is found in the texts that hold it, and in no two of them together."""

from __future__ import annotations

import pytest

from dashboard.staff.indexes.text_pack import TextPack

TEXTS = ("abcab", "", "c", "éab", "b", "abca")


@pytest.mark.parametrize("word", ["a", "ab", "abca", "éa", "ca", "bé", "cab", "zz", "abcabc"])
def test_a_word_is_found_where_one_text_holds_it_whole(word: str) -> None:
    found = TextPack.of(TEXTS).holding(word)
    assert [bool(one) for one in found] == [word in text for text in TEXTS]


def test_texts_are_read_back_as_they_were() -> None:
    assert tuple(TextPack.of(TEXTS)) == TEXTS
    assert not TextPack.of(()).holding("a").any()
