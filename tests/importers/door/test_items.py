"""JSON that nobody vouches for: depth, numbers and length are bounded."""

import pytest

from dashboard.importers.door import items
from dashboard.importers.door.items import json_of
from dashboard.importers.imported import Document, Refused


def test_numbers_out_of_measure_are_never_numbers() -> None:
    found = json_of(Document("a.json", b"[12, 1e999, NaN, -Infinity, " + b"9" * 9000 + b"]"))
    assert found == [12, None, None, None, "9" * 9000]


@pytest.mark.parametrize("content", [b"[" * 100_000, b"{", b"[1,]", b"abc"])
def test_what_is_no_json_is_none(content: bytes) -> None:
    assert json_of(Document("a.json", content)) is None


def test_a_list_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "MAX_ITEMS", 2)
    with pytest.raises(Refused, match="plus de"):
        json_of(Document("a.json", b"[1,2,3]"))
