"""A table of text is counted on its bytes: what is no table is refused before it is decoded."""

import pytest

from dashboard.importers.door import lines
from dashboard.importers.door.lines import MAX_LINE, MAX_LINES, lines_of
from dashboard.importers.imported import Document, Refused


def _lines(content: bytes) -> tuple[str, ...]:
    return tuple(lines_of(Document("a.csv", content)))


def test_lines_are_those_of_an_editor() -> None:
    assert _lines(b"a\r\nb\rc\n\nd") == ("a", "b", "c", "", "d")


def test_no_table_has_so_many_lines_nor_so_long_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(_lines(b"a\n" * (MAX_LINES + 1))) == MAX_LINES + 1
    assert len(_lines(b"a\n" + b"b" * MAX_LINE)) == 2
    monkeypatch.setattr(lines, "encoding_of", _unexpected)
    for content in (b"a\n" * (MAX_LINES + 3), b"a\r" * (MAX_LINES + 3)):
        with pytest.raises(Refused, match=r"1.000.000 lignes"):
            _lines(content)
    with pytest.raises(Refused, match=r"ligne 2.*131.072 octets"):
        _lines(b"a\n" + b"b" * (MAX_LINE + 1))


def _unexpected(_: Document) -> str:
    raise AssertionError("décodé avant d’être compté")


def test_ends_of_lines_of_both_kinds_are_counted_together() -> None:
    with pytest.raises(Refused, match=r"1.000.000 lignes"):
        _lines(b"a\rb\n" * (MAX_LINES // 2 + 5))
