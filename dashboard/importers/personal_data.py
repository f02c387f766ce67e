"""How to reach a person, in a text that is free: an e-mail or a telephone is never written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain import french
from dashboard.importers.imported import Imported, Records
from dashboard.schema import TABLES, CellKind, Field, Record

EMAIL = re.compile(r"[^\s@<>()«»,;:]+@[^\s@<>()«»,;:]*[^\s@<>()«»,;:.]")
TELEPHONE = re.compile(r"(?:\+33[\s.]?|\b0)[1-9](?:[\s.-]?\d\d){4}\b")
ORGANISATIONS = frozenset({"contacts"})
"""Tables that say how to reach an organisation."""


def without_reach(text: str, email: str, telephone: str) -> str:
    """The text with these words instead of each e-mail and each telephone."""
    return TELEPHONE.sub(telephone, EMAIL.sub(email, text))


def withheld(imported: Imported) -> Imported:
    """The import without the e-mails and telephones of the free texts of its lines; a note says
    how many cells lose one, and in which columns."""
    names = [name for name in imported.lines if name not in ORGANISATIONS]
    taken = {name: _without(name, imported.taken[name]) for name in names}
    lost = [field for name in names for field in _lost(name, imported.taken[name], taken[name])]
    if not lost:
        return imported
    columns = french.listed(list(dict.fromkeys(f"« {field.title} »" for field in lost)))
    cells = french.counted(len(lost), "case perd", "cases perdent")
    note = f"{cells} une adresse électronique ou un téléphone, que rien ne garde ({columns})."
    return replace(imported, taken={**imported.taken, **taken}, notes=(*imported.notes, note))


def _without(name: str, rows: Records) -> Records:
    free = [field.name for field in _free(name)]
    return tuple(_row_without(row, free) for row in rows)


def _row_without(row: Record, free: list[str]) -> Record:
    changed = {column: _withdrawn(row[column]) for column in free if _suspect(row.get(column, ""))}
    return {**row, **changed} if changed else row


def _suspect(cell: str) -> bool:
    """Whether the cell may hold one: quick, for most hold none."""
    return "@" in cell or sum(map(str.isdigit, cell)) > 8


def _withdrawn(cell: str) -> str:
    return without_reach(cell, "(adresse électronique retirée)", "(téléphone retiré)")


def _lost(name: str, before: Records, after: Records) -> Iterator[Field]:
    for old, new in zip(before, after, strict=True):
        if old is not new:
            yield from (one for one in _free(name) if old[one.name] != new[one.name])


def _free(name: str) -> tuple[Field, ...]:
    """The columns of that table in which anything may be written."""
    table = TABLES[name]
    return tuple(
        field
        for field in table.fields
        if field.kind in (CellKind.TEXT, CellKind.MARKDOWN)
        and not (field.values or field.refers or field.name in table.key)
    )
