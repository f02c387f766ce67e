"""The parts of an XLSX that are read, wherever they lie in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.importers.unnaming.markup import Attributes, beside, elements

PARTS = re.compile(r"^(?:_rels[/\\]\.rels$|xl[/\\])", re.IGNORECASE)
"""The paths of the parts that may be read."""
_BOOK = "xl/workbook.xml"
_OTHERS = {
    "sharedStrings": "sharedStrings.xml",
    "styles": "styles.xml",
    "theme": "theme/theme1.xml",
}
"""Where what is linked so lies as a rule."""
_YES = ("1", "true")

Elements = Sequence[tuple[str, Attributes]]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of a workbook: its name, how it is hidden if it is, and its XML."""

    name: str
    state: str = ""
    xml: bytes = b""


@dataclass(frozen=True, slots=True)
class ReadBook:
    """What is read of a workbook; a part that it has not is empty. ``active`` is the rank of the
    sheet that is shown first."""

    sheets: tuple[SheetPart, ...]
    strings: bytes = b""
    styles: bytes = b""
    theme: bytes = b""
    dated_1904: bool = False
    asks_again: bool = False
    active: int = 0


def read_book(parts: Mapping[str, bytes]) -> ReadBook:
    """The workbook that these parts of an archive make; DamagedXml where they make none."""
    held = {_path(name): content for name, content in parts.items()}
    told = elements(held.get("_rels/.rels", b""))
    path = _target(told, "", "officeDocument", _BOOK)
    folder, _, name = path.rpartition("/")
    links = elements(held.get(_path(f"{folder}/_rels/{name}.rels"), b""))
    said = elements(held.get(_path(path), b""))
    places = {at.get("Id", ""): beside(path, at.get("Target", "")) for _, at in links}
    listed = [(at, places.get(at.get("id", ""), "")) for tag, at in said if tag == "sheet"]
    sheets = tuple(
        SheetPart(at.get("name", ""), at.get("state", ""), held.get(_path(place), b""))
        for at, place in listed
        if _is_sheet(place)
    )
    others = {
        sort: held.get(_path(_target(links, path, sort, f"xl/{usual}")), b"")
        for sort, usual in _OTHERS.items()
    }
    return ReadBook(
        sheets,
        others["sharedStrings"],
        others["styles"],
        others["theme"],
        _says(said, "workbookPr", "date1904"),
        _says(said, "calcPr", "fullCalcOnLoad"),
        _active(said, [place for _, place in listed]),
    )


def _path(name: str) -> str:
    """A path as it is compared: programs write it in their own case, and with their own bars."""
    return name.replace("\\", "/").lower().lstrip("/")


def _target(links: Elements, part: str, sort: str, usual: str) -> str:
    """The path of what is linked as that; the usual one where nothing is."""
    told = (at for _, at in links if at.get("Type", "").endswith(f"/{sort}"))
    return next((beside(part, at.get("Target", "")) for at in told), usual)


def _is_sheet(path: str) -> bool:
    return path.split("/")[1:2] == ["worksheets"]


def _says(said: Elements, tag: str, name: str) -> bool:
    return any(at.get(name, "") in _YES for found, at in said if found == tag)


def _active(said: Elements, places: Sequence[str]) -> int:
    """The rank, among the sheets of cells, of the one that is shown first."""
    told = next((at.get("activeTab", "") for tag, at in said if tag == "workbookView"), "")
    rank = int(told) if told.isascii() and told.isdecimal() and len(told) < 6 else 0
    shown = rank < len(places) and _is_sheet(places[rank])
    return sum(map(_is_sheet, places[:rank])) if shown else 0
