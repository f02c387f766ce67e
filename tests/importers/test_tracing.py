"""A fault of our tables is told by the row and the heading of the file that brought it."""

from __future__ import annotations

from dataclasses import replace

from dashboard.importers.imported import Document
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.tracing import traced
from dashboard.schema import Problem

CSV = "Dates de 2015\n\nDate;Précision;Titre;Texte\n30/06/2015;jour;Signature;\n\n{}\n"
LINE = "01/09/2015;jour;Installation;"
FAULT = Problem("evenements.csv", 4, "titre", "Installation", "ne convient pas.", "Changez-le.")


def test_it_is_the_line_of_the_file_whatever_stands_above_and_between(
    territory: TerritoryFolder,
) -> None:
    imported = read(Document("dates.csv", CSV.format(LINE).encode()), territory)
    tables = {"evenements": (imported.taken["evenements"][0], *imported.taken["evenements"])}
    (told,) = traced([FAULT], imported, tables)
    assert (told.file, told.row, told.column) == ("dates.csv", 6, "Titre")
    assert told.blocking


def test_a_row_that_was_there_before_keeps_its_own_place(territory: TerritoryFolder) -> None:
    imported = read(Document("dates.csv", CSV.format(LINE).encode()), territory)
    held = {**imported.taken["evenements"][1], "titre": "Bilan"}
    tables = {"evenements": (held, held, held)}
    assert tuple(traced([FAULT], imported, tables)) == (FAULT,)
    elsewhere = replace(FAULT, file="actions.csv")
    assert tuple(traced([elsewhere], imported, tables)) == (elsewhere,)
