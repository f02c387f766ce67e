"""The tables described for a data package (Frictionless Table Schema)."""

from __future__ import annotations

from dashboard.schema.field import CellKind, Field
from dashboard.schema.tables import AMOUNT_LIMIT, FIRST_YEAR, LAST_YEAR, TABLES

_TYPES = {
    CellKind.TEXT: "string",
    CellKind.MARKDOWN: "string",
    CellKind.CODE: "string",
    CellKind.INTEGER: "integer",
    CellKind.YEAR: "integer",
    CellKind.NUMBER: "number",
    CellKind.AMOUNT: "number",
    CellKind.FLAG: "boolean",
    CellKind.DATE: "date",
    CellKind.SIRET: "string",
    CellKind.IDENTIFIER: "string",
}


def table_schema(name: str) -> dict[str, object]:
    """The ``schema`` of a tabular resource: fields, missing values, key, references."""
    table = TABLES[name]
    found: dict[str, object] = {
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    references = [_reference(name, field) for field in table.fields if _is_reference(field)]
    return {**found, "foreignKeys": references} if references else found


def _field(field: Field) -> dict[str, object]:
    found: dict[str, object] = {
        "name": field.name,
        "type": _TYPES[field.kind],
        "title": field.title,
    }
    if field.description:
        found["description"] = field.description
    if field.kind is CellKind.FLAG:
        found |= {"trueValues": ["oui"], "falseValues": ["non"]}
    constraints = _constraints(field)
    return {**found, "constraints": constraints} if constraints else found


def _constraints(field: Field) -> dict[str, object]:
    low, high = _bounds(field)
    found = {
        "required": field.required or None,
        "enum": list(field.values) or None,
        "minimum": low,
        "maximum": high,
    }
    return {key: value for key, value in found.items() if value is not None}


def _bounds(field: Field) -> tuple[float | None, float | None]:
    if field.kind is CellKind.AMOUNT:
        return 0, AMOUNT_LIMIT
    if field.kind is CellKind.YEAR and field.strict:
        return FIRST_YEAR, LAST_YEAR
    return field.low, field.high


def _is_reference(field: Field) -> bool:
    return bool(field.refers) and not field.many


def _reference(name: str, field: Field) -> dict[str, object]:
    target = TABLES[field.refers]
    resource = "" if target.name == name else target.name
    return {
        "fields": field.name,
        "reference": {"resource": resource, "fields": target.key[0]},
    }
