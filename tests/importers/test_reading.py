"""Bytes that nobody vouches for; texts to numbers and dates."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers import reading
from dashboard.importers.imported import Document, Refused


def _zip(*names: str, content: bytes = b"x") -> Document:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return Document("a.zip", stream.getvalue())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3\u202f631", 3631),
        ("1 234,5", 1234.5),
        ("1\u00a0234", 1234),
        ("53,8", 53.8),
        ("0,260", 0.26),
        ("-10,4", -10.4),
        ("\u2212 4,1", -4.1),
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("123483,780", 123483.78),
        ("12000.50 €", 12000.5),
        ('"7"', 7),
        ("23597.2", 23597.2),
    ],
)
def test_french_and_plain_numbers_are_read(text: str, value: float) -> None:
    assert reading.number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "s", "n.d.", "12,345", "1.500", "1,2,3", "douze", "1e5"])
def test_what_is_no_sure_number_is_none_rather_than_a_guess(text: str) -> None:
    assert reading.number(text) is None


@given(st.floats(min_value=-1e9, max_value=1e9).map(lambda value: round(value, 4)))
@settings(max_examples=80)
def test_a_number_shown_reads_back(value: float) -> None:
    text = reading.shown(value)
    assert float(text) == pytest.approx(value)
    assert "e" not in text


@given(st.text(max_size=30))
@settings(max_examples=80)
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert isinstance(reading.number(text), float | None)
    assert isinstance(reading.date(text), dt.date | None)
    assert reading.plain(text) == reading.plain(reading.plain(text))


@pytest.mark.parametrize(
    "text", ["2020-03-12", "12/03/2020", "2020-03-12T00:00:00", "43902", "20200312", "2020/03/12"]
)
def test_the_dates_of_the_files_are_read(text: str) -> None:
    assert reading.date(text) == dt.date(2020, 3, 12)


@pytest.mark.parametrize("text", ["", "2020-02-30", "31/13/2020", "mars 2020"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert reading.date(text) is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("999 001 019 00010", "99900101900010"),
        ("99900101900010.0", "99900101900010"),
        ("1234567890123", "01234567890123"),
        ("999001019", "999001019"),
        ("MJC DU ROUET", ""),
    ],
)
def test_a_siret_keeps_its_digits_and_gets_its_zeros_back(text: str, digits: str) -> None:
    assert reading.siret(text) == digits


@pytest.mark.parametrize("text", ['="13055"', '"="', '""13055""', " 13055 "])
def test_a_cell_loses_what_a_spreadsheet_wraps_it_in(text: str) -> None:
    assert reading.plain(text) in ("13055", "=")


def test_a_title_that_begins_with_a_quotation_keeps_it() -> None:
    assert reading.plain('"Légendes" au quartier') == '"Légendes" au quartier'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encodings_of_the_files_are_told_apart(encoding: str) -> None:
    assert reading.text_of(Document("a.csv", "Crécelière;1".encode(encoding))) == "Crécelière;1"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (_zip("../../etc/passwd"), "hors de son dossier"),
        (_zip("/etc/passwd"), "hors de son dossier"),
        (_zip("C:\\windows\\a.csv"), "hors de son dossier"),
        (_zip(*(f"{rank}.csv" for rank in range(51))), "50 au plus"),
        (Document("a.zip", b"PK\x03\x04" + b"\0" * 40), "abîmé"),
    ],
)
def test_a_hostile_zip_is_refused_by_name(document: Document, words: str) -> None:
    with pytest.raises(Refused, match=words):
        reading.unzipped(document)


def test_a_zip_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1000)
    with pytest.raises(Refused, match="64 Mo"):
        reading.unzipped(_zip("a.csv", content=b"0" * 1001))


def test_an_empty_or_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="vide"):
        reading.bounded(Document("a.csv", b""))
    monkeypatch.setattr(reading, "MAX_BYTES", 3)
    with pytest.raises(Refused, match="64 Mo"):
        reading.bounded(Document("a.csv", b"abcd"))


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refused, match="pas un texte"):
        reading.text_of(Document("a.bin", b"\x00\x01\x02"))
