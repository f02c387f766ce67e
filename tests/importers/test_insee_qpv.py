"""INSEE's DEMO, IPRO and REVN in the forms met: the year of the data is not the file's."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.domain.french import NBSP
from dashboard.importers.apply import plan
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Record

Import = Callable[[str], Imported]
Give = Callable[[str], Document]


def _value(imported: Imported, place: str, indicator: str) -> Record:
    found = [
        row
        for row in imported.taken["indicateurs"]
        if (row["territoire"], row["indicateur"]) == (place, indicator)
    ]
    assert len(found) == 1, (place, indicator, found)
    return found[0]


def test_thousands_commas_and_empty_columns_are_read(imported: Import) -> None:
    demo = imported("DEMO_2019.csv")
    assert "famille DEMO, fichier 2019" in demo.title
    row = _value(demo, "QP099001", "population")
    assert (row["valeur"], row["annee"], row["statut"]) == ("3578", "2013", "définitif")
    assert row["fichier"] == "DEMO_2019"


def test_each_column_has_the_year_of_its_own_data(imported: Import) -> None:
    demo = imported("DEMO_2019.csv")
    young = _value(demo, "QP099001", "part-moins-25-ans")
    assert (young["annee"], young["statut"]) == ("2015", "présumé")
    assert _value(demo, "QP099001", "allocataires-caf")["annee"] == "2018"


def test_its_territories_are_not_said_to_be_rows(imported: Import) -> None:
    demo = imported("DEMO_2019.csv")
    places = {row["territoire"] for row in demo.taken["indicateurs"]}
    assert demo.notes[0].endswith(f", pour {len(places)}{NBSP}territoires du contrat.")


def test_a_means_households_in_demo_and_jobseekers_in_ipro(imported: Import) -> None:
    demo, ipro = imported("DEMO_2019.csv"), imported("IPRO_2021.csv")
    assert _value(demo, "QP099001", "allocataires-caf")["valeur"] == "1185"
    slugs = {row["valeur"]: row["indicateur"] for row in ipro.taken["indicateurs"]}
    assert slugs["345"] == "demandeurs-emploi-a"
    assert "allocataires-caf" not in slugs.values()


def test_an_empty_cell_is_not_published_with_the_note_of_its_block(imported: Import) -> None:
    demo, ipro = imported("DEMO_2019.csv"), imported("IPRO_2021.csv")
    hidden = _value(demo, "QP099002", "allocataires-caf")
    assert (hidden["valeur"], hidden["statut"]) == ("", "non diffusé")
    assert hidden["note"] == "note INSEE 5"
    plain = _value(demo, "QP099001", "part-menages-6-personnes")
    assert plain["note"] == "case vide dans le fichier"
    notes = {row["note"] for row in ipro.taken["indicateurs"] if row["source"] == "france-travail"}
    assert "note INSEE 3" in notes


def test_all_qpv_together_are_kept_and_only_where_there_is_a_value(imported: Import) -> None:
    rows = [row for row in imported("DEMO_2019.csv").taken["indicateurs"] if row["valeur"] == ""]
    assert "QPV" not in {row["territoire"] for row in rows}
    total = _value(imported("DEMO_2019.csv"), "QPV", "population")
    assert total["valeur"] == "5019573"


def test_a_figure_of_the_commune_goes_to_the_commune_once(imported: Import) -> None:
    assert _value(imported("DEMO_2019.csv"), "99001", "population")["valeur"] == "58653"


def test_other_territories_are_left_out(imported: Import) -> None:
    places = {row["territoire"] for row in imported("DEMO_2019.csv").taken["indicateurs"]}
    assert places == {"QP099001", "QP099002", "QPV", "99001"}


def test_quoted_headers_without_names_are_read(imported: Import) -> None:
    demo = imported("data_DEMO_2021_V1_QP.csv")
    assert _value(demo, "QP099002", "population")["valeur"] == "6465"
    assert _value(demo, "QP099002", "population")["annee"] == "2018"


def test_a_cell_that_is_no_number_or_out_of_bounds_is_refused_by_row_and_column(
    imported: Import,
) -> None:
    revn = imported("REVN_2021.csv")
    found = {(item.row, item.column): item.value for item in revn.remarks}
    assert found == {(3, "TP60"): "410", (3, "DISP_Q1"): "douze mille"}
    assert not any(item.blocking for item in revn.remarks)
    assert revn.refused == ()
    assert _value(revn, "QP099002", "niveau-vie-median")["valeur"] == "13730"


def test_a_name_without_a_year_is_refused_with_the_name_to_give(
    given: Give, territory: TerritoryFolder
) -> None:
    content = given("DEMO_2019.csv").content
    with pytest.raises(Refused, match=r"DEMO_2022\.csv"):
        read(Document("quartiers.csv", content), territory)


def test_a_name_that_contradicts_the_columns_is_refused_lest_a_be_misread(
    given: Give, territory: TerritoryFolder
) -> None:
    content = given("IPRO_2021.csv").content
    with pytest.raises(Refused, match="les colonnes disent IPRO"):
        read(Document("DEMO_2021.csv", content), territory)


def test_each_source_of_the_file_gets_its_row(imported: Import) -> None:
    sources = {row["id"]: row for row in imported("REVN_2021.csv").taken["sources"]}
    assert "insee-filosofi" in sources
    assert "REVN_2021.csv" in sources["insee-filosofi"]["obtention"]


def test_a_file_renamed_for_another_edition_is_asked_about(
    territory: TerritoryFolder, given: Give
) -> None:
    document = given("DEMO_2019.csv")
    held = read(document, territory).taken["indicateurs"]
    known = replace(territory, tables={**territory.tables, "indicateurs": held})
    renamed = plan(read(replace(document, name="DEMO_2021.csv"), known), known)
    (question,) = [item for item in renamed.questions if item.column == "annee"]
    assert "d’une autre année déjà tenue" in question.sentence()
    assert plan(read(document, known), known).questions == ()
