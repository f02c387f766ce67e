"""A row is called as a person calls it: by its title, its quarter, its year."""

from __future__ import annotations

import pytest

from dashboard.schema import TABLES
from dashboard.staff.rows.titles import RowTitles

FILES = {
    "actions.csv": "id;annee;intitule;quartiers\nA-1;2020;Chantiers éducatifs;QP1|QP2\n".encode(),
    "territoires.csv": b"code;nom;genre;generation\nQP1;Les Hauts;qpv;2015\nQP2;La Rive;qpv;2015\n",
    "financeurs.csv": "code;nom;court\netat;L’État;État\n".encode(),
}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        (
            "actions",
            {"id": "A-1", "intitule": "Chantiers", "quartiers": "QP1|QP9", "annee": "2020"},
            "Chantiers (Les Hauts, QP9, 2020)",
        ),
        ("actions", {"id": "A-1", "intitule": "", "annee": "2020"}, "A-1, 2020"),
        (
            "financements",
            {"action": "A-1", "financeur": "etat", "etape": "voté"},
            "Chantiers éducatifs (Les Hauts, La Rive, 2020), L’État, voté",
        ),
        (
            "evenements",
            {"date": "2015-06-30", "titre": "Signature"},
            "Signature (30/06/2015)",
        ),
        (
            "indicateurs",
            {"territoire": "QP1", "indicateur": "zut", "annee": "2019"},
            "Les Hauts, zut, 2019",
        ),
        ("financeurs", {"code": "etat", "nom": "L’État"}, "L’État"),
        ("regles", {"ordre": "3"}, "3"),
    ],
)
def test_a_row_is_named_by_its_title_and_what_tells_it_apart(
    table: str, row: dict[str, str], said: str
) -> None:
    assert RowTitles(FILES).of(TABLES[table], row) == said
