"""A person named in a free text, an e-mail and a telephone are withdrawn, counted, and nothing else
is touched."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.account import Aside, Left, RowAccount, refusal
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Imported
from dashboard.importers.personal_data import unnamed, unnamed_file, unnamed_files, withheld
from dashboard.importers.persons import is_person
from dashboard.schema import TABLES, Record
from dashboard.staff.drafts.sent_file import safe_name


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
        ("Lot 5,06 12 34 56 78", "Lot 5,(téléphone retiré)"),
        ("<a@b.fr>", "<(adresse électronique retirée)>"),
        ("Permis de Mme Dupont Marie, 3 mois", "Permis de (nom retiré), 3 mois"),
        ("Aide à MADAME DE LA TOUR et à deux", "Aide à (nom retiré) et à deux"),
        ("Confié à Monsieur Jean-Luc de Savoie", "Confié à (nom retiré)"),
    ],
)
def test_how_to_reach_somebody_is_withdrawn_and_counted(said: str, kept: str) -> None:
    found = withheld(imported("actions", action(said), action("Jardins partagés")))
    assert [one["intitule"] for one in found.taken["actions"]] == [kept, "Jardins partagés"]
    assert found.notes[0].startswith("1\u00a0case perd le nom d’une personne, une adresse")
    assert "« Intitulé »" in found.notes[0]


@pytest.mark.parametrize(
    "said",
    ["0" * 200_000, "a." * 100_000 + "1" * 9, "@" + "." * 100_000,
     "tél 0 - 1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - x, " * 1_000],
)  # fmt: skip
def test_a_very_long_text_is_read_at_once(said: str) -> None:
    before = time.process_time()
    assert unnamed(said) == said
    assert time.process_time() - before < 2


@pytest.mark.parametrize("said", ["M J C Étoile", "Rue de 20 mm", "Film de M", "Madame, monsieur"])
def test_a_letter_or_a_civility_alone_names_nobody(said: str) -> None:
    found = imported("actions", action(said))
    assert withheld(found) is found
    assert not is_person(said)


def test_what_is_said_of_a_line_names_nobody_either() -> None:
    wrong = refusal("f.csv", 2, "Porteur", "Mme Marie Dupont, 06 12 34 56 78", "est faux.", "Non.")
    aside = Aside("de total", (3,), (Left(3, "Objet", "voir lea.b@asso.fr", "de total"),))
    account = RowAccount((2, 3), (), (2,), (aside,))
    found = withheld(Imported("essai", "Essai", account, refused=(wrong,), remarks=(wrong,)))
    assert [one.value for one in (*found.refused, *found.remarks)] == [
        "(nom retiré), (téléphone retiré)"
    ] * 2
    assert found.account.aside[0].first[0].value == "voir (adresse électronique retirée)"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Mme Dupont Marie 2021.xlsx", "(nom retiré) 2021.xlsx"),
        ("jean@ville.fr.csv", "(adresse électronique retirée).csv"),
        ("06 12 34 56 78", "(téléphone retiré)"),
        ("CV_Mme_Dupont_2021.pdf", "CV (nom retiré) 2021.pdf"),
        ("tel_0612345678.csv", "tel_(téléphone retiré).csv"),
        ("BTT_2022_06_12_10_15_30.csv", "BTT_2022_06_12_10_15_30.csv"),
        ("IPRO_2022.csv", "IPRO_2022.csv"),
        ("200069110_2022.csv", "200069110_2022.csv"),
    ],
)
def test_a_file_is_not_named_after_a_person(name: str, kept: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"a;b")
    assert open_document(tmp_path / name).name == safe_name(name) == kept


@pytest.mark.parametrize("name", ["M. Paul Martin", "vu avec Mme J. Durand", "M. Durand.geojson"])
def test_a_name_of_a_file_is_no_suffix(name: str) -> None:
    assert not {"Martin", "Durand"} & set(unnamed_file(name).replace(".", " ").split())


def test_files_that_share_a_name_share_one_still() -> None:
    names = ["Mme Durand.shp", "a.b.csv", "mme Durand.DBF", "Mme Martin.shp"]
    told = ["(nom retiré) 1.shp", "a.b.csv", "(nom retiré) 1.DBF", "(nom retiré) 2.shp"]
    assert list(unnamed_files(names)) == told


def test_what_is_noted_names_nobody() -> None:
    found = imported("actions", action("Jardins"))
    found = replace(found, notes=("Feuille lue : « Mme Marie Dupont ».",))
    assert withheld(found).notes == ("Feuille lue : « (nom retiré) ».",)


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
