"""A question asked in words, answered by what the figure that shows it says, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from urllib.parse import urlencode

from dashboard import keys
from dashboard.content import Block, Exhibit, Prose, Span, Terms, Text, plain, text
from dashboard.domain import french
from dashboard.domain.option import COMMA
from dashboard.domain.territory import Kind, Territory
from dashboard.pages import (
    actions,
    comparison,
    home,
    methods,
    portrait,
    quarters,
    report,
    router,
    trends,
)
from dashboard.pages.page import Page, exhibits_in
from dashboard.view import View
from dashboard.words import everyday, questions
from dashboard.words.questions import QUARTER, YEAR, Question
from dashboard.words.spelling import near, words_of

TITLE = "Réponses"
MOST = 2
"""Answers that are given to one question."""
_PAGES = (
    home.PAGE,
    quarters.PAGE,
    portrait.PAGE,
    comparison.PAGE,
    actions.PAGE,
    trends.PAGE,
    report.PAGE,
    methods.PAGE,
)


@dataclass(frozen=True)
class Asked:
    """A question in words, and what it names of the territory of a view."""

    view: View
    words: str

    @cached_property
    def met(self) -> tuple[Question, ...]:
        """The questions of which something is published."""
        counts = self.view.store.counts
        place = " quartier" if self.quarters else ""
        found = questions.asked(f"{self.words}{place}", self._owner)
        return tuple(item for item in found if not item.only or counts.get(item.only))

    @property
    def _owner(self) -> str:
        return self.view.store.settings.name

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The words that say what is asked about."""
        return questions.naming(self.words, self._owner)

    @cached_property
    def unknown(self) -> list[str]:
        """The words that name nothing that is known here."""
        names = [self._words(place) for place in self.quarters]
        known = [word for words in names for word in words]
        unmet = [word for word in self.named if not any(near(word, one) for one in known)]
        return [word for word in unmet if not everyday.indicators_of((word,))]

    def _words(self, quarter: Territory) -> tuple[str, ...]:
        """Those of a quarter and of its communes."""
        by_code = self.view.store.places.by_code
        communes = " ".join(by_code[code].name for code in quarter.communes if code in by_code)
        return words_of(f"{quarter.name} {communes}")

    @cached_property
    def years(self) -> list[str]:
        """The published years that it names, in order."""
        known = map(str, self.view.store.choices.years)
        return [year for year in known if year in words_of(self.words)]

    @cached_property
    def quarters(self) -> list[Territory]:
        """The quarters of the last perimeters that it names, else those of the commune that it
        names."""
        places = self.view.store.places
        communes = [c for c in places.by_code.values() if c.kind is Kind.COMMUNE]
        told = [one for one in communes if self._names(one)]
        for generation in reversed(places.generations):
            held = places.quarters(generation)
            within = [q for q in held if {c.code for c in told} & set(q.communes)]
            found = within or [q for q in held if self._names(q, communes)]
            if found:
                return found
        return []

    def _names(self, place: Territory, others: list[Territory] | None = None) -> bool:
        """Whether its words are those of that place, but for those of the ``others``."""
        shared = {word for other in others or () for word in words_of(other.name)}
        own = [word for word in words_of(place.name) if word not in shared]
        return any(near(word, known) for word in self.named for known in own)


def answers(view: View, words: str) -> Terms:
    """Each question that those words ask, with what its figure says; none where none is met."""
    asked = Asked(view, words)
    told = ((item.question, _answer(asked, item)) for item in asked.met)
    found = tuple(islice((pair for pair in told if pair[1]), MOST))
    return Terms(tuple((name, text(*_apart(asked), *said)) for name, said in found), TITLE)


def _apart(asked: Asked) -> Text:
    """« « biollay » n’est pas compris ici » : what the answer leaves out."""
    words = asked.unknown
    if not words:
        return ()
    said = french.agree("n’[est|sont] pas compris ici", len(words))
    named = french.listed([f"« {word} »" for word in words])
    return text(f"{named} {said} : la réponse est celle de tout le territoire. ")


def _answer(asked: Asked, question: Question) -> Text:
    """What the page says; empty where it has nothing to show."""
    for path in _paths(asked, question):
        found = router.visit(_PAGES, path, _query(asked, question), asked.view.store)
        said = _said(*found, question) if found else ()
        if said:
            return said
    return ()


def _paths(asked: Asked, question: Question) -> Iterator[str]:
    """Where to look: the year that is named, else each one from that of the view backwards."""
    if YEAR not in question.path:
        yield question.path.replace(QUARTER, _quarter(asked))
        return
    view = asked.view
    earlier = [str(y) for y in sorted(view.store.choices.years) if y <= view.selection.year]
    for year in asked.years or reversed(earlier):
        yield question.path.replace(YEAR, year)


def _quarter(asked: Asked) -> str:
    """The code of the quarter that is named, else of the first one."""
    first = asked.view.store.places.quarters(max(asked.view.store.choices.generations))
    return next((q.code for q in (*asked.quarters, *first)), "")


def _query(asked: Asked, question: Question) -> str:
    """What the address says beside the path: the question’s own, the years and places named."""
    held = dict(pair.split("=") for pair in question.query.split("&") if pair)
    if YEAR not in question.path:
        held |= _years(asked, question)
    if asked.quarters and QUARTER not in question.path and YEAR not in question.path:
        held[keys.QUARTER.name] = COMMA.join(q.code for q in asked.quarters)
    return urlencode(held, safe=COMMA)


def _years(asked: Asked, question: Question) -> dict[str, str]:
    """Two years are the ends of a period; one alone begins it where « depuis » is said."""
    first, last = question.years
    if len(asked.years) > 1:
        return {first: asked.years[0], last: asked.years[-1]}
    begins = "depuis" in words_of(asked.words) or first == keys.AGAINST.name
    return {first if begins else last: year for year in asked.years}


def _said(page: Page, view: View, question: Question) -> Text:
    """What the page says of it: its figure, else its first list or paragraph, else what it is."""
    if not question.part:
        return text(f"{page.description} Voir ", Span(page.label, href=view.here()), ".")
    panel = page.panel(question.part)
    blocks = panel.blocks(view) if panel else ()
    href = f"{view.here()}#partie-{question.part}"
    figure = question.figure or question.part
    found = next((item for item in exhibits_in(blocks) if item.slug == figure), None)
    if found or question.figure:
        return _figure(found, href) if found else ()
    way = Span(page.title(view), href=href)
    return next((text(*said, " Voir ", way, ".") for said in map(_listed, blocks) if said), ())


def _figure(found: Exhibit, href: str) -> Text:
    """« Lecture. Voir la figure (unité, années, ce qu’elle a de proposé). Source : … »"""
    beside = " ; ".join((french.uncapital(found.subtitle), *found.tags))
    verdict = (Span(" "), *found.verdict) if found.verdict else ()
    way = Span(found.title, href=href)
    start = capital(found.reading)
    return text(*start, *verdict, " Voir ", way, f" : {beside}. Source : {found.source}.")


def _listed(block: Block) -> Text:
    """The items of a list, or the first paragraph."""
    if isinstance(block, Prose):
        return block.paragraphs[0]
    if not isinstance(block, Terms):
        return ()
    told = [(name, french.uncapital(plain(words).rstrip("."))) for name, words in block.items]
    said = [f"{name} ({words})" for name, words in told]
    return text(f"{french.listed(said)}.")


def capital(said: Text) -> Text:
    """The same words, the first one with a capital."""
    return (replace(said[0], text=french.capital(said[0].text)), *said[1:]) if said else ()
