"""Bytes to text: the encoding is told, what is damaged is marked, nothing invisible is kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.door.text import LOST, clean, damaged, text_of
from dashboard.importers.imported import Document, Refused

SENTENCE = "Médiation à l’été, fête de la Crécelière;Régie d’à côté;1500\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_encodings_that_say_their_name_are_read(encoding: str) -> None:
    assert text_of(Document("a.csv", SENTENCE.encode(encoding))) == SENTENCE


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_a_few_accents_are_enough_to_tell_the_older_encodings(encoding: str) -> None:
    few = "objet;montant\nFête à Noël;900\nAtelier cuisine;1500\n"
    assert text_of(Document("a.csv", few.encode(encoding))) == few


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_the_older_encodings_of_french_files_are_told_apart(encoding: str) -> None:
    assert text_of(Document("a.csv", (SENTENCE * 4).encode(encoding))) == SENTENCE * 4


def test_one_line_of_another_encoding_spoils_itself_alone() -> None:
    lines = [SENTENCE.encode(), SENTENCE.encode(), "Comité;2\n".encode("cp1252")]
    read = text_of(Document("a.csv", b"".join(lines))).splitlines()
    assert [bool(damaged(line)) for line in read] == [False, False, True]
    assert read[0] == SENTENCE.rstrip()


def test_accents_that_were_read_wrongly_before_us_are_told() -> None:
    assert "abîmés" in damaged("Chambéry".encode().decode("cp1252"))
    assert "abîmés" in damaged("l’été".encode().decode("cp1252"))
    assert damaged("SÃO TOMÉ, Ångström, À l’été, Ÿ") == ""


def test_a_nul_far_in_a_text_spoils_its_line() -> None:
    assert damaged("a;\0b;1")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refused, match="pas un texte"):
        text_of(Document("a.bin", b"\x00\x01\x02"))


def test_marks_of_direction_and_control_characters_go() -> None:
    assert clean("a\u202eb\u200fc\u2066d\u200be\x07f\x85g") == "abcdefg"
    assert damaged(clean("a\x00b"))
    assert damaged(clean("a\ud800b"))


@given(st.text())
def test_a_clean_text_is_utf8_and_stays_what_it_is(text: str) -> None:
    once = clean(text)
    assert once.encode("utf-8")[:0] == b""
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert LOST in once or "\ud800" not in once
