"""Columns that the schema gained after a table was written: a territory outlives the program that
first kept it."""

from __future__ import annotations

import pandas as pd

from dashboard.schema.field import Field, TableSchema
from dashboard.schema.suggestion import suggestion
from dashboard.schema.tables import TABLES


def completed(frame: pd.DataFrame, file: str) -> pd.DataFrame:
    """The table of that file, of text, with an empty column for each that it lacks and that may be
    empty; itself for a file that is no table of a territory.

    None is added where one must be filled, nor where a column that nobody knows has nearly its
    name: that one is misspelled, and is told.
    """
    table = TABLES.get(file.removesuffix(".csv"))
    lacked = _lacked(table, list(frame.columns)) if table else []
    return frame.assign(**dict.fromkeys(lacked, "")) if lacked else frame


def _lacked(table: TableSchema, present: list[str]) -> list[str]:
    unknown = [column for column in present if column not in table.header]
    missing = [field for field in table.fields if field.name not in present]
    return [field.name for field in missing if _may_be_added(field, unknown)]


def _may_be_added(field: Field, unknown: list[str]) -> bool:
    return not field.required and not suggestion(field.name, unknown, "")
