"""Filosofi by true year: quarters, comparators, communes."""

from collections.abc import Callable

from dashboard.importers.imported import Imported

Import = Callable[[str], Imported]


def _rows(imported: Imported) -> dict[tuple[str, str], tuple[str, str, str]]:
    return {
        (row["territoire"], row["indicateur"]): (row["annee"], row["valeur"], row["statut"])
        for row in imported.taken["indicateurs"]
    }


def test_the_year_is_the_one_of_the_columns(imported: Import) -> None:
    rows = _rows(imported("data_filo18_qp_revdis.csv"))
    assert rows["QP099001", "niveau-vie-median"] == ("2018", "14900", "définitif")
    assert rows["QP099001", "gini"] == ("2018", "0.26", "définitif")
    assert rows["QPV", "taux-pauvrete"] == ("2018", "44.7", "définitif")


def test_a_masked_quarter_keeps_a_row_with_the_note(imported: Import) -> None:
    hidden = imported("data_filo18_qp_revdis.csv").taken["indicateurs"]
    notes = {row["note"] for row in hidden if row["territoire"] == "QP099002"}
    assert notes == {"note INSEE 3"}


def test_a_departement_is_found_by_its_number_and_its_name(imported: Import) -> None:
    rows = _rows(imported("FILO2018_DISP_DEP.csv"))
    assert rows["D99", "niveau-vie-median"] == ("2018", "23160", "définitif")
    assert {place for place, _ in rows} == {"D99"}


def test_s_is_a_secret_and_never_a_zero(imported: Import) -> None:
    rows = _rows(imported("cc_filosofi_2021_COM.csv"))
    assert rows["99001", "taux-pauvrete"] == ("2021", "19", "définitif")
    assert rows["99002", "taux-pauvrete"] == ("2021", "", "secret")


def test_a_file_too_short_to_count_keeps_the_rounding_already_known(imported: Import) -> None:
    rows = imported("FILO2018_DISP_DEP.csv").taken["indicateurs"]
    assert {row["pas"] for row in rows if row["indicateur"] == "niveau-vie-median"} == {""}
