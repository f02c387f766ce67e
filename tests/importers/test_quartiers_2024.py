"""The quarters of 2024: each figure under its own year, nothing of what the copy computed."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.importers.imported import Document, Imported
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder

Import = Callable[[str], Imported]
FILE = "quartiers-2024.csv"
QUARTER = "QN09901M"


def _rows(imported: Imported) -> dict[str, dict[str, str]]:
    rows = imported.taken["indicateurs"]
    assert {row["territoire"] for row in rows} == {QUARTER}
    return {row["indicateur"]: dict(row) for row in rows}


def test_each_figure_has_the_year_of_its_source(imported: Import) -> None:
    rows = _rows(imported(FILE))
    told = {slug: (row["annee"], row["valeur"], row["statut"]) for slug, row in rows.items()}
    assert told["population"] == ("2020", "4210", "définitif")
    assert told["taux-pauvrete"] == ("2021", "41", "définitif")
    assert told["taux-emploi"] == ("2020", "52", "présumé")
    assert told["part-immigres"] == ("2020", "24.1", "présumé")
    assert told["part-menages-4-5-personnes"] == ("2020", "13.9", "présumé")
    assert told["allocataires-caf"] == ("2022", "1300", "présumé")
    assert told["rsa-socle"] == ("2022", "190", "présumé")
    assert told["logements-sociaux"] == ("2022", "1500", "présumé")


def test_the_rounding_is_counted_over_the_whole_table(imported: Import) -> None:
    rows = _rows(imported(FILE))
    assert rows["taux-pauvrete"]["pas"] == "1"
    assert rows["taux-emploi"]["pas"] == "0.1"


def test_an_empty_cell_is_not_published_and_never_zero(imported: Import) -> None:
    row = _rows(imported(FILE))["part-menages-3-personnes"]
    assert (row["valeur"], row["statut"]) == ("", "non diffusé")


def test_what_the_copy_computed_is_never_read(imported: Import) -> None:
    found = imported(FILE)
    values = {row["valeur"] for row in found.taken["indicateurs"]}
    assert not values & {"1853.3", "80.94"}
    assert any("nombre_menages et taux_logements_sociaux" in note for note in found.notes)


def test_the_sources_are_those_of_these_perimeters_and_say_that_it_is_a_copy(
    imported: Import,
) -> None:
    found = imported(FILE)
    assert _rows(found)["taux-pauvrete"]["source"] == "insee-filosofi-2024"
    assert _rows(found)["population"]["source"] == "insee-qpv-2024"
    for row in found.taken["sources"]:
        assert "copie publique, à recharger du fichier officiel" in row["obtention"]


def test_the_account_adds_up(imported: Import) -> None:
    account = imported(FILE).account
    assert account is not None
    assert (len(account.taken), account.left, len(account.rows)) == (1, 11, 12)


_HEADER = "COG,lib_com,codeQPV,lib_qp,popMuniQPV,taux_d_emploi"


def _lines(*lines: str) -> Document:
    return Document("quartiers.csv", "\n".join((_HEADER, *lines)).encode())


def test_a_quarter_of_two_communes_has_a_line_for_each_and_counts_once(
    territory: TerritoryFolder,
) -> None:
    twice = _lines(f"99001,Ici,{QUARTER},Gare,4210,52.0", f"99002,Là,{QUARTER},Gare,4210,52.0")
    found = read(twice, territory)
    assert _rows(found)["population"]["valeur"] == "4210"
    assert found.account is not None
    assert (len(found.account.taken), found.account.left, found.refused) == (1, 1, ())


def test_a_quarter_whose_lines_measure_otherwise_is_refused_on_both(
    territory: TerritoryFolder,
) -> None:
    twice = _lines(f"99001,Ici,{QUARTER},Gare,4210,52.0", f"99002,Là,{QUARTER},Gare,4211,52.0")
    assert [item.row for item in read(twice, territory).refused] == [2, 3]
