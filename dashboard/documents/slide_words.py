"""What the blocks of a document say on a slide: sentences, items of lists, headings."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content import Authored, Prose, Terms
from dashboard.documents.runs import ItemPlace, Run, clean, entries, linked, runs
from dashboard.documents.stage import Sentence
from dashboard.domain import french
from dashboard.exports.image.content import ImageOrigin
from dashboard.markdown import Heading, Items, MarkdownBlock


def line(said: str) -> Sentence:
    """Plain words."""
    return Sentence([Run(clean(said))])


def prose(block: Prose) -> Iterator[Sentence]:
    """Its paragraphs, or its list."""
    item = ItemPlace(1) if block.bullets else None
    return (Sentence(runs(said), item) for said in block.paragraphs)


def terms(block: Terms) -> Iterator[Sentence]:
    """A list of terms and what they mean."""
    for term, said in block.items:
        named = Run(clean(f"{term}{french.NBSP}: "), strong=True)
        yield Sentence([named, *runs(said)], ItemPlace(1))


def authored(block: Authored, origin: ImageOrigin) -> Iterator[Sentence]:
    """What staff wrote, with who signs it."""
    for part in block.parts:
        yield from _part(part, origin)
    if block.signature:
        yield Sentence([Run(clean(block.signature), emphasis=True)])


def _part(part: MarkdownBlock, origin: ImageOrigin) -> Iterator[Sentence]:
    if isinstance(part, Items):
        for said, item in entries(part, origin):
            yield Sentence(said, item)
    elif isinstance(part, Heading):
        yield Sentence([run._replace(strong=True) for run in linked(part.text, origin)], heads=True)
    else:
        yield Sentence(linked(part.text, origin))
