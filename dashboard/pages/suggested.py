"""The names offered while a reader types: a few of each kind, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dashboard.domain.local_words import LocalWords
from dashboard.exhibits import sought
from dashboard.pages import finding
from dashboard.store import Store
from dashboard.words import lexicon, questions, refusals, texts
from dashboard.words.hearing import heard
from dashboard.words.spelling import holds

OFFERED, OF_A_KIND = 8, 3
"""Names that a list shows without scrolling, and those of one kind where there are several."""
Suggestion = tuple[str, str]
"""A name and what it is the name of."""


def places(store: Store, asked: str) -> tuple[Suggestion, ...]:
    """Streets, places, communes and quarters."""
    found = store.named(asked, OFFERED).names
    return tuple((item.label, finding.NOUNS[item.kind][0]) for item in found)


def indicators(store: Store, asked: str) -> tuple[Suggestion, ...]:
    """Indicators, by their name or by everyday words."""
    return tuple((item.label, "indicateur") for item in sought.named_by(store, asked)[:OFFERED])


def everything(store: Store, asked: str) -> tuple[Suggestion, ...]:
    """All that the search of the whole site finds by a name; the questions without answer too."""
    owner, own = store.settings.name, store.settings.words
    read = heard(asked, own)
    kinds = (
        ((item.question, "question") for item in questions.asked(read, owner)),
        ((own.said(item.question), "question") for item in refusals.asked(read)),
        iter(indicators(store, asked)),
        iter(places(store, asked)),
        _holders(store, asked),
        ((name, "mot") for name in _terms(own, asked)),
    )
    found = (item for kind in kinds for item in islice(kind, OF_A_KIND))
    return tuple(islice(dict.fromkeys(found), OFFERED))


def _terms(own: LocalWords, asked: str) -> Iterator[str]:
    """The entries of the glossary, each under the word that the territory has for it."""
    for term, _ in texts.GLOSSARY:
        name = lexicon.named(term, own)
        if holds(f"{name} {term}", asked):
            yield name


def _holders(store: Store, asked: str) -> Iterator[Suggestion]:
    return ((name, "porteur") for name in store.money.holders.values() if holds(name, asked))
