"""An e-mail and a telephone in a free text are withdrawn, counted, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.account import RowAccount
from dashboard.importers.imported import Imported
from dashboard.importers.personal_data import withheld
from dashboard.schema import TABLES, Record


def imported(table: str, *rows: Record) -> Imported:
    lines = tuple(range(2, 2 + len(rows)))
    return Imported("essai", "Essai", RowAccount(lines, lines), {table: rows}, {table: lines})


def row(table: str, **cells: str) -> Record:
    return {**dict.fromkeys(TABLES[table].header, ""), **cells}


def action(title: str) -> Record:
    return row("actions", id="06123456789", porteur_id="01234567800011", intitule=title)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Atelier, écrire à lea.b@asso.fr.", "Atelier, écrire à (adresse électronique retirée)."),
        ("Joindre le 06 12 34 56 78", "Joindre le (téléphone retiré)"),
        ("Tél. +33 6.12.34.56.78, soir", "Tél. (téléphone retiré), soir"),
        ("<a@b.fr>", "<(adresse électronique retirée)>"),
    ],
)
def test_how_to_reach_somebody_is_withdrawn_and_counted(said: str, kept: str) -> None:
    found = withheld(imported("actions", action(said), action("Jardins partagés")))
    assert [one["intitule"] for one in found.taken["actions"]] == [kept, "Jardins partagés"]
    assert found.notes[0].startswith("1\u00a0case perd une adresse électronique ou un téléphone")
    assert "« Intitulé »" in found.notes[0]


def test_numbers_that_are_no_telephone_stay() -> None:
    said = "Convention 2024-0123456789012, 0.123456789 €, 12 00 12 34 56 78"
    found = imported("actions", action(said))
    assert withheld(found) is found


def test_an_organisation_may_say_how_to_reach_it() -> None:
    found = imported("contacts", row("contacts", nom="Mairie", detail="accueil@mairie.fr"))
    assert withheld(found) is found


@given(st.text(max_size=60))
def test_whatever_is_written_no_address_is_left_and_the_keys_stay(said: str) -> None:
    (left,) = withheld(imported("actions", action(f"{said} jean@ville.fr"))).taken["actions"]
    assert "jean@ville.fr" not in left["intitule"]
    assert (left["id"], left["porteur_id"]) == ("06123456789", "01234567800011")
