"""Recherche: everything that answers a few words, by kind, with what cannot be answered first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.content import Block, Hero, Notice, Prose, Search, Span, Text, plain, text
from dashboard.domain import french
from dashboard.domain.location import Named, NameKind
from dashboard.domain.selection import Selection
from dashboard.exhibits import sought, valued
from dashboard.pages import answered, asking, finding, refused
from dashboard.pages.page import Listed, Page, Panel
from dashboard.store.names import Found
from dashboard.view import View
from dashboard.words import questions, refusals, texts
from dashboard.words.spelling import holds, is_generic, near, words_of

PATH = "/recherche"
TITLE = "Rechercher"
OFFERED = 6
"""Answers of one kind that are shown."""
_INDICATORS, _PLACES = "Indicateurs", "Quartiers, communes, lieux et voies"


def _search(view: View) -> tuple[Block, ...]:
    control = keys.QUESTION.control(view.store, view.selection)
    asked = keys.QUESTION.value(view.selection)
    blocks = tuple(_answers(view, asked)) if asked else ()
    if asked and not blocks:
        blocks = (Notice((text(_NOTHING),)),)
    return (Search(TITLE, control, blocks),)


_NOTHING = (
    "Rien ne répond. Essayez un seul mot, le nom d’un porteur, d’une rue ou d’un quartier, ou bien "
    "« chômage », « loyer », « jeunes »."
)


def _answers(view: View, asked: str) -> Iterator[Block]:
    """The kinds of answers that there are, in the order in which they are read."""
    answering = answered.answers(view, asked)
    refusing = refused.terms(view, refusals.asked(asked), refused.TITLE)
    yield from (told for told in (answering, refusing) if told.items)
    groups = tuple(_groups(view, asked))
    if groups and not answering.items:
        yield from _lost(asking.Asked(view, asked).unknown, groups)
    yield from groups


def _lost(words: Sequence[str], groups: Sequence[Prose]) -> Iterator[Prose]:
    """« « forgerie » n’est pas compris ici. »: the words that nothing of what is found holds. Other
    kinds are found by all the words together."""
    if any(group.title not in (_INDICATORS, _PLACES) for group in groups):
        return
    said = words_of(" ".join(plain(line) for group in groups for line in group.paragraphs))
    lost = [word for word in words if not any(near(word, one) for one in said)]
    if lost:
        yield Prose((text(f"{answered.unheard(lost)}."),))


def _groups(view: View, asked: str) -> Iterator[Prose]:
    """What answers by kind, each kind where it has something."""
    groups: tuple[tuple[str, Callable[[View, str], tuple[Text, ...]]], ...] = (
        (_INDICATORS, _indicators),
        (_PLACES, _places),
        ("Porteurs", _holders),
        ("Subventions", _lines),
        ("Mots du glossaire", _words),
    )
    for title, find in groups:
        found = find(view, asked)
        if found:
            yield Prose(found, title=title, bullets=True, level=3)


def _indicators(view: View, asked: str) -> tuple[Text, ...]:
    """What the gallery would show for the same words, the nearest first."""
    named = asking.Asked(view, asked)
    dated = view
    for year in named.years:
        dated = replace(view, selection=view.selection.having(keys.YEAR.name, year))
    found = sought.named_by(view.store, named.about)[:OFFERED]
    return tuple(_indicator(valued.indicator(dated, item, named.quarters), named) for item in found)


def _indicator(told: Text, named: asking.Asked) -> Text:
    """What is said of an indicator, then the years that are asked and that it does not speak of."""
    left = [year for year in named.dates if year not in plain(told)]
    return text(*told, f" {answered.left_out(left)}") if left else told


def _places(view: View, asked: str) -> tuple[Text, ...]:
    """The names that answer all the words, else those that say what is asked about."""
    owner = view.store.settings.name
    about = " ".join(questions.naming(asked, owner))
    for words in (asked, about):
        found = view.store.named(words, OFFERED) if _telling(words) else None
        if found and found.names:
            return _found(view, found)
    return ()


def _found(view: View, found: Found) -> tuple[Text, ...]:
    """Those names; the quarters of a commune at once."""
    sure = found.sure
    if sure and sure.kind is NameKind.COMMUNE:
        return tuple(finding.of_commune(view, sure))
    return tuple(_place(view, item) for item in found.names)


def _place(view: View, item: Named) -> Text:
    if item.kind is NameKind.QUARTER:
        href = view.portrait(item.code)
    else:
        href = f"{view.link('/quartiers', lieu=item.label)}#partie-{finding.SLUG}"
    return text(Span(item.label, href=href), f" ({finding.NOUNS[item.kind][0]})")


def _telling(asked: str) -> bool:
    """Whether a word says more than « rue » or « place »."""
    return any(not is_generic(word) for word in words_of(asked))


def _holders(view: View, asked: str) -> tuple[Text, ...]:
    held = view.store.money.holders
    found = [(slug, name) for slug, name in held.items() if holds(name, asked)]
    return tuple(
        text(Span(name, href=view.link("/actions", porteur=slug))) for slug, name in found[:OFFERED]
    )


def _lines(view: View, asked: str) -> tuple[Text, ...]:
    """How many lines of all years hold those words, and the list of just these: the filters that
    follow the reader are left."""
    years = view.store.choices.years
    scope = _all_years(view).having(keys.SEARCH.name, asked)
    _, count = view.store.money.total(scope)
    if not count:
        return ()
    line = view.store.settings.line
    noun = french.counted(count, line.singular, line.plural)
    link = Span(f"Voir {noun}", href=scope.href("/actions"))
    every = french.years(min(years), max(years))
    return (text(link, f", {every} : l’intitulé ou le porteur le dit."),)


def _all_years(view: View) -> Selection:
    """Every line that is published."""
    years, default = view.store.choices.years, view.store.choices.default_year
    return Selection(max(years), first_year=min(years), default_year=default)


def _words(view: View, asked: str) -> tuple[Text, ...]:
    found = [(term, said) for term, said in texts.GLOSSARY if holds(term, asked)]
    return tuple(
        text(Span(term, href=f"{view.link('/aide')}#{french.slug(term)}"), f" : {said}")
        for term, said in found[:OFFERED]
    )


def _every_refusal(view: View) -> tuple[Block, ...]:
    """What cannot be answered at all, where nothing is asked yet."""
    if keys.QUESTION.value(view.selection):
        return ()
    return (refused.terms(view, refusals.REFUSALS, refused.TITLE),)


def _hero(view: View) -> tuple[Block, ...]:
    lead = (
        "Un porteur, une subvention, un indicateur, un quartier, une rue, un mot : tout se cherche "
        "ici. Ce que vous cherchez n’est pas gardé."
    )
    return (Hero("Recherche", text(lead)),)


PAGE = Page(
    slug="recherche",
    path=PATH,
    label="Recherche",
    title=lambda view: "Recherche",
    description="Chercher un porteur, une subvention, un indicateur, un quartier, une rue, un mot.",
    panels=(
        Panel("tete", _hero),
        Panel("recherche", _search),
        Panel("questions", _every_refusal),
    ),
    filters=(),
    keys=(keys.QUESTION,),
    listed=Listed.FOOT,
)
