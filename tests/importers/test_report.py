"""What the operator reads of an import."""

from collections.abc import Callable

from dashboard.importers.apply import Plan, plan
from dashboard.importers.imported import Document
from dashboard.importers.recognise import read
from dashboard.importers.report import told
from dashboard.importers.territory_folder import TerritoryFolder

Planned = Callable[[str], Plan]


def test_it_says_what_the_file_is_what_is_refused_and_what_changes(planned: Planned) -> None:
    lines = list(told(planned("REVN_2021.csv")))
    text = "\n".join(lines)
    assert lines[0].startswith("C’est : Insee")
    assert "À vérifier, 2\u00a0cases non reprises de lignes prises :" in text
    assert "  2\u00a0lignes dans le fichier = 2\u00a0prises" in text.replace("Le compte :", " ")
    assert "ligne 3, colonne TP60" in text
    assert lines.index("Ce qui change :") > 0
    assert any(line.startswith("  indicateurs.csv : ") and "ajoutées" in line for line in lines)


def test_a_file_without_fault_says_that_nothing_is_refused(planned: Planned) -> None:
    assert "Rien n’est refusé." in list(told(planned("FILO2018_DISP_DEP.csv")))


def test_the_same_fault_of_the_same_cell_is_said_once_with_its_rows(
    territory: TerritoryFolder,
) -> None:
    header = "nomAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant"
    line = "Auzelande Agglomération;2022-03-01;Club {};7,99E+13;Foot;900"
    text = "\n".join([header, *(line.format(rank) for rank in range(30))])
    imported = read(Document("scdl.csv", text.encode()), territory)
    said = [item for item in told(plan(imported, territory)) if "7,99E+13" in item]
    assert len(imported.remarks) == 30
    assert len(said) == 1
    assert "scdl.csv, ligne 2, colonne idBeneficiaire" in said[0]
    assert "De même, lignes 3, 4, 5" in said[0]
    assert said[0].endswith("…")
