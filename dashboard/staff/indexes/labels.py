"""What lists of choices call a row that cells name by its code."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.domain import french
from dashboard.domain.territory import TerritoryKind as Place
from dashboard.schema import TableSchema

NAMES = ("nom", "titre", "intitule", "court")
"""The columns that say what a row is called."""
QUARTERS = (Place.QPV, Place.QVA)


def label_of(table: TableSchema, row: Mapping[str, str]) -> str:
    """``name (what tells it from one of the same name)``, else its code; empty for a row of a table
    whose key is not one column."""
    if len(table.key) != 1:
        return ""
    code = row.get(table.key[0], "")
    name = next((row[column] for column in NAMES if row.get(column)), "")
    return f"{name} ({_detail(table, row, code)})" if name else code


def _detail(table: TableSchema, row: Mapping[str, str], code: str) -> str:
    """For a quarter, its kind and its perimeter; for anything else, its code."""
    if table.name == "territoires" and row.get("genre") in QUARTERS:
        return f"{row['genre'].upper()}{french.NBSP}{row.get('generation', '')}"
    return code
