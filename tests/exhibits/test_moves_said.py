"""How a change is said agrees with how many changed, in each unit."""

from __future__ import annotations

import pytest

from dashboard.domain import french
from dashboard.exhibits.moves_said import WORDS

SAID = [
    pytest.param(words, id=f"{unit}-{move}")
    for unit, moves in WORDS.items()
    for move, words in moves.items()
    if words
]


@pytest.mark.parametrize("words", SAID)
def test_one_and_several_are_said_apart(words: str) -> None:
    one, many = french.agree(words, 1), french.agree(words, 3)
    assert one != many
    assert not {"[", "]", "|"} & set(one + many)
    assert many.startswith(one.split(" ", 1)[0])
