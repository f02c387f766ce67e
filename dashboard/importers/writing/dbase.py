"""The table of a shapefile, written anew from its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.importers.door.dbase import DELETED, LIVE, DbaseColumn, DbaseTable

_VERSION = b"\x03"
"""dBase III, without a file of long texts beside."""
_LAST, _END = b"\r", b"\x1a"


def with_rows(table: DbaseTable, rows: Iterable[tuple[bytes, ...]]) -> DbaseTable:
    """The table with those cells, each as wide as its column; a record without any is deleted and
    blank."""
    blank = DELETED + b" " * (table.width - table.gap - 1)
    records = b"".join(LIVE + b"".join(cells) if cells else blank for cells in rows)
    return replace(table, records=records, gap=0)


def content_of(table: DbaseTable) -> bytes:
    """The bytes of that table, which say nothing else."""
    head = 32 * (len(table.columns) + 1) + 1
    count = len(table.records) // table.width
    told = b"".join(
        (
            _VERSION,
            table.date,
            count.to_bytes(4, "little"),
            head.to_bytes(2, "little"),
            table.width.to_bytes(2, "little"),
            bytes(17),
            bytes([table.language, 0, 0]),
        )
    )
    return b"".join((told, *map(_column, table.columns), _LAST, table.records, _END))


def _column(column: DbaseColumn) -> bytes:
    told = column.name[:11].ljust(11, b"\0") + column.kind + bytes(4)
    return told + bytes([column.width, column.decimals]) + bytes(14)
