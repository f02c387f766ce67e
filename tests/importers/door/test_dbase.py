"""The table of a shapefile is told into its cells, in the encoding that it is read in."""

import pytest

from dashboard.importers.door.dbase import DbaseTable, encoding_of, encoding_said, table_of


def table(*records: bytes, language: int = 0, count: int | None = None, wide: int = 5) -> bytes:
    """A table of a text of three bytes and a number of one."""
    told = len(records) if count is None else count
    head = b"\x03abc" + told.to_bytes(4, "little") + b"\x61\0" + bytes([wide, 0]) + bytes(17)
    columns = (b"dit".ljust(11, b"\0") + b"C\0\0\0\0\x03", b"n".ljust(11, b"\0") + b"N\0\0\0\0\1")
    named = b"".join(column.ljust(32, b"\0") for column in columns)
    return head + bytes([language, 0, 0]) + named + b"\r" + b"".join(records)


def read(content: bytes) -> DbaseTable:
    found = table_of(content)
    assert found is not None
    return found


def test_each_record_is_its_cells_and_none_where_it_is_deleted() -> None:
    found = read(table(b" abc1", b"*def2", b" ghi3"))
    assert list(found.rows()) == [(b"abc", b"1"), (), (b"ghi", b"3")]
    assert [(one.name, one.is_text) for one in found.columns] == [(b"dit", True), (b"n", False)]
    assert list(read(table(b" abc1..", wide=7)).rows()) == [(b"abc", b"1")]


@pytest.mark.parametrize("count", [2, 1_000_000])
def test_a_record_cut_short_and_what_comes_after_are_left_out(count: int) -> None:
    content = table(b" abc1", b" def2", b" gh", count=count)
    assert list(read(content).rows()) == [(b"abc", b"1"), (b"def", b"2")]


@pytest.mark.parametrize(
    "content", [b"", b"x" * 100, table()[:60], table(wide=4), bytes(10) + b"\1" + bytes(30)]
)
def test_what_is_no_table_is_told(content: bytes) -> None:
    assert table_of(content) is None


@pytest.mark.parametrize(
    ("said", "language", "told"),
    [
        (None, 0, "iso8859-1"),
        (None, 2, "cp850"),
        ("", 2, "iso8859-1"),
        ("1252", 0, "cp1252"),
        ("UTF-8", 3, "utf-8"),
    ],
)
def test_a_table_is_read_in_what_it_says_or_what_is_said_beside(
    said: str | None, language: int, told: str
) -> None:
    found = read(table(b" For\xea"[:4] + b"1", b" \xea  1", language=language))
    assert encoding_of(found, said) == told


def test_a_table_that_is_all_utf_8_is_read_so_whatever_it_says() -> None:
    assert encoding_of(read(table(" é 1".encode())), "1252") == "utf-8"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("UTF-8", "utf-8"),
        ("65001", "utf-8"),
        ("ANSI 1252", "cp1252"),
        ("CP850", "cp850"),
        ("ISO-8859-15", "iso8859-15"),
        ("88591", "iso8859-1"),
        ("MACINTOSH", "mac-roman"),
        ("hex", "iso8859-1"),
        ("undefined", "iso8859-1"),
        ("idna", "iso8859-1"),
        ("Mme Dupont", "iso8859-1"),
    ],
)
def test_an_encoding_is_told_by_its_name_or_its_number(said: str, told: str) -> None:
    assert encoding_said(said) == told
