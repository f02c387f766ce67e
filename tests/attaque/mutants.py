"""Files of the trade made wrong in one or several ways; the same seed makes the same files."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from dashboard.importers.imported import Document

NASTY = (
    *("", " ", "s", "n.d.", "-", "0", "-1", "1e400", "NaN", "inf", "12,345", "1,2,3,4.5"),
    *("9" * 60, "20٢٠", "1920", "2999", "7,76459042E+13", "00000000000000", "=1+1", "@x", "+3"),
    *("\u202e12", "a\u0000b", "\ufeff", "é" * 300, "Ã©tÃ©", "\ufffd", '"', '""', "a;b", "a\nb"),
    *("TOTAL", "Ensemble", "qp099001", "QP099001", "01/03/22", "1er mars 2022", "31/02/2022"),
    *("Mme Une Personne", "x" * 40_000, "\u00a03\u202f631", "½", "１２", "#REF!", "1.234.5"),
)
"""Cells that people, spreadsheets and attackers write."""

ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32", "mac_roman", "cp850")

Change = Callable[[random.Random, Document], Document]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file made wrong, and how."""

    document: Document
    recipe: tuple[str, ...]


def mutants(sources: Sequence[Document], count: int, seed: int) -> Iterator[Mutant]:
    """That many files, each from one of the sources, with one to three changes."""
    draw = random.Random(seed)
    for _ in range(count):
        document, recipe = draw.choice(sources), []
        for change in draw.choices(_changes(document), k=draw.choice((1, 1, 1, 2, 3))):
            document = change(draw, document)
            recipe.append(change.__name__)
        yield Mutant(document, (document.name, *recipe))


def trimmed(path: Path, wanted: Sequence[str], every: int = 400) -> Document:
    """The file with its first lines, those that hold a wanted word and a few of the others."""
    content = path.read_bytes()
    if path.suffix in (".json", ".geojson"):
        return Document(path.name, _trimmed_items(content, wanted, every))
    lines = content.split(b"\n")
    kept = [
        line
        for rank, line in enumerate(lines)
        if rank < 3 or rank % every == 0 or any(word.encode() in line for word in wanted)
    ]
    return Document(path.name, b"\n".join(kept))


def _trimmed_items(content: bytes, wanted: Sequence[str], every: int) -> bytes:
    whole = json.loads(content)
    items = whole if isinstance(whole, list) else whole.get("features")
    if items is None:
        return content
    kept = [
        item
        for rank, item in enumerate(items)
        if rank % every == 0 or any(word in json.dumps(item)[:2000] for word in wanted)
    ]
    found = kept if isinstance(whole, list) else whole | {"features": kept}
    return json.dumps(found, ensure_ascii=False).encode()


def _changes(document: Document) -> tuple[Change, ...]:
    start = document.content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    if start in (b"[", b"{"):
        return (*_OF_BYTES, *_OF_ITEMS, *_OF_ITEMS)
    return (*_OF_BYTES, *_OF_TABLES, *_OF_TABLES)


def flip_a_byte(draw: random.Random, document: Document) -> Document:
    content = bytearray(document.content or b"x")
    content[draw.randrange(len(content))] = draw.randrange(256)
    return Document(document.name, bytes(content))


def cut_a_piece(draw: random.Random, document: Document) -> Document:
    start = draw.randrange(len(document.content) + 1)
    end = start + draw.choice((1, 10, 200, 10_000))
    return Document(document.name, document.content[:start] + document.content[end:])


def repeat_a_piece(draw: random.Random, document: Document) -> Document:
    start = draw.randrange(len(document.content) + 1)
    piece = document.content[start : start + draw.choice((1, 30, 500))]
    return Document(document.name, document.content[:start] + piece + document.content[start:])


def end_early(draw: random.Random, document: Document) -> Document:
    return Document(document.name, document.content[: draw.randrange(len(document.content) + 1)])


def insert_bytes(draw: random.Random, document: Document) -> Document:
    piece = draw.choice((b'"', b"\x00", b"\xff", b"\n", b";", b"\r", b"\xef\xbb\xbf", b"'", b"{"))
    at = draw.randrange(len(document.content) + 1)
    return Document(document.name, document.content[:at] + piece + document.content[at:])


def lose_its_name(draw: random.Random, document: Document) -> Document:
    suffix = Path(document.name).suffix
    name = draw.choice(
        (f"export{suffix}", "2021", f"200069110_x{suffix}", f"20172024{suffix}", "x")
    )
    return Document(name, document.content)


def go_in_a_zip(draw: random.Random, document: Document) -> Document:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(document.name or "x", document.content)
        if draw.random() < 0.5:
            archive.writestr(f"__MACOSX/._{document.name}", b"\x00\x05\x16\x07")
        if draw.random() < 0.3:
            archive.writestr(f"meta_{document.name}", b"COD_VAR;LIB_VAR\nA;B\n")
    return Document(f"{Path(document.name).stem}.zip", stream.getvalue())


def recode(draw: random.Random, document: Document) -> Document:
    text = document.content.decode("utf-8", "replace")
    return Document(document.name, text.encode(draw.choice(ENCODINGS), "replace"))


def _table(document: Document) -> list[list[str]]:
    try:
        text = document.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = document.content.decode("cp1252", "replace")
    separator = max(";,\t", key=text.partition("\n")[0].count)
    return [line.split(separator) for line in text.splitlines()] or [[""]]


