"""A stream of an old Office file (a « compound file »), its sectors put end to end."""

from __future__ import annotations

import struct
from collections.abc import Sequence

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
"""Numbers from which none is that of a sector: the end of a chain, a sector that is free."""
_LOST = "a sector beyond the end of the file"
_CIRCLE = "a chain of sectors that does not end"
_POWERS = (9, 12)
"""A sector has 512 or 4,096 bytes."""
_ENTRY = 128
"""Bytes of an entry of the directory."""
_SMALL = 4_096
"""Bytes under which a stream lies in the small sectors of the root."""
_SMALL_SECTOR = 64


def stream(content: bytes, names: Sequence[str]) -> bytes:
    """The first stream of one of these names; empty where there is none or its sectors are lost."""
    try:
        return _File(content).stream(names)
    except (struct.error, IndexError, ValueError):
        return b""


class _File:
    def __init__(self, content: bytes) -> None:
        self._content = content
        (power,) = struct.unpack_from("<H", content, 30)
        if power not in _POWERS:
            raise ValueError("no size of a sector")
        self._size: int = 1 << power
        self._start, self._small_start = (
            struct.unpack_from("<I", content, place)[0] for place in (48, 60)
        )
        self._table = self._numbers(self._table_sectors())

    def stream(self, names: Sequence[str]) -> bytes:
        directory = self._chained(self._start)
        root, *entries = (
            directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)
        )
        for entry in entries:
            start, size = struct.unpack_from("<II", entry, 116)
            if _name(entry) in names:
                return self._of(start, size, root)[:size]
        return b""

    def _of(self, start: int, size: int, root: bytes) -> bytes:
        (first,) = struct.unpack_from("<I", root, 116)
        held = self._chained(first)
        table = self._numbers(_chain(self._small_start, self._table))
        if size >= _SMALL:
            return self._chained(start)
        parts = _chain(start, table)
        return b"".join(held[at * _SMALL_SECTOR : (at + 1) * _SMALL_SECTOR] for at in parts)

    def _table_sectors(self) -> list[int]:
        """The sectors of the table: 109 in the header, the others in a chain of their own."""
        found = list(struct.unpack_from("<109I", self._content, 76))
        (more,) = struct.unpack_from("<I", self._content, 68)
        last, seen = self._size // 4 - 1, set[int]()
        while more < _END and more not in seen:
            seen.add(more)
            *numbers, more = struct.unpack_from(f"<{last + 1}I", self._sector(more))
            found.extend(numbers)
        if more in seen:
            raise ValueError(_CIRCLE)
        return [sector for sector in found if sector < _END]

    def _numbers(self, sectors: Sequence[int]) -> list[int]:
        held = b"".join(map(self._sector, sectors))
        return list(struct.unpack(f"<{len(held) // 4}I", held[: len(held) // 4 * 4]))

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._table)))

    def _sector(self, number: int) -> bytes:
        start = self._size * (number + 1)
        if start >= len(self._content):
            raise ValueError(_LOST)
        return self._content[start : start + self._size]


def _chain(start: int, table: Sequence[int]) -> list[int]:
    """The sectors from that one to the end; ValueError where they turn in a circle or are lost."""
    found = dict[int, None]()
    while start < _END:
        if start in found or start >= len(table):
            raise ValueError(_CIRCLE)
        found[start] = None
        start = table[start]
    return list(found)


def _name(entry: bytes) -> str:
    size = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(size - 2, 0)].decode("utf-16-le", "replace")
