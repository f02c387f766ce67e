"""XML read by a parser and written anew: what is not named is not copied."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from pathlib import PurePosixPath
from xml.parsers import expat

from dashboard.importers.writing.packed import Put

Attributes = dict[str, str]
Begin = Callable[[Attributes], object]
End = Callable[[], object]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AT_ONCE = 1024 * 1024
_SAFE = re.compile(
    r"-?[0-9.]+(?:[eE][-+]?[0-9]+)?|[a-z][A-Za-z]{0,24}|[0-9A-F]{8}|"
    r"\$?[A-Z]{1,3}\$?[0-9]+(?:[: ]\$?[A-Z]{1,3}\$?[0-9]+)*|[0-9]+:[0-9]+"
)
"""A number, a word of the format, a colour, cells."""


class DamagedXml(Exception):
    """A part that is no XML, or that declares entities of its own."""


def parsed(xml: bytes, start: Callable[[str, Attributes], object], end: Put, text: Put) -> None:
    """Have these told of each element and text, in order; DamagedXml where it cannot be read. An
    element is named by its prefix and its name."""
    _told(expat.ParserCreate(), xml, start, end, text)


def parsed_by_space(
    xml: bytes, start: Callable[[str, Attributes], object], end: Put, text: Put
) -> None:
    """The same, an element and an attribute being named by their namespace, a space, their name."""
    _told(expat.ParserCreate(namespace_separator=" "), xml, start, end, text)


def _told(
    parser: expat.XMLParserType,
    xml: bytes,
    start: Callable[[str, Attributes], object],
    end: Put,
    text: Put,
) -> None:
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_entity
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    try:
        for at in range(0, len(xml), _AT_ONCE):
            parser.Parse(xml[at : at + _AT_ONCE], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise DamagedXml from error


def _no_entity(*_: object) -> None:
    raise DamagedXml


def bare(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


def elements(xml: bytes) -> list[tuple[str, Attributes]]:
    """The elements of a short part and their attributes, by their bare names."""
    found: list[tuple[str, Attributes]] = []

    def start(name: str, told: Attributes) -> None:
        found.append((bare(name), {bare(key): value for key, value in told.items()}))

    parsed(xml, start, _nothing, _nothing)
    return found


def _nothing(_: object) -> None:
    """Pass over it."""


class Walk:
    """A part walked through: ``begins`` and ``ends`` say what is done at an element, by its bare
    name; one that ``begins`` does not name is passed over with all that it holds. ``held`` gathers
    the texts met."""

    def __init__(self, begins: Mapping[str, Begin], ends: Mapping[str, End]) -> None:
        self.held: list[str] = []
        self._begins, self._ends, self._passed = dict(begins), dict(ends), 0

    def through(self, xml: bytes) -> None:
        """Go through that part; DamagedXml where it cannot be read."""
        parsed(xml, self._start, self._end, self.held.append)

    def _start(self, name: str, told: Attributes) -> None:
        if self._passed:
            self._passed += 1
            return
        begin = self._begins.get(name) or self._begins.get(bare(name))
        if begin is None:
            self._passed = 1
        else:
            begin(told)

    def _end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
            return
        end = self._ends.get(name) or self._ends.get(bare(name))
        if end is not None:
            end()

    def begin_text(self, _: Attributes | None = None) -> None:
        """Have what is gathered begin here."""
        self.held.clear()


def words(said: str) -> tuple[str, ...]:
    """The names that are listed so, each once."""
    return tuple(dict.fromkeys(said.split()))


def safe(told: Attributes, kept: Container[str]) -> str:
    """Those of these attributes that are kept, as they are written: no value that may be a word of
    somebody."""
    return "".join(
        f' {name}="{value}"'
        for name, value in told.items()
        if name in kept and _SAFE.fullmatch(value)
    )


def escaped(text: str) -> str:
    """The text as XML holds it, between tags or between quotation marks."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def beside(part: str, target: str) -> str:
    """The path of what that part of an archive refers to so."""
    if target.startswith("/"):
        return target.lstrip("/")
    return str(PurePosixPath(part).parent / target)
