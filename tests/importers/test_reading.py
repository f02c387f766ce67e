"""The plain text of a cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers import reading


@given(st.text(max_size=30))
@settings(max_examples=80)
def test_a_plain_text_stays_what_it_is(text: str) -> None:
    assert reading.plain(text) == reading.plain(reading.plain(text))


@pytest.mark.parametrize("text", ['="13055"', '"="', '""13055""', " 13055 "])
def test_a_cell_loses_what_a_spreadsheet_wraps_it_in(text: str) -> None:
    assert reading.plain(text) in ("13055", "=")


def test_a_title_that_begins_with_a_quotation_keeps_it() -> None:
    assert reading.plain('"Légendes" au quartier') == '"Légendes" au quartier'


def test_a_cell_stands_on_one_line_in_one_form_without_what_is_not_seen() -> None:
    text = "Cre\u0301celie\u0300re\u202e,\r\nle\u200b Rouet"
    assert reading.plain(text) == "Crécelière, le Rouet"
