"""A PDF as Typst writes it, read as numbered objects: one table of all their places, none of them
in a stream."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

ENTRY = 20
"""Bytes of a line of the table of places."""

TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<[0-9A-Fa-f]*>|"
    rb"(?<![\d.])(?P<number>\d+) 0 R\b|(?P<key>/StructParents? )(?P<rank>\d+)",
    re.S,
)
"""A text, whose digits mean nothing; a reference; the rank of what the structure holds."""

NAMED = re.compile(rb"\(U[\dxy]+\)")
"""What a header cell is known by in a file."""

REFERENCE = re.compile(rb"(\d+) 0 R")
STREAM = re.compile(rb">>\s*stream\r?\n")
LISTED = re.compile(rb"(?:\d+ (?=\d+ 0 R)|\([^)]*\))?\d+ 0 R")

Rename = Callable[[bytes], bytes]


class Unread(Exception):
    """A PDF that is not written as Typst writes them."""


@dataclass(frozen=True)
class PdfPart:
    """The bytes of such a PDF, the places of its objects by their numbers, its last lines."""

    content: bytes
    places: tuple[int, ...]
    trailer: bytes

    @classmethod
    def of(cls, content: bytes) -> PdfPart:
        """The PDF read. Unread where it is written in another way."""
        table = int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*$", content[-64:]))
        head = re.compile(rb"xref\s+0 (\d+)\s*\n").match(content, table)
        if head is None:
            raise Unread("aucune table des objets")
        end = head.end() + int(head[1]) * ENTRY
        places = [int(content[at : at + 10]) for at in range(head.end(), end, ENTRY)]
        trailer = _found(rb"trailer\s+(<<.*>>)\s+startxref", content[end:])
        return cls(content, (*places, table), trailer)

    @property
    def size(self) -> int:
        """One more than the largest number of its objects."""
        return len(self.places) - 1

    def body(self, number: int) -> bytes:
        """An object, its stream included, without its number. Unread where it is not there."""
        said = self.content[self.places[number] : self.places[number + 1]]
        head = b"%d 0 obj\n" % number
        if not said.startswith(head):
            raise Unread(f"l’objet {number} n’est pas à sa place")
        return said[len(head) : said.rindex(b"\nendobj")]

    def listed(self, number: int, key: bytes) -> list[bytes]:
        """What an object lists under that key: references, each after its rank or its name; empty
        where it lists nothing."""
        held = re.search(rb"/%s\[([^\]]*)\]" % key, self.body(number))
        return LISTED.findall(held[1]) if held else []

    @cached_property
    def catalog(self) -> int:
        """The number of what leads to all the others."""
        return int(_found(rb"/Root (\d+) 0 R", self.trailer))

    @cached_property
    def info(self) -> int:
        """The number of what says its title and its author."""
        return int(_found(rb"/Info (\d+) 0 R", self.trailer))

    @cached_property
    def metadata(self) -> int:
        """The number of the same in XMP."""
        return self._led(b"Metadata")

    @cached_property
    def pages(self) -> int:
        """The number of its tree of pages."""
        return self._led(b"Pages")

    @cached_property
    def outlines(self) -> int:
        """The number of its outline."""
        return self._led(b"Outlines")

    @cached_property
    def structure(self) -> int:
        """The number of the root of its structure."""
        return self._led(b"StructTreeRoot")

    @cached_property
    def top(self) -> int:
        """The number of the one element under that root: the document."""
        return int(REFERENCE.findall(self.listed(self.structure, b"K")[0])[0])

    def _led(self, key: bytes) -> int:
        return int(_found(rb"/%s (\d+) 0 R" % key, self.body(self.catalog)))


def _found(pattern: bytes, said: bytes) -> bytes:
    found = re.search(pattern, said, re.S)
    if found is None:
        raise Unread(f"rien de la forme {pattern.decode()}")
    return found[1]


def renumbering(base: int, known: Mapping[int, int], ranks: int = 0, prefix: bytes = b"") -> Rename:
    """What gives an object the numbers that it has in a larger file: ``base`` more, but for those
    that are ``known``; ``ranks`` more for what has a parent in the structure; ``prefix`` stands in
    the names of header cells."""

    def one(found: re.Match[bytes]) -> bytes:
        if found["number"]:
            number = int(found["number"])
            return b"%d 0 R" % known.get(number, base + number)
        if found["key"]:
            return found["key"] + b"%d" % (ranks + int(found["rank"]))
        return b"(" + prefix + found[0][1:] if NAMED.fullmatch(found[0]) else found[0]

    def rename(body: bytes) -> bytes:
        stream = STREAM.search(body)
        end = stream.start() if stream else len(body)
        return TOKEN.sub(one, body[:end]) + body[end:]

    return rename
