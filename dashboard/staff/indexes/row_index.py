"""The rows of a table by column: the cells that differ once each, in their order, and for each row
which one it holds. Made once of a content, then read in place: nothing of it is loaded whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.depot.edits import mark_of
from dashboard.domain import french
from dashboard.schema import CellKind, PackedRows, Record, TableSchema, packed
from dashboard.staff.indexes.labels import label_of
from dashboard.staff.indexes.sorting import NUMBERS, SortKey, sort_key, value_of
from dashboard.staff.indexes.text_pack import Mask, Ranks, TextPack

LABEL = ""
"""The column that no table has: what lists of choices call each row."""
HEAD, ALIGN = 8, 64
"""Bytes that say how long the description is, and between which arrays lie."""
CellCodes = npt.NDArray[np.unsignedinteger]
Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.float64]
AnyArray = npt.NDArray[Any]
MARK = re.compile("[0-9a-f]{16}").fullmatch


class NotWhole(ValueError):
    """What was read back is not a whole index."""


@dataclass(frozen=True, slots=True)
class IndexColumn:
    """One column. ``codes`` says which cell each row holds, ``cells`` are those that differ, in
    their order, ``folded`` the same as they are searched. ``groups`` is the same for the cells that
    are ordered alike, ``numbers`` what each says (not a number where it says none). ``hashes`` are
    theirs, in order, ``hashed`` the cell of each."""

    kind: CellKind
    filled: int
    codes: CellCodes
    cells: TextPack
    folded: TextPack
    groups: Ranks
    hashes: Hashes
    hashed: CellCodes
    numbers: Numbers

    def picked(self, wanted: Iterable[str]) -> Mask:
        """Which rows hold one of those cells."""
        return self.rows(self.among(hashes_of(wanted)))

    def among(self, hashes: Hashes) -> Mask:
        """Which cells have one of those hashes."""
        found = np.zeros(len(self.cells), np.bool_)
        places = np.searchsorted(self.hashes, hashes)
        here = places < len(self.hashes)
        here[here] = self.hashes[places[here]] == hashes[here]
        found[self.hashed[places[here]]] = True
        return found

    def hashes_in(self, rows: Mask) -> Hashes:
        """The hashes of the cells of those rows, each once, in order."""
        cells = np.zeros(len(self.cells), np.bool_)
        cells[self.codes[rows]] = True
        return self.hashes[cells[self.hashed]]

    def rows(self, cells: Mask) -> Mask:
        """Which rows hold one of the cells that are so marked."""
        found: Mask = cells[self.codes]
        return found

    def key(self, group: int) -> SortKey:
        """What the cells of that group are ordered by."""
        rank = int(np.searchsorted(self.groups, group))
        return sort_key(self.kind, self.cells[rank])


class RowIndex:
    """See the module."""

    def __init__(self, held: memoryview) -> None:
        self._held = held
        try:
            size = int.from_bytes(held[:HEAD], "little")
            self._told = json.loads(bytes(held[HEAD : HEAD + size]))
            self._data = _aligned(HEAD + size)
            whole = len(held) == self._data + self._told["size"]
        except (ValueError, KeyError, TypeError) as error:
            raise NotWhole from error
        if not whole:
            raise NotWhole
        self.columns: tuple[str, ...] = tuple(self._told["columns"])
        self._height = int(self._told["height"])
        self._read: dict[str, IndexColumn] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return self._height

    def __getitem__(self, rank: int) -> Record:
        """The row of that rank."""
        columns = ((name, self.column(name)) for name in self.columns)
        return {name: column.cells[int(column.codes[rank])] for name, column in columns}

    def column(self, name: str) -> IndexColumn:
        """That column; KeyError where there is none."""
        if name not in self._read:
            self._read[name] = self._column(name)
        return self._read[name]

    def _column(self, name: str) -> IndexColumn:
        said = self._told["columns"][name] if name != LABEL else self._told["label"]
        at = said["arrays"]
        return IndexColumn(
            CellKind(said["kind"]),
            said["filled"],
            self._array(at["codes"]),
            TextPack(self._array(at["cells"]), self._array(at["ends"])),
            TextPack(self._array(at["folded"]), self._array(at["folded_ends"])),
            self._array(at["groups"]),
            self._array(at["hashes"]),
            self._array(at["hashed"]),
            self._array(at["numbers"]),
        )

    def ranks(self, mark: str) -> list[int]:
        """The ranks of the rows of that mark, in their order; empty where no row has it."""
        if not MARK(mark):
            return []
        marks = self._array(self._told["marks"])
        sought = np.uint64(int(mark, 16))
        first, end = (int(np.searchsorted(marks, sought, side)) for side in ("left", "right"))
        return sorted(int(rank) for rank in self._array(self._told["by_mark"])[first:end])

    def holding(self, word: str, names: Sequence[str] = ()) -> Mask:
        """Which rows hold that word, folded, in one of their cells, or in one of those columns."""
        found = np.zeros(len(self), np.bool_)
        for name in names or self.columns:
            column = self.column(name)
            cells = column.folded.holding(word)
            if cells.any():
                found |= column.rows(cells)
        return found

    def pairs(self, one: str, other: str) -> Iterator[tuple[str, str]]:
        """The cells of those two columns that stand in the same row, each pair once."""
        first, second = self.column(one), self.column(other)
        width = len(second.cells)
        both = np.unique(first.codes.astype(np.int64) * width + second.codes)
        return ((first.cells[int(pair // width)], second.cells[int(pair % width)]) for pair in both)

    def _array(self, said: tuple[str, int, int]) -> AnyArray:
        kind, count, start = said
        if not count:
            return np.empty(0, kind)
        return np.frombuffer(self._held, kind, count, self._data + start)


def row_index(table: TableSchema, rows: Sequence[Record]) -> RowIndex:
    """The index of those rows, held in memory."""
    return RowIndex(memoryview(written(table, rows)))


def written(table: TableSchema, rows: Sequence[Record]) -> bytes:
    """The index of those rows of that table, as it is kept."""
    held = rows if isinstance(rows, PackedRows) and rows.columns else packed(table.header, rows)
    kinds = {field.name: field.kind for field in table.fields}
    arrays = _Arrays()
    columns = {
        name: _column(arrays, kinds.get(name, CellKind.TEXT), held.column(name))
        for name in held.columns
    }
    label = _column(arrays, CellKind.TEXT, [label_of(table, row) for row in held])
    marks = np.fromiter(
        (int(mark_of(table.name, key), 16) for key in held.cells(table.key)), np.uint64, len(held)
    )
    by_mark = np.argsort(marks, kind="stable")
    return arrays.whole(
        {
            "height": len(held),
            "columns": columns,
            "label": label,
            "marks": arrays.put(marks[by_mark]),
            "by_mark": arrays.put(by_mark.astype(_least(len(held)))),
        }
    )


def hashes_of(cells: Iterable[str]) -> Hashes:
    """What tells each of those cells from any other."""
    return np.fromiter((_hash(cell) for cell in cells), np.uint64)


def _hash(cell: str) -> int:
    return int.from_bytes(blake2b(cell.encode("utf-8", "surrogatepass"), digest_size=8).digest())


class _Arrays:
    """Arrays put one after the other, each said by its kind, its length and its place."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def put(self, array: AnyArray) -> list[object]:
        """Put that array; what says it."""
        said = [array.dtype.str, len(array), self._size]
        content = array.tobytes()
        self._parts.append(content.ljust(_aligned(len(content)), b"\0"))
        self._size += len(self._parts[-1])
        return said

    def whole(self, told: Mapping[str, object]) -> bytes:
        """All of them after what is told of them."""
        head = json.dumps({**told, "size": self._size}).encode()
        said = (len(head).to_bytes(HEAD, "little") + head).ljust(_aligned(HEAD + len(head)), b"\0")
        return b"".join(chain((said,), self._parts))


