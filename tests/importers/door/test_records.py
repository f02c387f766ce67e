"""Lines of a CSV to cells: taken + refused = lines of the file, whatever its quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.door.records import MAX_COLUMNS, records
from dashboard.importers.imported import Refused


def _read(*lines: str, width: int = 3) -> list[tuple[str, ...] | int]:
    """The cells of each row, or the number of the line that is a problem."""
    found = records("a.csv", lines, ";", width=width)
    return [record.problem.row if record.problem else record.cells for record in found]


def test_a_quoted_cell_may_hold_separators_marks_and_lines() -> None:
    assert _read('a;"b;c";1', 'd;"e ""f"" g";2', 'h;"i', 'j";3') == [
        ("a", "b;c", "1"),
        ("d", 'e "f" g', "2"),
        ("h", "i\nj", "3"),
    ]


def test_an_orphan_mark_is_refused_at_its_line_and_swallows_no_other() -> None:
    assert _read("a;b;1", 'c;"Fête;2', "d;e;3", "f;g;4") == [
        ("a", "b", "1"),
        2,
        ("d", "e", "3"),
        ("f", "g", "4"),
    ]


def test_two_orphan_marks_do_not_make_one_title_of_what_stands_between() -> None:
    assert _read('a;"Fête;1', "b;c;2", 'd;Bal" du Rouet;3') == [
        1,
        ("b", "c", "2"),
        ("d", 'Bal" du Rouet', "3"),
    ]


def test_a_title_that_begins_with_a_quotation_keeps_it() -> None:
    assert _read('a;"Légendes" au quartier;1') == [("a", '"Légendes" au quartier', "1")]


def test_a_row_with_more_cells_than_columns_is_refused_unless_they_are_empty() -> None:
    assert _read("a;b;1;;;", "a;b;1;d") == [("a", "b", "1"), 2]


def test_too_many_columns_or_lines_are_refused_before_they_are_cut() -> None:
    with pytest.raises(Refused, match="colonnes"):
        _read(";a" * (MAX_COLUMNS + 1))
    with pytest.raises(Refused, match="lignes"):
        _read(*["a"] * 300_003)
    assert len(_read(*["a;b;c"] * 300_001, "")) == 300_001


@given(st.lists(st.text(alphabet='ab;" ', max_size=8), max_size=12))
def test_no_line_is_ever_lost(lines: list[str]) -> None:
    """Each line that is not blank is in a row, in the row it continues, or is a problem."""
    place = 0
    for record in records("a.csv", lines, ";"):
        assert all(not line.strip() for line in lines[place : record.line - 1])
        assert record.after >= record.line
        place = record.after
    assert all(not line.strip() for line in lines[place:])