def _written(document: Document, rows: Sequence[Sequence[str]], separator: str = ";") -> Document:
    text = "\n".join(separator.join(row) for row in rows)
    return Document(document.name, text.encode("utf-8", "replace"))


def spoil_cells(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    for _ in range(draw.choice((1, 2, 8))):
        row = draw.choice(rows)
        row[draw.randrange(len(row))] = draw.choice(NASTY)
    return _written(document, rows)


def spoil_a_column(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    rank, text = draw.randrange(max(map(len, rows))), draw.choice(NASTY)
    return _written(document, [[*row[:rank], text, *row[rank + 1 :]] for row in rows])


def rewrite_the_header(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    ways: tuple[Callable[[str], str], ...] = (
        *(str.lower, str.upper),
        *(lambda text: f" {text} ", lambda text: text.replace("_", " "), lambda text: text[:10]),
    )
    rows[0] = [draw.choice(ways)(cell) for cell in rows[0]]
    return _written(document, rows)


def lose_a_column(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    rank = draw.randrange(max(map(len, rows)))
    return _written(document, [[*row[:rank], *row[rank + 1 :]] for row in rows])


def swap_columns(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    order = list(range(max(map(len, rows))))
    draw.shuffle(order)
    wide = [[*row, *[""] * (len(order) - len(row))] for row in rows]
    return _written(document, [[row[rank] for rank in order] for row in wide])


def repeat_lines(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    for _ in range(draw.choice((1, 5))):
        rows.insert(draw.randrange(len(rows) + 1), list(draw.choice(rows)))
    return _written(document, rows)


def add_odd_lines(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    for odd in draw.choices((["TOTAL"], [""], ["x"] * 90, [draw.choice(NASTY)] * 3), k=2):
        rows.insert(draw.randrange(len(rows) + 1), list(odd))
    return _written(document, rows)


def change_separator(draw: random.Random, document: Document) -> Document:
    rows = _table(document)
    stream = io.StringIO()
    csv.writer(stream, delimiter=draw.choice(",;\t|")).writerows(rows)
    return Document(document.name, stream.getvalue().encode())


def become_a_workbook(draw: random.Random, document: Document) -> Document:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Données", draw.choice((0, 1)))
    for row in _table(document)[:200]:
        sheet.append([_kept_by_excel(cell) for cell in row[:60]])
    stream = io.BytesIO()
    book.save(stream)
    return Document(f"{Path(document.name).stem}.xlsx", stream.getvalue())


def _kept_by_excel(cell: str) -> str | float:
    text = "".join(char for char in cell if char.isprintable())[:30_000]
    return float(text) if text.isascii() and text.isdigit() and len(text) < 16 else text


def spoil_values(draw: random.Random, document: Document) -> Document:
    try:
        whole = json.loads(document.content)
    except ValueError:
        return flip_a_byte(draw, document)
    for _ in range(draw.choice((1, 3))):
        _spoil(draw, whole)
    return Document(document.name, json.dumps(whole).encode())


_ODD: tuple[object, ...] = (
    *(None, True, [], {}, -1, 10**400, 1.5, "Infinity", float("inf"), float("nan")),
    *("\ud800", "a\0b"),
)


def _spoil(draw: random.Random, whole: object) -> None:
    """One value, anywhere in the document, becomes another."""
    while isinstance(whole, dict | list) and whole:
        name = draw.choice(list(whole)) if isinstance(whole, dict) else draw.randrange(len(whole))
        inner = whole[name]
        if not isinstance(inner, dict | list) or draw.random() < 0.15:
            whole[name] = draw.choice((*_ODD, *NASTY))
            return
        whole = inner


def repeat_items(draw: random.Random, document: Document) -> Document:
    try:
        whole = json.loads(document.content)
        items = whole if isinstance(whole, list) else whole["features"]
        items.insert(draw.randrange(len(items) + 1), draw.choice(items))
    except (ValueError, LookupError, TypeError, AttributeError):
        return flip_a_byte(draw, document)
    return Document(document.name, json.dumps(whole).encode())


def move_outlines(draw: random.Random, document: Document) -> Document:
    ways: tuple[Callable[[float, float], list[float]], ...] = (
        lambda x, y: [y, x],
        lambda x, y: [x * 111_320, y * 111_320],
        lambda x, y: [x, y, 300.0],
        lambda x, y: [x + 3, y],
        lambda x, y: [x, x],
    )
    way = draw.choice(ways)
    try:
        whole = json.loads(document.content)
        for item in whole["features"]:
            item["geometry"]["coordinates"] = _moved(item["geometry"]["coordinates"], way)
    except (ValueError, LookupError, TypeError):
        return flip_a_byte(draw, document)
    return Document(document.name, json.dumps(whole).encode())


def _moved(found: list, way: Callable[[float, float], list[float]]) -> list:  # type: ignore[type-arg]
    if found and isinstance(found[0], int | float):
        return way(float(found[0]), float(found[1]))
    return [_moved(item, way) for item in found]


_OF_BYTES: tuple[Change, ...] = (
    *(flip_a_byte, cut_a_piece, repeat_a_piece, end_early, insert_bytes),
    *(lose_its_name, go_in_a_zip, recode),
)
_OF_TABLES: tuple[Change, ...] = (
    *(spoil_cells, spoil_a_column, rewrite_the_header, lose_a_column, swap_columns),
    *(repeat_lines, add_odd_lines, change_separator, become_a_workbook),
)
_OF_ITEMS: tuple[Change, ...] = (spoil_values, spoil_values, repeat_items, move_outlines)
