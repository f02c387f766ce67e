"""The words of the trade in what a page says: marked where each first stands, listed at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
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
from dashboard.domain.local_words import STANDARD, LocalWord, LocalWords
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


def _matching(forms: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


_FORMS = _matching(_TERM_OF)

TermPlace = tuple[int, int, str]
"""Where a word stands in a text, and which entry of the glossary it is."""
TermForms = tuple[tuple[str, str], ...]
"""Ways to write entries of the glossary, in small letters, each with its entry."""


@lru_cache(KNOWN)
def places(words: str, own: TermForms = ()) -> tuple[TermPlace, ...]:
    """Each word of the glossary in that text, from left to right; ``own`` are those of the
    territory."""
    small = words.lower()
    if not own and not any(hint in small for hint in _HINTS):
        return ()
    term_of = {**_TERM_OF, **dict(own)} if own else _TERM_OF
    found = (_pattern(own) if own else _FORMS).finditer(small)
    return tuple((item.start(), item.end(), term_of[item[0]]) for item in found)


@lru_cache
def _pattern(own: TermForms) -> re.Pattern[str]:
    return _matching({**_TERM_OF, **dict(own)})


@lru_cache
def _forms_of(own: LocalWords) -> TermForms:
    """The forms of the words of a territory, each with the entry that it stands for."""
    return tuple(
        (typeset(form).lower(), _TERM_OF[str(word.notion)])
        for word in own.words
        for form in (word.singular, word.plural)
    )


@dataclass(frozen=True, slots=True)
class _Marking:
    """A panel whose words are marked: what its anchors bear, the words of the territory, those of
    the glossary that were met already."""

    where: str
    own: TermForms
    seen: set[str] = field(default_factory=set)


def marked(blocks: tuple[Block, ...], where: str, own: LocalWords = STANDARD) -> tuple[Block, ...]:
    """The same blocks, each word of the glossary explained where it first stands in a sentence.

    Never in a heading, a link, a button, a bold run or the glossary itself; nor beside a drawing,
    where the next thing to reach is its table. ``where`` makes the anchors of one panel its own;
    ``own`` are the words of the territory, each explained as the one that it stands for.
    """
    mark = _Marking(where, _forms_of(own))
    return tuple([_marked(block, mark) for block in blocks])


def explained(blocks: Iterable[Block]) -> Iterator[Span]:
    """The marked words of those blocks: each has its meaning and its anchor."""
    for content in _sentences(blocks):
        yield from (span for span in content if span.anchor)


def bare(content: Text) -> Text:
    """The same text without what a press explains, for paper."""
    return tuple([replace(span, term="", anchor="") if span.anchor else span for span in content])


def met(blocks: Iterable[Block], own: LocalWords = STANDARD) -> tuple[str, ...]:
    """The words of the glossary that those blocks hold anywhere but in tables, alphabetically; what
    ``own``, the words of the territory, stand for is held too."""
    forms = _forms_of(own)
    found = {term for words in _words(blocks) for _, _, term in places(words, forms)}
    return tuple(sorted(found, key=french.fold))


def own_word(term: str, own: LocalWords) -> LocalWord | None:
    """The word that the territory has for that entry of the glossary; None where it has none."""
    return next((word for word in own.words if _TERM_OF[str(word.notion)] == term), None)


def named(term: str, own: LocalWords) -> str:
    """How an entry of the glossary is listed: « Table de quartier (conseil citoyen) » where the
    territory has a word for it, else under its own name."""
    word = own_word(term, own)
    return typeset(f"{french.capital(word.singular)} ({word.notion})") if word else term


def _marked(block: Block, mark: _Marking) -> Block:
    if isinstance(block, (Prose, Notice)):
        return replace(block, paragraphs=_each(block.paragraphs, mark))
    if isinstance(block, Hero):
        return replace(block, lead=_explain(block.lead, mark))
    if isinstance(block, Exhibit) and (block.table_first or block.chart is None):
        verdict = _explain(block.verdict, mark)
        return replace(block, verdict=verdict, reading=_explain(block.reading, mark))
    if isinstance(block, Fold):
        return replace(block, blocks=tuple([_marked(item, mark) for item in block.blocks]))
    if isinstance(block, Terms) and not block.anchored:
        items = ((term, _explain(said, mark)) for term, said in block.items)
        return replace(block, items=tuple(items))
    return block


def _each(paragraphs: tuple[Text, ...], mark: _Marking) -> tuple[Text, ...]:
    return tuple([_explain(content, mark) for content in paragraphs])


def _explain(content: Text, mark: _Marking) -> Text:
    parts: list[Span] = []
    for span in content:
        bare = not (
            span.strong or span.emphasis or span.href or span.term or span.tag or span.claim
        )
        parts.extend(_cut(span, mark) if bare and places(span.text, mark.own) else (span,))
    return tuple(parts)


def _cut(span: Span, mark: _Marking) -> Iterator[Span]:
    at = 0
    for start, end, term in places(span.text, mark.own):
        if term not in mark.seen:
            mark.seen.add(term)
            if start > at:
                yield Span(span.text[at:start])
            anchor = f"mot-{mark.where}-{french.slug(term)}"
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
