"""What asks too much dies apart, and is refused by a sentence; the rest comes back whole."""

import os
import time

import pytest

from dashboard.importers.door import pace
from dashboard.importers.door.confined import FAILED, Bounds, bounds_for, confined
from dashboard.importers.imported import Document, Refused, refuse
from dashboard.system.progress import EVERY
from tests.importers.door.makers import zipped

SMALL = bounds_for(Document("a.csv", b"a" * 1_000))


def _double(text: str) -> str:
    pace.said(EVERY, 2 * EVERY)
    return text * 2


def _turn() -> None:
    while True:
        pass


def _swell() -> bytes:
    return b"x".join(bytes(10_000_000) for _ in range(60))


def _refuse() -> None:
    raise refuse("a.csv", "ce n’est rien.", "Rien à faire.", 3)


def _set() -> dict[str, str]:
    return dict(os.environ)


def _break() -> None:
    raise KeyError("CODGEO")


def test_what_the_work_gives_comes_back_and_its_pace_is_told() -> None:
    told: list[str] = []
    assert confined("a.csv", SMALL, _double, "ab", tell=told.append) == "abab"
    assert told == ["Lecture\u00a0: 20\u202f000 lignes sur 40\u202f000."]


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (_refuse, "ligne 3 : ce n’est rien"),
        (_swell, "trop de mémoire"),
        (os.abort, "abîmé, ou démesuré"),
        (_break, f"{FAILED} .KeyError."),
    ],
)
def test_a_work_that_does_not_end_well_is_a_sentence_in_the_name_of_the_file(
    work: object, words: str
) -> None:
    with pytest.raises(Refused, match=words.replace(" :", ".:")) as refusal:
        confined("a.csv", SMALL, work)  # type: ignore[arg-type]
    assert refusal.value.problem.file == "a.csv"


@pytest.mark.parametrize("fresh", [True, False])
def test_a_work_knows_what_is_set_now_for_a_reading_and_no_secret(
    monkeypatch: pytest.MonkeyPatch, fresh: bool
) -> None:
    monkeypatch.setenv("BASE", "postgresql://nom:secret@machine/base")
    confined("a.csv", SMALL, _set, fresh=fresh)
    monkeypatch.setenv("DEPOT_MO", "7")
    known = confined("a.csv", SMALL, _set, fresh=fresh)
    assert known["DEPOT_MO"] == "7"
    assert "BASE" not in known


def test_a_work_without_end_is_stopped_by_what_it_computes_or_by_the_clock() -> None:
    start = time.process_time()
    with pytest.raises(Refused, match="trop de calcul"):
        confined("a.csv", Bounds(1, 60, 1 << 28), _turn)
    with pytest.raises(Refused, match="trop de calcul"):
        confined("a.csv", Bounds(5, 1, 1 << 28), time.sleep, 60)
    assert time.process_time() - start < 2


def test_a_large_table_of_text_has_the_time_and_the_memory_it_takes() -> None:
    large = bounds_for(Document("a.csv", b"a" * 30_000_000))
    assert (SMALL.seconds, large.seconds) == (4, 118)
    assert SMALL.memory < 300 * 1024 * 1024 < large.memory


def test_a_reading_against_a_large_territory_has_what_that_takes() -> None:
    large = SMALL.against(1_000_000)
    assert (large.seconds - SMALL.seconds, large.wait - SMALL.wait) == (20, 120)
    assert large.memory - SMALL.memory == 1_000 * 1024 * 1024
    assert SMALL.against(5_000) == SMALL


@pytest.mark.parametrize("start", [b"PK\3\4\0", b"[", b"SQLite format 3\0"])
def test_what_can_say_more_than_it_weighs_is_bounded_whatever_its_size(start: bytes) -> None:
    size = 60_000_000
    bounds = bounds_for(Document("a", start + b"a" * size))
    assert bounds.memory + 2 * size <= 380 * 1024 * 1024
    assert bounds.seconds < 65


def test_a_workbook_has_the_time_that_its_xml_takes() -> None:
    with_xml = Document("a.xlsx", zipped({"a.xml": os.urandom(8_000_000)}))
    without = Document("a.xlsx", zipped({"a.bin": os.urandom(8_000_000)}))
    assert bounds_for(with_xml).seconds == bounds_for(without).seconds + 2
    assert bounds_for(with_xml).memory <= 380 * 1024 * 1024
