"""The pandera schema of each table, made from its declaration."""

from __future__ import annotations

from functools import cache

import pandera.pandas as pa

from dashboard.schema.field import Field
from dashboard.schema.rule import Rule
from dashboard.schema.rules import rules_of
from dashboard.schema.tables import TABLES


@cache
def frame_schema(name: str) -> pa.DataFrameSchema:
    """The schema of that table: every column present, each cell held by its rules."""
    table = TABLES[name]
    columns = {field.name: _column(field) for field in table.fields}
    return pa.DataFrameSchema(columns, name=name, title=table.title)


def _column(field: Field) -> pa.Column:
    checks = [_check(rule) for rule in rules_of(field)]
    return pa.Column(None, checks, title=field.title, description=field.description, required=True)


def _check(rule: Rule) -> pa.Check:
    return pa.Check(rule.mask, name=rule.name, error=rule.name)
