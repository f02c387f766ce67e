"""What is counted together at publication leaves out what was refused, as line by line."""

from __future__ import annotations

import sqlite3
from types import SimpleNamespace

import pandas as pd

from dashboard.publication import database

ACTIONS = pd.DataFrame({"id": ["A", "B", "C"], "cumul": [4, 4, 7], "montant": [100.0, 0.0, 50.0]})
PEOPLE = pd.DataFrame(
    {
        "action": ["A", "B", "C"],
        "mesure": ["prévu"] * 3,
        "sexe": [""] * 3,
        "tranche": [""] * 3,
        "nombre": ["30", "500", "12"],
    }
)


def test_people_of_a_refused_line_are_in_no_rollup() -> None:
    base = sqlite3.connect(":memory:")
    ACTIONS.to_sql("actions", base, index=False)
    database._participations(base, SimpleNamespace(table=lambda name: PEOPLE), ACTIONS)  # type: ignore[arg-type]
    found = base.execute("select cumul, prevu from participations order by cumul").fetchall()
    lines = base.execute("select rang, prevu from beneficiaires order by rang").fetchall()
    base.close()
    assert found == [(4, 30), (7, 12)]
    assert lines == [(0, 30), (1, 500), (2, 12)]
