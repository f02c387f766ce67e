"""What the operator reads of an import."""

from collections.abc import Callable

from dashboard.importers.apply import Plan
from dashboard.importers.report import told

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
