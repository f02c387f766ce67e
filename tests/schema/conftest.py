"""Tables of a small right territory, that each test spoils in one place."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from dashboard.schema import TABLES

Tables = dict[str, pd.DataFrame]

ROWS: dict[str, list[dict[str, str]]] = {
    "territoires": [
        {
            "code": "QP099001",
            "nom": "La Crécelière",
            "genre": "qpv",
            "locatif": "à la Crécelière",
            "genitif": "de la Crécelière",
            "generation": "2015",
            "valide_de": "2015",
            "valide_a": "2023",
            "communes": "99001",
            "trace": "officiel",
        },
        {
            "code": "99001",
            "nom": "Auzelande",
            "genre": "commune",
            "locatif": "à Auzelande",
            "genitif": "d’Auzelande",
            "trace": "inconnu",
        },
    ],
    "indicateurs": [
        {
            "territoire": "QP099001",
            "indicateur": "taux-pauvrete",
            "annee": "2019",
            "valeur": "41.5",
            "statut": "définitif",
            "source": "source-1",
        }
    ],
    "actions": [
        {
            "id": "A-1",
            "annee": "2019",
            "intitule": "Jardins",
            "porteur": "Régie",
            "pilier": "emploi",
            "complement": "non",
            "source": "source-1",
        }
    ],
    "financements": [
        {
            "action": "A-1",
            "financeur": "etat",
            "etape": "engagé",
            "montant": "12000",
            "source": "source-1",
        }
    ],
    "financeurs": [{"code": "etat", "nom": "État", "court": "État"}],
    "sources": [
        {
            "id": "source-1",
            "titre": "Source",
            "producteur": "P",
            "licence": "Licence Ouverte 2.0",
            "obtention": "inventée",
        }
    ],
}


def table(name: str, rows: list[dict[str, str]]) -> pd.DataFrame:
    """A table with every column of its header, all text."""
    filled = [{column: row.get(column, "") for column in TABLES[name].header} for row in rows]
    return pd.DataFrame(filled, columns=list(TABLES[name].header), dtype=str)


@pytest.fixture
def right() -> Tables:
    """The tables, without a fault."""
    return {name: table(name, rows) for name, rows in ROWS.items()}


@pytest.fixture
def spoiled(right: Tables) -> Callable[..., Tables]:
    """The tables with other cells in the first row of one; or with rows of a table added."""

    def make(name: str, **cells: str) -> Tables:
        rows = ROWS.get(name, [{}])
        return {**right, name: table(name, [rows[0] | cells, *rows[1:]])}

    return make
