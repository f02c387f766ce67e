"""The names offered while a reader types: a few of each kind, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dashboard.exhibits import sought
from dashboard.pages import finding
from dashboard.store import Store
from dashboard.words import questions, refusals, texts
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
    owner = store.settings.name
    kinds = (
        ((item.question, "question") for item in questions.asked(asked, owner)),
        ((item.question, "question") for item in refusals.asked(asked)),
        iter(indicators(store, asked)),
        iter(places(store, asked)),
        _holders(store, asked),
        ((term, "mot") for term, _ in texts.GLOSSARY if holds(term, asked)),
    )
    found = (item for kind in kinds for item in islice(kind, OF_A_KIND))
    return tuple(islice(dict.fromkeys(found), OFFERED))


def _holders(store: Store, asked: str) -> Iterator[Suggestion]:
    return ((name, "porteur") for name in store.money.holders.values() if holds(name, asked))
