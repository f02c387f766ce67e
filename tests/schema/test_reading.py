"""A table is read whole, as text, each row known by its line; or refused by a named problem."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.schema import Unreadable, lines_of, records_of, table_of


def test_every_cell_is_text_and_rows_are_known_by_their_line() -> None:
    frame = table_of(b"code;nom\n001;NA\n\n002;\n", "t.csv")
    assert frame["code"].tolist() == ["001", "002"]
    assert frame["nom"].tolist() == ["NA", ""]
    assert lines_of(frame) == [2, 4]


def test_a_cell_on_two_lines_does_not_shift_the_count() -> None:
    frame = table_of(b'code;nom\n1;"a\nb"\n2;c\n', "t.csv")
    assert lines_of(frame) == [2, 4]


def test_a_spreadsheet_s_mark_at_the_start_is_no_part_of_the_first_column() -> None:
    assert list(table_of("\ufeffcode;nom\n1;é\n".encode(), "t.csv").columns) == ["code", "nom"]


def test_a_table_read_by_other_means_counts_its_lines_too() -> None:
    frame = table_of(b"code\na\nb\n", "t.csv").reset_index(drop=True)
    assert list(lines_of(frame)) == [2, 3]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 1, "vide"),
        ("code;nom\n1;é\n".encode("cp1252"), 2, "UTF-8"),
        (b"code,nom\n1,2\n", 1, "virgules"),
        (b"code;nom\n1;2;3\n", 2, "3 cases pour 2 colonnes"),
        (b"code;nom\n1;2\n1\n", 3, "1 cases pour 2 colonnes"),
        (b"code;code\n1;2\n", 1, "deux fois"),
        (b'code;nom\n1;"ouvert\n', 2, "guillemets"),
    ],
)
def test_what_is_no_table_is_refused_by_its_line(content: bytes, line: int, words: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        table_of(content, "t.csv")
    assert refusal.value.problem.row == line
    assert words in refusal.value.problem.sentence()


@given(st.binary(max_size=200))
@settings(max_examples=60)
def test_any_bytes_give_a_table_or_a_named_problem(content: bytes) -> None:
    with contextlib.suppress(Unreadable):
        frame = table_of(content, "t.csv")
        assert len(lines_of(frame)) == len(frame)


def test_the_rows_of_a_table_are_its_cells_by_column() -> None:
    table = table_of(b"a;b\n1;\n2;x|y\n", "essai.csv")
    assert records_of(table) == [{"a": "1", "b": ""}, {"a": "2", "b": "x|y"}]
    assert records_of(table_of(b"a;b\n", "essai.csv")) == []
