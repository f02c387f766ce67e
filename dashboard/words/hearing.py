"""What a person types, in the words of the law and in those of the territory: either finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.domain.local_words import LocalWords
from dashboard.words.spelling import near, words_of


def heard(asked: str, own: LocalWords) -> str:
    """The same words, the local ones read as what they stand for: « avis table de quartier » as
    « avis conseil citoyen ». As they are typed where none of its own stands there."""
    return _exchanged(asked, [(word.forms, word.notion.split()) for word in own.words])


def ways(asked: str, own: LocalWords) -> tuple[str, ...]:
    """What is typed, then in the words of the law, then in those of the territory, each once: a
    source may say either."""
    local = [(word.law, word.singular.split()) for word in own.words]
    return tuple(dict.fromkeys((asked, heard(asked, own), _exchanged(asked, local))))


def beside(asked: str, own: LocalWords) -> str:
    """What is typed but for the words of the territory, which are all understood."""
    return _exchanged(asked, [(word.forms, ()) for word in own.words])


_Exchange = tuple[Sequence[str], Sequence[str]]
"""Ways to write one thing, and the words to put in their place."""


def _exchanged(asked: str, exchanges: Sequence[_Exchange]) -> str:
    """The text itself where nothing of it is to be exchanged."""
    words = made = words_of(asked)
    for forms, other in exchanges:
        for form in sorted(map(words_of, forms), key=len, reverse=True):
            made = tuple(_put(made, form, other))
    return asked if made == words else " ".join(made)


def _put(words: Sequence[str], form: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        met = form and _meets(words[at : at + len(form)], form)
        yield from other if met else words[at : at + 1]
        at += len(form) if met else 1


def _meets(words: Sequence[str], form: Sequence[str]) -> bool:
    return len(words) == len(form) and all(map(near, words, form))
