"""The models of one table: each line a row, by its key."""

from __future__ import annotations

import pytest

from dashboard.importers.imported import Document, Imported
from dashboard.importers.recognise import read
from dashboard.importers.templates import IMPORTERS, TEMPLATES
from dashboard.importers.territory_folder import TerritoryFolder

HEADS = {item.slug: ";".join(field.title for field in item.fields) for item in TEMPLATES}


def taken(slug: str, territory: TerritoryFolder, *lines: str) -> Imported:
    return read(Document("m.csv", "\n".join((HEADS[slug], *lines, "")).encode()), territory)


def test_a_date_as_it_is_written_in_france_becomes_a_date(territory: TerritoryFolder) -> None:
    imported = taken("dates", territory, "30/06/2015;jour;Signature;", "mars;mois;Fin;")
    [row] = imported.taken["evenements"]
    assert (row["date"], row["source"]) == ("2015-06-30", "modele-dates")
    assert "« mars »" in imported.refused[0].sentence().replace("\u00a0", " ")


def test_a_text_of_the_team_keeps_its_lines_and_what_indents_them(
    territory: TerritoryFolder,
) -> None:
    said = "Une **année**.\n\n- un\n  - deux"
    imported = taken("textes", territory, f'2020;actions;"{said}";L’équipe ;10/05/2021')
    [row] = imported.taken["textes"]
    assert (row["texte"], row["signature"], row["date"]) == (said, "L’équipe", "2021-05-10")


def test_two_lines_of_one_key_count_once_or_not_at_all(territory: TerritoryFolder) -> None:
    line = "2016-03-10;réunion;Assemblée;La Crécelière;;"
    again = taken("reunions", territory, line, line)
    assert (len(again.taken["participation"]), again.account.left) == (1, 1)
    apart = taken("reunions", territory, line, line.replace("réunion", "avis"))
    assert apart.empty
    assert "se contredisent" in apart.refused[0].sentence()


def test_a_contact_is_never_a_person(territory: TerritoryFolder) -> None:
    imported = taken("contacts", territory, "Mme Durand;Accueil;;", "Mairie;Accueil;;Bellerive")
    assert [row["quartiers"] for row in imported.taken["contacts"]] == ["99002"]
    assert "nomme une personne" in imported.refused[0].sentence()
    assert "Durand" not in str(imported)


def test_a_local_value_never_replaces_that_of_another_source(
    territory: TerritoryFolder,
) -> None:
    line = "Mouline-Basse;population;2019;1200;définitif;Recensement;Ville;Licence Ouverte 2.0;"
    imported = taken("indicateurs", territory, line)
    [row], [source] = imported.taken["indicateurs"], imported.taken["sources"]
    assert (row["valeur"], row["source"]) == ("1200", source["id"])
    held = TerritoryFolder(
        territory.folder,
        territory.settings,
        {**territory.tables, "indicateurs": (row | {"source": "insee"},)},
        territory.shapes,
    )
    again = taken("indicateurs", held, line)
    assert again.empty
    assert "de la source « insee »" in again.refused[0].sentence().replace("\u00a0", " ")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda item: item.slug)
def test_every_model_is_read_by_one_importer(template: object) -> None:
    assert [item.kind for item in IMPORTERS].count(template.kind) == 1  # type: ignore[attr-defined]
