"""The rows of sources that an import brings."""

from collections.abc import Callable

from dashboard.importers import sourcing
from dashboard.importers.territory_folder import TerritoryFolder, blank

HELD = blank("sources", id="insee-filosofi", titre="F", producteur="I", licence="L")


def test_what_an_import_adds_follows_what_was_told_as_one_sentence(
    fill: Callable[..., TerritoryFolder],
) -> None:
    territory = fill(sources=(HELD | {"obtention": "Repris d’une copie."},))
    (row,) = sourcing.national(territory, ("insee-filosofi",), "REVN_2021.csv")
    told = "Repris d’une copie ; Fichier officiel importé : REVN_2021.csv"
    assert row["obtention"] == told
