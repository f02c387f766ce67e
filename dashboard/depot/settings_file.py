"""The settings file of a territory as rows: its texts, its lists; read and written with all that is
not named left as it is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array

from dashboard.schema import CellKind, Field, Record, TableSchema
from dashboard.schema.settings_tables import GRIDS, PILLARS

_NUMBERS = (CellKind.INTEGER, CellKind.YEAR)


def texts(content: bytes) -> dict[str, str]:
    """Its texts by name: ``unite.singulier`` for one of a table, the texts of a list joined by
    ``|``; none where the file cannot be read."""
    return dict(_texts(_read(content)))


def _texts(data: Mapping[str, Any], head: str = "") -> Iterator[tuple[str, str]]:
    for name, value in data.items():
        if isinstance(value, str):
            yield f"{head}{name}", value
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            yield f"{head}{name}", "|".join(value)
        elif isinstance(value, dict):
            yield from _texts(value, f"{head}{name}.")


def with_texts(content: bytes, said: Mapping[str, str], lists: Sequence[str] = ()) -> bytes:
    """The file with these texts; ``lists`` names those that are lists, where it does not hold them
    yet."""
    held, book = texts(content), tomlkit.parse(content.decode())
    for name, value in said.items():
        if held.get(name) != value:
            _put(book, name, value, name in lists)
    return tomlkit.dumps(book).encode()


def _put(book: Any, path: str, value: str, listed: bool) -> None:
    *tables, name = path.split(".")
    for table in tables:
        book = book.setdefault(table, tomlkit.inline_table())
    many = listed or isinstance(book.get(name), list)
    book[name] = [part for part in value.split("|") if part] if many else value


def listed(table: TableSchema, content: bytes) -> list[Record]:
    """The rows of that list; none where the file cannot be read."""
    return [_row(table, item) for item in _items(table, _read(content))]


def _items(table: TableSchema, data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if table.name != PILLARS.name:
        yield from data.get(table.name, ())
        return
    for grid in data.get(GRIDS.name, ()):
        for item in grid.get(PILLARS.name, ()):
            yield {**item, "grille": grid["code"]}


def _row(table: TableSchema, item: Mapping[str, Any]) -> Record:
    return {field.name: _cell(field, item.get(field.name)) for field in table.fields}


def _cell(field: Field, value: Any) -> str:
    if field.kind is CellKind.FLAG:
        return "non" if value is False else "oui"
    return "" if value is None else str(value)


def with_listed(table: TableSchema, content: bytes, rows: Sequence[Record]) -> bytes:
    """The file with that list made of these rows, in their order."""
    book = tomlkit.parse(content.decode())
    if table.name == PILLARS.name:
        for grid in book.get(GRIDS.name, ()):
            mine = [row for row in rows if row["grille"] == str(grid["code"])]
            grid[table.name] = _written(table, mine, grid.get(table.name, ()))
    else:
        book[table.name] = _written(table, rows, book.get(table.name, ()))
    return tomlkit.dumps(book).encode()


def _written(table: TableSchema, rows: Sequence[Record], held: Sequence[Any]) -> AoT | Array:
    """The tables of that list: what a row does not say of its table stays."""
    if not rows:
        return tomlkit.array()
    code = table.key[-1]
    known = {str(item[code]): item for item in held}
    found = tomlkit.aot()
    for row in rows:
        item = known.get(row[code]) or _fresh(table)
        _fill(table, item, row)
        found.append(item)
    return found


def _fresh(table: TableSchema) -> Any:
    item = tomlkit.table()
    if table.name == GRIDS.name:
        item[PILLARS.name] = tomlkit.array()
    return item


def _fill(table: TableSchema, item: Any, row: Record) -> None:
    for field in table.fields:
        said = row[field.name]
        if (table.name, field.name) == (PILLARS.name, "grille") or said == _cell(
            field, item.get(field.name)
        ):
            continue
        if said or field.required:
            item[field.name] = _value(field, said)
        else:
            del item[field.name]


def _value(field: Field, said: str) -> Any:
    if field.kind is CellKind.FLAG:
        return said == "oui"
    return int(said) if field.kind in _NUMBERS and said.isdigit() else said


def _read(content: bytes) -> Mapping[str, Any]:
    """What the file says; nothing where it cannot be read."""
    try:
        return tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
