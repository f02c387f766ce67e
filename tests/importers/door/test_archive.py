"""A ZIP is opened in memory, each member checked first; what is hostile or damaged is named."""

import zipfile

import pytest

from dashboard.importers.door import archive
from dashboard.importers.door.archive import unzipped
from dashboard.importers.door.confined import bounds_for
from dashboard.importers.imported import Document, Refused
from dashboard.importers.recognise import recognise
from tests.importers.door.makers import zipped
from tests.spied import spied


def _damaged(method: int) -> bytes:
    content = bytearray(zipped({"a.csv": b"Crecelieres;" * 90}, method))
    start = 30 + len("a.csv")
    content[start : start + 12] = b"\xff" * 12
    return bytes(content)


HOSTILE = (
    (zipped({"../../etc/passwd": b"x"}), "hors de son dossier"),
    (zipped({"/etc/passwd": b"x"}), "hors de son dossier"),
    (zipped({"C:\\windows\\a.csv": b"x"}), "hors de son dossier"),
    (zipped({".": b"x"}), "pas de nom"),
    (zipped({f"{rank}.csv": b"x" for rank in range(51)}), "50 au plus"),
    (zipped({"a.csv": b"0" * 2_000_000}), "gonfle"),
    (zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": b"PK"})})}), "ZIP qui en contiennent"),
    (b"PK\x03\x04" + b"\0" * 40, "abîmé"),
    (b"PK\x03\x04" + b"PK\x01\x02" * 5_001, "plus de 5\u202f000\u00a0fichiers"),
    (_damaged(zipfile.ZIP_DEFLATED), "abîmé"),
    (_damaged(zipfile.ZIP_LZMA), "abîmé"),
    (_damaged(zipfile.ZIP_BZIP2), "abîmé"),
)
"""ZIPs that are refused, and a word of why."""


def test_files_are_given_by_their_bare_names_those_of_inner_zips_too() -> None:
    inner = zipped({"c.csv": b"3"})
    content = zipped({"dossier/a.csv": b"1", "b.csv": b"2", "i.zip": inner})
    found = {item.name: item.content for item in unzipped(Document("a.zip", content))}
    assert found == {"a.csv": b"1", "b.csv": b"2", "c.csv": b"3"}


def test_what_a_macintosh_adds_is_left_out() -> None:
    content = zipped({"a.csv": b"1", "__MACOSX/._a.csv": b"x", "._b": b"y", ".DS_Store": b"z"})
    assert [item.name for item in unzipped(Document("a.zip", content))] == ["a.csv"]


@pytest.mark.parametrize(("content", "words"), HOSTILE)
def test_a_hostile_or_damaged_zip_is_refused_in_its_own_name(content: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        unzipped(Document("donné.zip", content))
    assert refusal.value.problem.file == "donné.zip"


def test_it_is_opened_once_though_each_importer_looks_at_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr(archive, "_files", spied(archive._files, opened))
    for content in (zipped({"une fois.csv": b"a;b\n"}), zipped({"../une fois.csv": b"a;b\n"})):
        known = [recognise(Document("p.zip", content)) for _ in range(2)]
        assert known == [None, None]
    assert [name for name, *_ in opened] == ["p.zip", "p.zip"]


def test_all_the_levels_share_one_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "most_opened", lambda: 3_000)
    inner = {f"{rank}.zip": zipped({"x": bytes(1_000)}) for rank in range(4)}
    with pytest.raises(Refused, match="une fois ouvert"):
        unzipped(Document("a.zip", zipped(inner)))


def test_a_zip_holds_what_a_file_may_weigh_and_its_reading_has_the_means_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "LEAST_OPENED", 1)
    monkeypatch.setenv("DEPOT_MO", "1")
    rows = b"".join(b"%d;%d\n" % (rank, rank * 7919 % 1_000_003) for rank in range(110_000))
    given, bare = Document("a.zip", zipped({"a.csv": rows})), Document("a.csv", rows)
    assert 1024 * 1024 < len(rows) < 2 * 1024 * 1024
    with pytest.raises(Refused, match="dépasse 1 Mo une fois ouvert"):
        unzipped(given)
    small = bounds_for(given)
    monkeypatch.setenv("DEPOT_MO", "2")
    assert [one.content for one in unzipped(given)] == [rows]
    assert small.seconds < bounds_for(bare).seconds <= bounds_for(given).seconds
    assert small.memory < bounds_for(given).memory


def test_a_member_without_name_is_refused_by_a_sentence() -> None:
    nameless = bytearray(zipped({"x": b"1"}))
    at = nameless.index(b"PK\1\2") + 28
    nameless[at] = 0
    with pytest.raises(Refused):
        unzipped(Document("a.zip", bytes(nameless)))
