"""Which indicators a gallery shows: those of the pillar, those that a few words ask for."""

from __future__ import annotations

from dashboard import keys
from dashboard.domain.indicator import Indicator
from dashboard.store import Store
from dashboard.view import View
from dashboard.words import everyday
from dashboard.words.spelling import holds, words_of


def named_by(store: Store, asked: str, *, faulty: bool = True) -> tuple[Indicator, ...]:
    """Those that the everyday words speak of, then those whose name or definition holds them,
    typing faults forgiven unless they are taken as written."""
    known = {item.slug: item for item in store.values.indicators}
    slugs = everyday.indicators_of(words_of(asked), faulty=faulty)
    spoken = [known[slug] for slug in slugs if slug in known]
    named = [item for item in known.values() if holds(item.label, asked, faulty=faulty)]
    defined = [item for item in known.values() if holds(item.definition, asked, faulty=faulty)]
    return tuple(dict.fromkeys((*spoken, *named, *defined)))


def indicators(view: View) -> tuple[Indicator, ...]:
    """Those of the view, in the order of the catalogue: found once for all that it shows."""
    if indicators not in view.made:
        view.made[indicators] = _kept(view)
    found: tuple[Indicator, ...] = view.made[indicators]
    return found


def _named(store: Store, asked: str) -> tuple[Indicator, ...]:
    """Those that the words name as they are written; else with typing faults."""
    return named_by(store, asked, faulty=False) or named_by(store, asked)


def _kept(view: View) -> tuple[Indicator, ...]:
    asked, pillars = keys.QUESTION.value(view.selection), view.selection.pillars
    found = set(_named(view.store, asked)) if asked else None
    return tuple(
        item
        for item in view.store.values.indicators
        if (found is None or item in found) and (not pillars or set(pillars) & set(item.pillars))
    )
