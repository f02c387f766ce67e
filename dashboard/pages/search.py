"""Recherche: everything that answers a few words, by kind, with what cannot be answered first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard import keys
from dashboard.content import Block, Hero, Notice, Prose, Search, Span, Text, plain, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.domain.location import Named, NameKind
from dashboard.domain.selection import Selection
from dashboard.exhibits import sought, valued
from dashboard.pages import answered, asking, finding, refused
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.store.names import FoundNames
from dashboard.view import View
from dashboard.words import hearing, lexicon, questions, refusals, texts
from dashboard.words.spelling import holds, is_generic, names_nothing, near, words_of

PATH = "/recherche"
TITLE = "Rechercher"
OFFERED = 6
"""Answers of one kind that are shown."""
_INDICATORS, _PLACES = "Indicateurs", "Quartiers, communes, lieux et voies"


def _search(view: View) -> tuple[Block, ...]:
    control = keys.QUESTION.control(view.store, view.selection)
    asked = keys.QUESTION.value(view.selection)
    linking = names_nothing(asked)
    blocks = tuple(_answers(view, asked)) if words_of(asked) and not linking else ()
    if asked and not blocks:
        said = _LINKING.format(asked) if linking else "Rien ne répond. Essayez un seul mot"
        blocks = (Notice((text(f"{said}{_TRY}"),)),)
    return (Search(TITLE, control, blocks),)


_LINKING = "« {} » ne nomme rien. Ajoutez un mot"
_TRY = (
    ", le nom d’un porteur, d’une rue ou d’un quartier, ou bien « chômage », « loyer », « jeunes »."
)


def _answers(view: View, asked: str) -> Iterator[Block]:
    """The kinds of answers that there are, in the order in which they are read."""
    answering = answered.answers(view, asked)
    read = hearing.heard(asked, view.store.settings.words)
    refusing = refused.terms(view, refusals.asked(read), refused.TITLE)
    yield from (told for told in (answering, refusing) if told.items)
    written = _Sought(view, asked, told=bool(answering.items or refusing.items))
    groups = tuple(_groups(written)) or tuple(_groups(replace(written, faulty=True)))
    if groups and not answering.items:
        yield from _lost(written.named, groups)
    yield from groups


@dataclass(frozen=True)
class _Sought:
    """What is looked for by kind: as it is written, then with typing faults. ``told`` is whether a
    figure or a reason answers it already."""

    view: View
    asked: str
    told: bool
    faulty: bool = False

    @cached_property
    def named(self) -> asking.SpokenQuestion:
        """What the words name of the territory."""
        return asking.SpokenQuestion(self.view, self.asked)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """What the gallery would show for the same words, the nearest first; none of those that
        one word asks for where the others make the name of a holder."""
        if self.named.unknown and self.holders:
            return ()
        found = sought.named_by(self.view.store, self.named.about, faulty=self.faulty)
        return found[:OFFERED]

    @cached_property
    def holders(self) -> list[tuple[str, str]]:
        """The address and the name of those that hold all the words."""
        held = self.view.store.money.holders.items()
        found = [(slug, name) for slug, name in held if self.held_by(name)]
        return found[:OFFERED]

    @cached_property
    def ways(self) -> tuple[str, ...]:
        """What is asked, in the words of the law and of the territory: a source says either."""
        return hearing.ways(self.asked, self.view.store.settings.words)

    def held_by(self, name: str) -> bool:
        """Whether that name has all the words."""
        return any(holds(name, asked, faulty=self.faulty) for asked in self.ways)

    @property
    def guessing(self) -> bool:
        """Whether a name that is only near may be meant: a quarter is named, no figure answers."""
        return bool(self.named.quarters) or not (self.told or self.indicators)


def _lost(named: asking.SpokenQuestion, groups: Sequence[Prose]) -> Iterator[Prose]:
    """« « forgerie » n’est pas compris ici. »: the words that nothing of what is found holds. Other
    kinds are found by all the words together."""
    if any(group.title not in (_INDICATORS, _PLACES) for group in groups):
        return
    said = words_of(" ".join(plain(line) for group in groups for line in group.paragraphs))
    telling = [word for word in named.unknown if not is_generic(word)]
    lost = [word for word in telling if not any(near(word, one) for one in said)]
    if lost:
        yield Prose((text(f"{answered.unheard(map(named.typed, lost))}."),))


def _groups(found: _Sought) -> Iterator[Prose]:
    """What answers by kind, each kind where it has something."""
    groups: tuple[tuple[str, Callable[[_Sought], tuple[Text, ...]]], ...] = (
        (_INDICATORS, _indicators),
        (_PLACES, _places),
        ("Porteurs", _holders),
        ("Subventions", _lines),
        ("Mots du glossaire", _words),
    )
    for title, find in groups:
        told = find(found)
        if told:
            yield Prose(told, title=title, bullets=True, level=3)


def _indicators(found: _Sought) -> tuple[Text, ...]:
    """What each one is, and its values."""
    view, named = found.view, found.named
    for year in named.years:
        view = replace(view, selection=found.view.selection.having(keys.YEAR.name, year))
    told = (valued.indicator(view, item, named.quarters) for item in found.indicators)
    return tuple(_indicator(item, named) for item in told)


def _indicator(told: Text, named: asking.SpokenQuestion) -> Text:
    """What is said of an indicator, then the years that are asked and that it does not speak of."""
    left = [year for year in named.dates if year not in plain(told)]
    return text(*told, f" {answered.left_out(left)}") if left else told


def _places(found: _Sought) -> tuple[Text, ...]:
    """The names that answer all the words, else those that say what is asked about; none where the
    whole territory is asked."""
    view, owner = found.view, found.view.store.settings.name
    if words_of(found.asked) == words_of(owner):
        return ()
    about = " ".join(questions.naming(found.asked, owner))
    for words in (found.asked, about):
        names = view.store.named(words, OFFERED) if _telling(words) else None
        if names and names.names and (found.guessing or not names.names[0].guessed):
            return _found(view, names)
    return ()


def _found(view: View, found: FoundNames) -> tuple[Text, ...]:
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


def _holders(found: _Sought) -> tuple[Text, ...]:
    link = found.view.link
    return tuple(
        text(Span(name, href=link("/actions", porteur=slug))) for slug, name in found.holders
    )


def _lines(found: _Sought) -> tuple[Text, ...]:
    """How many lines of all years hold those words, in each way to say them, with their list."""
    return tuple(line for asked in found.ways for line in _line(found, asked))


def _line(found: _Sought, asked: str) -> Iterator[Text]:
    """Those that are said so, if any: the filters that follow the reader are left."""
    store = found.view.store
    years = store.choices.years
    scope = _all_years(found.view).having(keys.SEARCH.name, asked)
    _, count = store.money.total(scope)
    if not count:
        return
    noun = french.counted(count, store.settings.line.singular, store.settings.line.plural)
    link = Span(f"Voir {noun}", href=scope.href("/actions"))
    every = french.years(min(years), max(years))
    what = "le dit" if asked == found.asked else f"dit « {asked} »"
    yield text(link, f", {every} : l’intitulé ou le porteur {what}.")


def _all_years(view: View) -> Selection:
    """Every line that is published."""
    years, default = view.store.choices.years, view.store.choices.default_year
    return Selection(max(years), first_year=min(years), default_year=default)


def _words(found: _Sought) -> tuple[Text, ...]:
    link, own = found.view.link, found.view.store.settings.words
    named = ((term, lexicon.named(term, own), said) for term, said in texts.GLOSSARY)
    held = [item for item in named if found.held_by(f"{item[0]} {item[1]}")]
    return tuple(
        text(Span(name, href=f"{link('/aide')}#{french.slug(term)}"), f" : {said}")
        for term, name, said in held[:OFFERED]
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
    listed=MenuPlace.FOOT,
)
