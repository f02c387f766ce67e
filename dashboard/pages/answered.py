"""A question asked in words, answered by what the figure that shows it says, and the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from urllib.parse import urlencode

from dashboard import keys
from dashboard.content import Block, Exhibit, Prose, Span, Terms, Text, plain, text
from dashboard.domain import french
from dashboard.domain.option import COMMA
from dashboard.domain.territory import TerritoryKind
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
from dashboard.pages.asking import SpokenQuestion
from dashboard.pages.page import Page, exhibits_in
from dashboard.view import View
from dashboard.words.questions import QUARTER, YEAR, Question
from dashboard.words.spelling import words_of

TITLE = "Réponses"
MOST, TOGETHER = 2, 4
"""Answers that are given to one question, quarters whose pages answer it together."""
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


def answers(view: View, words: str) -> Terms:
    """Each question that those words ask, with what its figure says; none where none is met. One
    that leaves out more of what is asked than another gives way to it."""
    asked = SpokenQuestion(view, words)
    told = ((item, _answer(asked, item)) for item in asked.met)
    found = islice(((item, said) for item, said in told if said), MOST)
    left = {item: (asked.unused(item, plain(said)), said) for item, said in found}
    fewest = min((len(names) for names, _ in left.values()), default=0)
    kept = [(item, *pair) for item, pair in left.items() if len(pair[0]) == fewest]
    told_so = ((item.question, (*_apart(asked, names), *said)) for item, names, said in kept)
    return Terms(tuple(told_so), TITLE)


def _apart(asked: SpokenQuestion, unused: Sequence[str]) -> Text:
    """The words that name nothing here, then what is understood and does not count."""
    everywhere = "" if asked.quarters else " : la réponse est celle de tout le territoire"
    lost = f"{unheard(map(asked.typed, asked.unknown))}{everywhere}. " if asked.unknown else ""
    left = f"{left_out(unused)} " if unused else ""
    return text(lost, left) if lost or left else ()


def unheard(found: Iterable[str]) -> str:
    """« « biollay » n’est pas compris ici »."""
    words = tuple(found)
    return f"{_quoted(words)} {french.agree('n’[est|sont] pas compris ici', len(words))}"


def left_out(names: Sequence[str]) -> str:
    """« La réponse ne tient pas compte de « biollay » ni de « 2009 ». »"""
    quoted = [f"de « {name} »" for name in names]
    return f"La réponse ne tient pas compte {french.listed(quoted, 'ni')}."


def _quoted(names: Sequence[str]) -> str:
    return french.listed([f"« {name} »" for name in names])


def _answer(asked: SpokenQuestion, question: Question) -> Text:
    """What the page says; empty where it has nothing to show."""
    if QUARTER in question.path:
        return _of_quarters(asked, question)
    ways = product(_paths(asked, question), _queries(asked, question))
    for path, query in (*_alone(asked, question), *ways):
        found = router.visit(_PAGES, path, query, asked.view.store)
        said = _said(*found, question) if found else ()
        if said:
            return said
    return ()


def _alone(asked: SpokenQuestion, question: Question) -> Iterator[tuple[str, str]]:
    """The page of the one quarter that is named, in each generation of perimeters, where such a
    page answers."""
    if question.of_one and len(asked.quarters) == 1:
        for (code,) in asked.codes:
            yield question.of_one.replace(QUARTER, code), ""


def _of_quarters(asked: SpokenQuestion, question: Question) -> Text:
    """What the pages of the quarters that are named say, alike ones together; which pages to choose
    from where none is."""
    if not asked.quarters:
        return _choice(asked, question)
    found: dict[str, list[Span]] = {}
    for quarter in asked.quarters[:TOGETHER]:
        path = question.path.replace(QUARTER, quarter.code)
        visited = router.visit(_PAGES, path, "", asked.view.store)
        said = _first(*visited, question) if visited else ""
        if said:
            way = Span(quarter.name, href=f"{path}#partie-{question.part}")
            found.setdefault(said, []).append(way)
    return text(*(part for said, ways in found.items() for part in _seen(said, ways)))


def _choice(asked: SpokenQuestion, question: Question) -> Text:
    """« Cela dépend du quartier. Voir … et la liste des quartiers. »"""
    places = asked.view.store.places
    held = places.quarters(max(asked.view.store.choices.generations))
    end = f"#partie-{question.part}"
    ways = [
        Span(quarter.name, href=f"{question.path.replace(QUARTER, quarter.code)}{end}")
        for quarter in held
        if quarter.kind is TerritoryKind.QPV
    ]
    every = Span("la liste des quartiers", href="/quartiers#partie-liste")
    return text(*_seen("Cela dépend du quartier.", [*ways, every]))


def _seen(said: str, ways: list[Span]) -> Iterator[str | Span]:
    """« Ce qui est dit. Voir Biollay - Bellevue et Les Hauts-de-Chambéry. »"""
    yield f"{said} Voir "
    for place, way in enumerate(ways):
        yield way
        yield ". " if way is ways[-1] else " et " if place == len(ways) - 2 else ", "


def _paths(asked: SpokenQuestion, question: Question) -> Iterator[str]:
    """Where to look: the years that are named, then each one from that of the view backwards."""
    if YEAR not in question.path:
        yield question.path
        return
    view = asked.view
    earlier = [str(y) for y in sorted(view.store.choices.years) if y <= view.selection.year]
    for year in (*asked.years, *reversed(earlier)):
        yield question.path.replace(YEAR, year)


def _queries(asked: SpokenQuestion, question: Question) -> list[str]:
    """What the address says beside the path: the question’s own, the years and places named; these
    in each generation of perimeters, the last one of those years first and alone where the path
    holds the year."""
    held = dict(pair.split("=") for pair in question.query.split("&") if pair)
    many = 1
    if YEAR not in question.path:
        held |= _years(asked, question)
        many = len(asked.codes)
    places = [{keys.QUARTER.name: COMMA.join(codes)} for codes in asked.codes[:many]] or [{}]
    return [urlencode({**held, **place}, safe=COMMA) for place in places]


def _years(asked: SpokenQuestion, question: Question) -> dict[str, str]:
    """Two years are the ends of a period; one alone begins it where « depuis » is said."""
    first, last = question.years
    if len(asked.years) > 1:
        return {first: asked.years[0], last: asked.years[-1]}
    begins = _BEGINNING & {*words_of(asked.words)}
    return {first if begins else last: year for year in asked.years}


_BEGINNING = frozenset(("depuis", "rapport", "face"))
"""The words that make of a year the one to start from."""


def _said(page: Page, view: View, question: Question) -> Text:
    """What the page says of it: its figure, else its first list or paragraph, else what it is."""
    if not question.part:
        about = view.worded(page.description)
        return text(f"{about} Voir ", Span(page.label, href=view.here()), ".")
    panel = page.panel(question.part)
    blocks = panel.blocks(view) if panel else ()
    href = f"{view.here()}#partie-{question.part}"
    figure = question.figure or question.part
    found = next((item for item in exhibits_in(blocks) if item.slug == figure), None)
    if found or question.figure:
        return _figure(found, href) if found else ()
    said = _first(page, view, question)
    return text(f"{said} Voir ", Span(page.title(view), href=href), ".") if said else ()


def _scope(found: Exhibit) -> list[str]:
    """The filters of the figure that its own words do not say."""
    words = " ".join((plain(found.reading), found.title, found.subtitle))
    said = (item for item in found.frame.said if item.key != keys.YEAR.name)
    return [item.sentence for item in said if item.value not in words]


def _first(page: Page, view: View, question: Question) -> str:
    """The first list or paragraph of that part of the page."""
    panel = page.panel(question.part)
    return next(filter(None, map(_listed, panel.blocks(view) if panel else ())), "")


def _figure(found: Exhibit, href: str) -> Text:
    """« Lecture. Voir la figure (unité, années, ce qu’elle a de proposé). Source : … »"""
    beside = " ; ".join((french.uncapital(found.subtitle), *_scope(found), *found.tags))
    verdict = (Span(" "), *found.verdict) if found.verdict else ()
    way = Span(found.title, href=href)
    start = capital(found.reading)
    return text(*start, *verdict, " Voir ", way, f" : {beside}. Source : {found.source}.")


def _listed(block: Block) -> str:
    """The items of a list, or the first paragraph."""
    if isinstance(block, Prose):
        return plain(block.paragraphs[0])
    if not isinstance(block, Terms):
        return ""
    told = [(name, french.uncapital(plain(words).rstrip("."))) for name, words in block.items]
    return f"{french.listed([f'{name} ({words})' for name, words in told])}."


def capital(said: Text) -> Text:
    """The same words, the first one with a capital."""
    return (replace(said[0], text=french.capital(said[0].text)), *said[1:]) if said else ()
