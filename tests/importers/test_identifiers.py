"""A SIRET is read whole and held against its key, or it is not kept."""

import pytest

from dashboard.importers.identifiers import identifier


@pytest.mark.parametrize(
    "text", ["99900101900010", "999 001 019 00010", "99900101900010.0", '="99900101900010"']
)
def test_a_right_siret_is_kept_with_its_siren(text: str) -> None:
    found = identifier(text)
    assert (found.siret, found.siren, found.wrong) == ("99900101900010", "999001019", "")


def test_leading_zeros_that_a_spreadsheet_took_are_put_back() -> None:
    assert identifier("5420120700013").siret == "05420120700013"


def test_the_establishments_of_la_poste_follow_their_own_key() -> None:
    assert identifier("35600000049837").siret == "35600000049837"
    assert identifier("35600000049838").siret == ""


@pytest.mark.parametrize("text", ["7,76459042E+13", "7.99E+13", "4991E+13", "77645904200000"])
def test_a_number_lost_by_a_spreadsheet_is_never_kept_and_the_remedy_is_said(text: str) -> None:
    found = identifier(text)
    assert (found.siret, found.siren) == ("", "")
    assert "tableur" in found.wrong
    assert "texte" in found.remedy


@pytest.mark.parametrize("text", ["80000000100011", "123", "W7310 SIRET 12", "٩٩٩00101900010"])
def test_a_number_that_cannot_be_one_is_said(text: str) -> None:
    found = identifier(text)
    assert (found.siret, found.siren) == ("", "")
    assert found.wrong


def test_of_a_siret_whose_end_is_wrong_the_siren_that_is_right_stays() -> None:
    found = identifier("99900101900011")
    assert (found.siret, found.siren) == ("", "999001019")
    assert "clé de contrôle" in found.wrong


@pytest.mark.parametrize("text", ["", "MJC DU ROUET", "W731000001", "  "])
def test_what_is_no_number_is_nothing_and_no_fault(text: str) -> None:
    found = identifier(text)
    assert (found.siret, found.wrong) == ("", "")


@pytest.mark.parametrize("text", ["000000000", "0000000"])
def test_zeros_typed_for_want_of_a_number_are_nobody_s_siren(text: str) -> None:
    found = identifier(text)
    assert (found.siret, found.siren) == ("", "")
    assert "n’existe pas" in found.wrong
