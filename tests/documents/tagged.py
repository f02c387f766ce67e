"""A tagged PDF as who listens meets it, read by pypdf: roles in order, and what each holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

BREAKS = re.compile(r"[ \n\t]+")
NUMBER = re.compile(r"\d+(?:[\u202f\u00a0]\d{3})*(?:,\d+)?")


@dataclass(frozen=True)
class Tag:
    """One element of the structure: its role, its title, its text alternative."""

    role: str
    title: str
    alt: str


def reader(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def root_of(read: PdfReader) -> Any:
    """What a document says of itself, and where its structure begins."""
    return read.root_object


def tags(content: bytes) -> list[Tag]:
    """Every element of the structure, in the order in which it is read."""
    return list(_walk(root_of(reader(content))["/StructTreeRoot"]))


def _walk(element: Any) -> Iterator[Tag]:
    held = element.get_object()
    if isinstance(held, ArrayObject):
        for kid in held:
            yield from _walk(kid)
        return
    if not isinstance(held, DictionaryObject):
        return
    if "/S" in held:
        yield Tag(str(held["/S"])[1:], str(held.get("/T", "")), str(held.get("/Alt", "")))
    yield from _walk(held.get("/K", ArrayObject()))


def texts(content: bytes) -> list[str]:
    """The words of each page, one space between two; what holds words together stays."""
    return [BREAKS.sub(" ", page.extract_text()) for page in reader(content).pages]


def numbers(text: str) -> set[str]:
    """Every number of a text, without the spaces that group its digits."""
    return {re.sub(r"\s", "", found) for found in NUMBER.findall(text)}
