"""Words of a document in every office file: runs of text, and the items of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dashboard.content import Text
from dashboard.documents import imprint
from dashboard.exports.image.content import ImageOrigin
from dashboard.markdown import Items, MarkdownBlock

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Run(NamedTuple):
    """Words, whether they are strong or stressed, the whole address where they lead."""

    words: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where a paragraph stands in lists: ``depth`` is 1 in a list that no other one holds,
    ``number`` that of its item, None for a bullet. It ``opens`` its list, or ``goes_on`` with an
    item that another paragraph begins."""

    depth: int
    number: int | None = None
    opens: bool = False
    goes_on: bool = False


def clean(said: str) -> str:
    """The text without what XML cannot hold."""
    return _UNWRITABLE.sub("", said)


def runs(text: Text) -> list[Run]:
    """The words of a text; a mark stands between brackets."""
    return [
        Run(clean(f"({span.text})" if span.tag else span.text), span.strong, span.emphasis)
        for span in text
    ]


def linked(text: Text, origin: ImageOrigin) -> list[Run]:
    """The same, with where each run leads."""
    leads = (clean(imprint.target(span.href, origin)) for span in text)
    return [run._replace(href=lead) for run, lead in zip(runs(text), leads, strict=True)]


def entries(
    listed: Items, origin: ImageOrigin, depth: int = 1
) -> Iterator[tuple[list[Run], ItemPlace]]:
    """Each paragraph of a list and of those that it holds, in the order in which they are read."""
    for rank, parts in enumerate(listed.items):
        number = None if listed.first is None else listed.first + rank
        yield from _entry(parts, origin, ItemPlace(depth, number, opens=rank == 0))


def _entry(
    parts: Sequence[MarkdownBlock], origin: ImageOrigin, item: ItemPlace
) -> Iterator[tuple[list[Run], ItemPlace]]:
    for part in parts:
        if isinstance(part, Items):
            yield from entries(part, origin, item.depth + 1)
        else:
            yield linked(part.text, origin), item
            item = replace(item, opens=False, goes_on=True)
