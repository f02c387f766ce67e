"""What one version changes from the one before."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.depot import compare

FILES = {"orientations.csv": b"annee;texte\n2016;Aller vers\n"}


def test_a_table_asked_for_again_meanwhile_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(content: bytes, name: str) -> Any:
        read.append(name)
        return whole(content, name)

    whole = compare.table_of
    monkeypatch.setattr(compare, "table_of", counted)
    with compare.each_read_once():
        first, again = (compare.readable("orientations.csv", FILES) for _ in range(2))
    assert first is again
    assert [dict(row) for row in first] == [{"annee": "2016", "texte": "Aller vers"}]
    compare.readable("orientations.csv", FILES)
    assert read == ["orientations.csv", "orientations.csv"]
