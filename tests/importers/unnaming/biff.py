"""An XLS as bytes: its cells, and all that such a file may hold beside them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from dashboard.importers.door.compound import MAGIC

_SECTOR = 512
_LEAST = 4_096
"""Bytes under which a stream would lie among small ones."""
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_VERY_HIDDEN, _CHART = 2, 0x20
Rows = Sequence[Sequence[str]]


def xls(rows: Rows, hidden: Rows, said: str) -> bytes:
    """A workbook of a sheet of these rows, and of one that is very hidden; all that stands around
    their cells says that: an author, a name, a link to other data, comments, links, headers, a
    table of another view and its cache, a chart, a drawing, a macro, an object, properties."""
    around = {
        "_SX_DB_CUR\\0001": _record(0xC6, _text(said)),
        "_VBA_PROJECT_CUR": said.encode("cp1252"),
        "MBD0001": said.encode() + said.encode("utf-16-le"),
        "\x05SummaryInformation": said.encode("cp1252"),
        "\x05DocumentSummaryInformation": said.encode("utf-16-le"),
        "Ctls": said.encode(),
    }
    return _compound({"Workbook": _book(rows, hidden, said), **around}, said)


def _book(rows: Rows, hidden: Rows, said: str) -> bytes:
    sheets = [_sheet(rows, said), _sheet(hidden, said), _chart(said)]
    named = [("F", 0, 0), ("Cachée", _VERY_HIDDEN, 0), ("Graphique", 0, 2)]
    before = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 1997, 0, 6)) + b"".join(
        _record(kind, body) for kind, body in _globals(said)
    )
    told = [_short(name) for name, _, _ in named]
    at = len(before) + sum(4 + 6 + len(name) for name in told) + 4
    places = [at + sum(map(len, sheets[:rank])) for rank in range(len(sheets))]
    listed = (
        _record(0x85, struct.pack("<IBB", place, state, sort) + name)
        for place, (_, state, sort), name in zip(places, named, told, strict=True)
    )
    return before + b"".join(listed) + _record(0xA) + b"".join(sheets)


def _globals(said: str) -> Iterator[tuple[int, bytes]]:
    yield 0x5C, _text(said)  # who wrote it last
    yield 0x42, struct.pack("<H", 1200)
    yield 0x1AE, struct.pack("<H", 0) + _text(f"Excel\x03{said}")  # other data, a program asked
    yield 0x23, struct.pack("<HHH", 0, 0, 0) + _short(said)
    name = said.encode("utf-16-le")
    formula = b"\x17" + _short(said)
    head = struct.pack("<HBBHHH4B", 1, 0, len(said), len(formula), 0, 0, 0, 0, 0, 0)
    yield 0x18, head + b"\x01" + name + formula  # a hidden name
    yield 0xD5, struct.pack("<H", 1)
    yield 0x51, _text(said)
    yield 0xEB, said.encode("utf-16-le")  # drawings


def _sheet(rows: Rows, said: str) -> bytes:
    cells = (
        _record(0x204, struct.pack("<HHH", row, column, 0) + _text(cell))
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
        if cell
    )
    around = (
        (0x14, _text(f"&C{said}")),
        (0x15, _text(said)),
        (0x1B6, bytes(18)),
        (0x3C, b"\x01" + said.encode("utf-16-le")),
        (0x1C, struct.pack("<HHHH", 0, 0, 0, 1) + _text(said) + b"\0"),  # a comment
        (0x1B8, bytes(8) + said.encode("utf-16-le")),  # a link
        (0xB0, _text(said)),
        (0xC7, _text(said)),
        (0x1BE, _text(said)),
        (0xEC, said.encode()),
        (0x5D, said.encode("utf-16-le")),
    )
    size = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)
    body = b"".join(_record(kind, held) for kind, held in around)
    begun = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 1997, 0, 6))
    return begun + _record(0x200, size) + b"".join(cells) + body + _record(0xA)


def _chart(said: str) -> bytes:
    begun = _record(0x809, struct.pack("<HHHHII", 0x600, _CHART, 0, 1997, 0, 6))
    return begun + _record(0x100D, struct.pack("<H", 0) + _short(said)) + _record(0xA)


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text(said: str) -> bytes:
    return struct.pack("<HB", len(said), 1) + said.encode("utf-16-le")


def _short(said: str) -> bytes:
    return struct.pack("<BB", len(said), 1) + said.encode("utf-16-le")


def _compound(streams: dict[str, bytes], said: str) -> bytes:
    """These streams in a file, whose free sectors say that too."""
    padded = {name: body.ljust(_LEAST, b"\0") for name, body in streams.items()}
    sectors, starts = list[bytes](), dict[str, int]()
    for name, body in padded.items():
        starts[name] = len(sectors)
        cut = (body[at : at + _SECTOR] for at in range(0, len(body), _SECTOR))
        sectors += [part.ljust(_SECTOR, b"\0") for part in cut]
    chains = [*starts.values(), len(sectors)]
    table = [_END if rank + 1 in chains else rank + 1 for rank in range(len(sectors))]
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for rank, name in enumerate(padded, start=1):
        following = rank + 1 if rank < len(padded) else _FREE
        entries.append(_entry(name, 2, starts[name], len(padded[name]), right=following))
    directory = b"".join(entries)
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    first, count = len(table), len(directory) // _SECTOR
    table += [*range(first + 1, first + count), _END, _TABLE]
    numbers = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    head = MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, first, 0, _LEAST, _END, 0, _END, 0, len(table) - 1)
    free = said.encode().ljust(_SECTOR // 2, b"\0") + said.encode("utf-16-le")
    held = b"".join((*sectors, directory, numbers, free.ljust(_SECTOR, b"\0")))
    return head.ljust(_SECTOR, b"\xff") + held


def _entry(
    name: str, sort: int, start: int, size: int, child: int = _FREE, right: int = _FREE
) -> bytes:
    told = (name.encode("utf-16-le") + b"\0\0").ljust(64, b"\0")
    links = struct.pack("<HBBIII", 2 * len(name) + 2, sort, 1, _FREE, right, child)
    return told + links + bytes(36) + struct.pack("<III", start, size, 0)