def _aligned(size: int) -> int:
    return -(-size // ALIGN) * ALIGN


def _least(count: int) -> str:
    """The smallest kind of number that tells so many things apart."""
    return np.min_scalar_type(max(0, count - 1)).str


def _column(arrays: _Arrays, kind: CellKind, cells: Sequence[str]) -> dict[str, object]:
    keys = {cell: sort_key(kind, cell) for cell in set(cells)}
    ordered = sorted(keys, key=lambda cell: (keys[cell], cell))
    places = {cell: place for place, cell in enumerate(ordered)}
    codes = np.fromiter(map(places.__getitem__, cells), _least(len(ordered)), len(cells))
    told = [keys[cell] for cell in ordered]
    steps = (one != other for one, other in zip(told[1:], told, strict=False))
    groups = np.cumsum(np.fromiter(chain((0,), steps), np.int32, max(1, len(told))))
    numbers = [value_of(cell) for cell in ordered] if kind in NUMBERS else ()
    texts, folded = TextPack.of(ordered), TextPack.of([french.fold(cell) for cell in ordered])
    hashes = hashes_of(ordered)
    hashed = np.argsort(hashes)
    filled = len(cells) - (cells.count("") if "" in places else 0)
    return {
        "kind": str(kind),
        "filled": filled,
        "arrays": {
            "codes": arrays.put(codes),
            "cells": arrays.put(texts.bytes),
            "ends": arrays.put(texts.ends),
            "folded": arrays.put(folded.bytes),
            "folded_ends": arrays.put(folded.ends),
            "groups": arrays.put(groups[: len(told)]),
            "hashes": arrays.put(hashes[hashed]),
            "hashed": arrays.put(hashed.astype(codes.dtype)),
            "numbers": arrays.put(np.array(numbers, np.float64)),
        },
    }
