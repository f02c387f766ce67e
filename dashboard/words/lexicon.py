"""The words of the trade in what a page says: marked where each first stands, listed at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from dashboard.content import (
    Block,
    Exhibit,
    Fold,
    Hero,
    KeyFigures,
    Listing,
    Notice,
    Prose,
    Span,
    Terms,
    Text,
)
from dashboard.domain import french
from dashboard.words import texts
from dashboard.words.typography import typeset

KNOWN = 20_000
"""Texts whose words are remembered: they come back from view to view."""

SAID: dict[str, str] = {typeset(term): typeset(said) for term, said in texts.GLOSSARY}
"""What each word of the glossary means."""

_TERM_OF = {
    typeset(form).lower(): typeset(term) for term, forms in texts.FORMS.items() for form in forms
}
_HINTS = tuple({form.split(" ")[0][:6] for form in _TERM_OF})
_FORMS = re.compile(
    r"\b(?:" + "|".join(map(re.escape, sorted(_TERM_OF, key=len, reverse=True))) + r")\b"
)

TermPlace = tuple[int, int, str]
"""Where a word stands in a text, and which entry of the glossary it is."""


@lru_cache(KNOWN)
def places(words: str) -> tuple[TermPlace, ...]:
    """Each word of the glossary in that text, from left to right."""
    small = words.lower()
    if not any(hint in small for hint in _HINTS):
        return ()
    found = _FORMS.finditer(small)
    return tuple((item.start(), item.end(), _TERM_OF[item[0]]) for item in found)


def marked(blocks: tuple[Block, ...], where: str) -> tuple[Block, ...]:
    """The same blocks, each word of the glossary explained where it first stands in a sentence.

    Never in a heading, a link, a button, a bold run or the glossary itself; nor beside a drawing,
    where the next thing to reach is its table. ``where`` makes the anchors of one panel its own.
    """
    seen: set[str] = set()
    return tuple([_marked(block, seen, where) for block in blocks])


def explained(blocks: Iterable[Block]) -> Iterator[Span]:
    """The marked words of those blocks: each has its meaning and its anchor."""
    for content in _sentences(blocks):
        yield from (span for span in content if span.anchor)


def bare(content: Text) -> Text:
    """The same text without what a press explains, for paper."""
    return tuple([replace(span, term="", anchor="") if span.anchor else span for span in content])


def met(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The words of the glossary that those blocks hold anywhere but in tables, alphabetically."""
    found = {term for words in _words(blocks) for _, _, term in places(words)}
    return tuple(sorted(found, key=french.fold))


def _marked(block: Block, seen: set[str], where: str) -> Block:
    if isinstance(block, (Prose, Notice)):
        return replace(block, paragraphs=_each(block.paragraphs, seen, where))
    if isinstance(block, Hero):
        return replace(block, lead=_explain(block.lead, seen, where))
    if isinstance(block, Exhibit) and (block.table_first or block.chart is None):
        verdict = _explain(block.verdict, seen, where)
        return replace(block, verdict=verdict, reading=_explain(block.reading, seen, where))
    if isinstance(block, Fold):
        return replace(block, blocks=tuple([_marked(item, seen, where) for item in block.blocks]))
    if isinstance(block, Terms) and not block.anchored:
        items = ((term, _explain(said, seen, where)) for term, said in block.items)
        return replace(block, items=tuple(items))
    return block


def _each(paragraphs: tuple[Text, ...], seen: set[str], where: str) -> tuple[Text, ...]:
    return tuple([_explain(content, seen, where) for content in paragraphs])


def _explain(content: Text, seen: set[str], where: str) -> Text:
    parts: list[Span] = []
    for span in content:
        bare = not (
            span.strong or span.emphasis or span.href or span.term or span.tag or span.claim
        )
        parts.extend(_cut(span, seen, where) if bare and places(span.text) else (span,))
    return tuple(parts)


def _cut(span: Span, seen: set[str], where: str) -> Iterator[Span]:
    at = 0
    for start, end, term in places(span.text):
        if term not in seen:
            seen.add(term)
            if start > at:
                yield Span(span.text[at:start])
            anchor = f"mot-{where}-{french.slug(term)}"
            yield Span(span.text[start:end], term=SAID[term], anchor=anchor)
            at = end
    if at < len(span.text):
        yield Span(span.text[at:])


def _sentences(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Fold):
            yield from _sentences(block.blocks)
        else:
            yield from _own(block)


def _own(block: Block) -> tuple[Text, ...]:
    if isinstance(block, (Prose, Notice)):
        return block.paragraphs
    if isinstance(block, Hero):
        return (block.lead,)
    if isinstance(block, Exhibit):
        return (block.verdict, block.reading)
    return tuple([said for _, said in block.items]) if isinstance(block, Terms) else ()


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    """What is read of those blocks, tables and links aside."""
    for block in blocks:
        yield from (span.text for content in _own(block) for span in content if not span.href)
        yield from _labels(block)
        if isinstance(block, Fold):
            yield from _words(block.blocks)


def _labels(block: Block) -> tuple[str, ...]:
    if isinstance(block, Exhibit):
        return (block.title, block.subtitle, *block.notes, *block.tags)
    if isinstance(block, Listing):
        return (block.title, block.summary)
    if isinstance(block, Hero):
        return (block.title, block.kicker, *_figures(block.key_figures))
    return _figures(block) if isinstance(block, KeyFigures) else ()


def _figures(block: KeyFigures | None) -> tuple[str, ...]:
    items = block.items if block else ()
    return tuple([words for item in items for words in (item.label, item.detail)])
