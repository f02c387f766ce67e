"""Lines of a CSV to cells: taken + refused = lines of the file, whatever its quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.door import records as door_records
from dashboard.importers.door.records import MAX_COLUMNS, SourceLine, records, rows_under
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


def test_a_line_of_too_many_columns_is_refused_before_it_is_cut() -> None:
    with pytest.raises(Refused, match="colonnes"):
        _read(";a" * (MAX_COLUMNS + 1))


def test_the_rows_under_a_header_are_measured_as_they_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    header = SourceLine(1, 1, ("a", "b"))
    with pytest.raises(Refused, match=r"ligne 3.*colonnes"):
        list(rows_under("a.csv", ["a;b", "1;2", "1" + ";a" * MAX_COLUMNS], ";", header))
    monkeypatch.setattr(door_records, "MAX_CELLS", 5)
    assert len(list(rows_under("a.csv", ["a;b", "1;2", "3;;;"], ";", header))) == 2
    with pytest.raises(Refused, match="5 cases"):
        list(rows_under("a.csv", ["a;b", "1;2", "3;4", "5;6"], ";", header))


def test_an_accent_lost_in_the_second_line_of_a_cell_spoils_the_row() -> None:
    assert _read('a;"b', 'c�";1', "d;e;2") == [1, ("d", "e", "2")]


@given(st.lists(st.text(alphabet='ab;" ', max_size=8), max_size=12))
def test_no_line_is_ever_lost(lines: list[str]) -> None:
    """Each line that is not blank is in a row, in the row it continues, or is a problem."""
    place = 0
    for record in records("a.csv", lines, ";"):
        assert all(not line.strip() for line in lines[place : record.line - 1])
        assert record.after >= record.line
        place = record.after
    assert all(not line.strip() for line in lines[place:])


@given(st.lists(st.text(alphabet='ab;"\ufffd ', max_size=8), max_size=90), st.integers(1, 40))
def test_rows_are_the_same_however_many_lines_are_cut_at_once(
    lines: list[str], at_once: int
) -> None:
    whole = list(records("a.csv", lines, ";", 1, 2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door_records, "_AT_ONCE", at_once)
        assert list(records("a.csv", lines, ";", 1, 2)) == whole
