"""Text breaks where French allows it, and fits its room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.image import lines
from dashboard.exports.image.lines import LetterRun, TextStyle

STYLE = TextStyle(13, "#000000")
SAID = "En 2016, 383\u202f099\u00a0€ pour le pilier «\u00a0Emploi\u00a0» · source officielle."


def said(found: tuple[lines.RunLine, ...]) -> list[str]:
    return ["".join(run.text for run in line) for line in found]


@given(st.floats(60, 600))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(room: float) -> None:
    found = lines.wrap((LetterRun(SAID),), STYLE, room)
    assert all(lines.wide(line, STYLE) <= room for line in found)
    assert "".join(said(found)).replace(" ", "").replace("\u00a0·", "·") == SAID.replace(" ", "")


def test_a_number_keeps_its_unit_and_no_line_begins_with_a_dot() -> None:
    for room in range(100, 500, 7):
        found = said(lines.wrap((LetterRun(SAID),), STYLE, room))
        assert any("383\u202f099\u00a0€" in line for line in found)
        assert not any(line.startswith("·") for line in found)


def test_an_address_is_cut_after_a_sign() -> None:
    address = "https://observatoire.exemple/quartiers/QP073001?annee=2016&pilier=emploi"
    found = said(lines.wrap((LetterRun(address),), STYLE, 220))
    assert "".join(found) == address
    assert len(found) > 1
    assert all(line[-1] in "/?&" for line in found[:-1])


def test_strong_letters_are_wider_and_stay_strong() -> None:
    assert lines.wide((LetterRun("Lecture", strong=True),), STYLE) > lines.width("Lecture", STYLE)
    [line] = lines.wrap((LetterRun("Lecture : ", strong=True), LetterRun("en 2016.")), STYLE, 500)
    assert [run.strong for run in line] == [True, False]


@pytest.mark.parametrize("room", [150, 260, 340])
def test_a_title_has_no_short_last_line(room: int) -> None:
    runs = (LetterRun("Montant des subventions de l’État par pilier, 2016-2025"),)
    plain, even = (cut(runs, STYLE, room) for cut in (lines.wrap, lines.balance))
    assert len(plain) == len(even)
    widths = [lines.wide(line, STYLE) for line in even]
    assert max(widths) <= max(lines.wide(line, STYLE) for line in plain)
    assert all(abs(a - b) < room / 2 for a, b in pairwise(widths))
