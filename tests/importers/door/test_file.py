"""What lies on the disk: a regular file of a bounded size under a readable name, or a sentence."""

import os
import unicodedata
from pathlib import Path

import pytest

from dashboard.importers.door import file
from dashboard.importers.door.file import bounded, open_document
from dashboard.importers.imported import Document, Refused


def test_a_regular_file_is_read_even_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"abc")
    (tmp_path / "lien.csv").symlink_to(tmp_path / "a.csv")
    assert open_document(tmp_path / "a.csv") == Document("a.csv", b"abc")
    assert open_document(tmp_path / "lien.csv").content == b"abc"


def test_no_pipe_device_nor_folder_is_ever_opened_nor_a_link_to_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tuyau")
    for number, target in enumerate((tmp_path / "tuyau", Path("/dev/zero"), tmp_path)):
        link = tmp_path / f"lien-{number}"
        link.symlink_to(target)
        for path in (target, link):
            with pytest.raises(Refused, match="n’est pas un fichier"):
                open_document(path)


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/r\xe9gie.csv"
    Path(os.fsdecode(path)).write_bytes(b"a")
    with pytest.raises(Refused, match="nom du fichier") as refusal:
        open_document(Path(os.fsdecode(path)))
    assert str(refusal.value).encode("utf-8")


def test_a_name_is_kept_in_one_form(tmp_path: Path) -> None:
    path = tmp_path / unicodedata.normalize("NFD", "régie.csv")
    path.write_bytes(b"a")
    assert open_document(path).name == "régie.csv"


def test_an_empty_or_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="vide"):
        bounded(Document("a.csv", b""))
    monkeypatch.setattr(file, "MAX_BYTES", 3)
    (tmp_path / "a.csv").write_bytes(b"abcd")
    with pytest.raises(Refused, match="dépasse"):
        bounded(Document("a.csv", b"abcd"))
    with pytest.raises(Refused, match="dépasse"):
        open_document(tmp_path / "a.csv")
