"""The files of a territory are read one at a time, when they are asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.depot import NotKept, package
from dashboard.depot.kept_files import KeptFiles
from dashboard.depot.package import standing, taken
from tests.conftest import ROOT


def test_a_content_is_read_when_it_is_asked_for_and_once() -> None:
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return name.encode()

    files = KeptFiles({"a": "1", "b": "2"}, read)
    assert ("a" in files, "c" in files, list(files), asked) == (True, False, ["a", "b"], [])
    assert files["a"] == files["a"] == b"a"
    assert asked == ["a"]
    assert files == {"a": b"a", "b": b"b"}
    with pytest.raises(KeyError):
        files["c"]


def test_a_folder_as_it_stands_is_what_is_taken_of_it_and_a_change_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(ROOT / "data" / "exemple", tmp_path / "exemple"))
    before = standing(folder, "exemple")
    assert before == taken(folder, "exemple")[0]
    (folder / "sources.csv").write_text("id\n", encoding="utf-8")
    monkeypatch.setattr(package, "sha256", lambda _: "read again")
    after = standing(folder, "exemple")
    again = [name for name, sum_ in after.sums.items() if sum_ != before.sums[name]]
    assert again == ["sources.csv"]
    with pytest.raises(NotKept, match="autre"):
        standing(folder, "autre")
