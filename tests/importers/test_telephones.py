"""A telephone is told however it is written, and no other number is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers import telephones
from dashboard.importers.personal_data import may_be_personal, unnamed
from dashboard.importers.telephones import without_telephones


@pytest.mark.parametrize(
    "said",
    ["0612345678", "06 123 456 78", "06.123.456.78", "0612-34-56-78", "0612 345 678",
     "06 12 345 678", "06 12 34 56 78/79", "06.12.34.56.78 / 79", "+33(0)6.12.34.56.78",
     "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78",
     "06/12/34/56/78", "06 - 12 - 34 - 56 - 78", "0612 34 56 78", "06\u00a012\u202f34 56 78",
     "+33 6 12 34 56 78",
     "+33612345678", "+33 (0)6 12 34 56 78", "+33(0)612345678", "0033 6 12 34 56 78",
     "00 33 (0)6 12 34 56 78", "+33 612 345 678", "Tél.0612345678",
     "(+33) 6 12 34 56 78", "06\u201112\u201134\u201156\u201178"],
)  # fmt: skip
def test_a_telephone_is_told_however_it_is_written(said: str) -> None:
    assert unnamed(f"le {said}.").replace("Tél.", "") == "le (téléphone retiré)."
    assert unnamed(f"{said}/{said}").count("(téléphone retiré)") == 2
    assert unnamed(f"{said},{said}").count("(téléphone retiré)") == 2
    assert unnamed(f"06 12 34 56 78.{said}").count("(téléphone retiré)") == 2


@pytest.mark.parametrize(
    "said",
    ["01-02-2020 10:30", "01.02.2020 14:00", "01/02/2020 10 30", "01/02/20-15/03/20",
     "01/02/2020 - 03/04/2021", "2020-01-02 03-04-05", "2020-01-02T03:04:05", "5.0612345678",
     "45,0612345678", "https://www.npmjs.com/package/@etalab/decoupage", "@ville", "a @ b",
     "le signe « `@` »", "01022020 10", "01 02 2020 10:30"],
)  # fmt: skip
def test_a_day_a_place_and_an_address_of_the_web_stay(said: str) -> None:
    assert unnamed(said) == said


@pytest.mark.parametrize("between", ["/", " - ", "-", " / ", " ", "–", ".", " au "])
@pytest.mark.parametrize(
    "form",
    ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y %m %d", "%d/%m/%Y", "%d-%m-%Y", "%d %m %Y",
     "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
)  # fmt: skip
def test_two_days_that_say_from_when_to_when_stay(form: str, between: str) -> None:
    for month in range(1, 13):
        last = datetime(2018, 13 - month, 12, 10, 9, tzinfo=UTC)
        for day in (3, 27):
            first = datetime(2017, month, day, 7, month, tzinfo=UTC)
            said = f"{first:{form}}{between}{last:{form}}"
            assert unnamed(f"le {said}.") == f"le {said}."


@pytest.mark.parametrize("said", ["2024-06-12-34-56-78", "2024 06 12 34 56 78", "12:06 12 34 56 78",
                                  "27 06 20 18 12 34", "2024-06 12 20 18 12"])  # fmt: skip
def test_a_telephone_after_a_year_or_an_hour_is_one(said: str) -> None:
    assert unnamed(said).endswith("(téléphone retiré)")


DIGITS = st.text("0123456789", min_size=14, max_size=14)
NUMBERS = st.one_of(
    DIGITS,
    DIGITS.map(lambda digits: digits[:9]),
    DIGITS.map(lambda digits: f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"),
    DIGITS.map(lambda digits: f"{digits[:3]} {digits[3:6]} {digits[6:9]}"),
    DIGITS.map(lambda digits: digits[:5]),
    st.dates(date(1900, 1, 1)).map(lambda day: f"{day:%d/%m/%Y}"),
    st.builds("{:%d-%m-%Y} {:%H:%M}".format, st.dates(date(1900, 1, 1)), st.times()),
    st.builds("{} {}".format, st.dates(date(1900, 1, 1)), st.times()),
    st.decimals(0, 10**9, places=2).map(str),
    st.decimals(0, 10**9, places=2).map(lambda value: f"{value:,}".replace(",", " ")),
    st.floats(-180, 180).map(repr),
)


@given(NUMBERS)
def test_no_number_that_files_bear_is_a_telephone(said: str) -> None:
    assert unnamed(said) == said


@pytest.mark.parametrize(
    "said",
    ["612345678", "6.12E+08", "6,12345678E+08", "6 12 34 56 78", "612 345 678", "(06) 12 34 56 78",
     "33 6 12 34 56 78", "06_12_34_56_78", "06 12 34 56 7 8", "0 612 345 678"],
)  # fmt: skip
def test_what_is_called_a_telephone_is_one_however_it_is_written(said: str) -> None:
    assert unnamed(f"vu, {said}, le soir") == f"vu, {said}, le soir"
    for word in ("Tél. ", "tel: ", "Téléphone : ", "portable ", "GSM "):
        assert unnamed(f"vu, {word}{said}, le soir") == f"vu, {word}(téléphone retiré), le soir"
        assert may_be_personal(f"{word}{said}")


@pytest.mark.parametrize(
    "said",
    ["Téléphone 2022 2023 2024", "Frais de téléphone 12 500 13 200", "téléphone 1 250 13 200",
     "Tél. 12/03/2024 10:30", "fax 80000000100011", "hôtel 612345678", "Équipe mobile 12 000",
     "005 720 784", "005 720 784 00012", "0612 345 678 00011", "12 0612 345 678", "012 345 678 00",
     "01 012 2024", "0202 612 345", "12 345 678,00"],
)  # fmt: skip
def test_an_amount_a_day_and_a_company_stay_whatever_word_stands_before_them(said: str) -> None:
    assert unnamed(said) == said


@dataclass
class Counted:
    """What seeks telephones, and how many characters it went over."""

    pattern: re.Pattern[str] = field(default_factory=lambda: telephones._TELEPHONE)
    gone_over: int = 0

    def sub(self, instead: str, text: str) -> str:
        self.gone_over += len(text)
        return self.pattern.sub(instead, text)

    def search(self, text: str, place: int) -> re.Match[str] | None:
        found = self.pattern.search(text, place)
        self.gone_over += (found.end() if found else len(text)) - place
        return found


def test_telephones_that_hide_one_another_cost_no_more_than_as_many_that_do_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Counted()
    monkeypatch.setattr(telephones, "_TELEPHONE", counted)
    told = without_telephones("06 612 345 06/" * 200, "(retiré)")
    assert told.count("(retiré)") == 200
    assert counted.gone_over < 20 * len("06 612 345 06/" * 200)
