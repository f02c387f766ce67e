"""What an address asks of a page and that changes nothing there: said in the bar, never hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard import keys
from dashboard.domain import french
from dashboard.domain.frame import SaidFilter
from dashboard.domain.french import NBSP
from dashboard.domain.option import Option, clean
from dashboard.domain.selection import Selection
from dashboard.keys import Key, KeyRole
from dashboard.pages.page import NOWHERE, Page
from dashboard.store import Store
from dashboard.view import View
from dashboard.words.spelling import near, words_of


@dataclass(frozen=True, slots=True)
class _Strange:
    """A key of other pages, as the address spells it here."""

    key: Key
    option: Option
    value: str

    @property
    def exists(self) -> bool:
        return self.option.accepts(self.value)

    def said(self, store: Store) -> SaidFilter:
        year = store.choices.default_year
        alone = Selection(year=year, default_year=year).having(self.option.key, self.value)
        return self.key.said(store, alone)


def told(page: Page, view: View, asked: Mapping[str, str]) -> View:
    """The view with what is said of the keys and values of its address that do not act there.

    Keys that only set in order are left out: no figure is read otherwise for them. ``unheard``
    holds the filters, for the figures that would be thought to be narrowed by them.
    """
    strange = tuple(_strange(page, view.store, asked))
    real = [(item.key, item.said(view.store)) for item in strange if item.exists]
    overruled = tuple(_overruled(page, view, asked))
    wrong = tuple(item.option.refused(item.value) for item in strange if not item.exists)
    meant = tuple(_misspelled(asked))
    idle = _idle([*(said for _, said in real), *overruled], "sur cette page")
    beside = _idle(tuple(_beside(page, view)), "sur cette carte")
    return replace(
        view,
        remarks=(*view.remarks, *idle, *beside, *wrong, *meant),
        unheard=tuple(said for key, said in real if key.role is KeyRole.FILTER),
    )


def _strange(page: Page, store: Store, asked: Mapping[str, str]) -> Iterator[_Strange]:
    for key in keys.KEYS:
        if key.role is KeyRole.ORDER or page.knows(key):
            continue
        for option in key.options(store):
            spelled = replace(option, refusal=NOWHERE % option.label)
            value = _spelled(option, store, asked)
            if value:
                yield _Strange(key, spelled, value)


def _misspelled(asked: Mapping[str, str]) -> Iterator[str]:
    """« « anne » n’est pas une clé : « annee » ? » of a key that is almost one; what
    others put in an address to follow their readers is not worth a word."""
    known = [name for key in keys.KEYS for name in key.names]
    for name in asked:
        folded = "-".join(words_of(name))
        meant = next((one for one in known if near(folded, one)), "")
        if meant and name not in known:
            yield french.typeset(f"« {clean(name)[:40]} » n’est pas une clé : « {meant} » ?")


def _spelled(option: Option, store: Store, asked: Mapping[str, str]) -> str:
    """What the address holds under that key, in its one spelling."""
    return option.kept(store.choices.meant(option.key, asked.get(option.key, "")))


def _overruled(page: Page, view: View, asked: Mapping[str, str]) -> Iterator[SaidFilter]:
    """The keys that the path of the page sets, where the address asks otherwise."""
    wanted = view.asked or view.selection
    for key in filter(page.knows, keys.KEYS):
        value = key.value(wanted.dated())
        held = {_spelled(option, view.store, asked) for option in key.options(view.store)}
        if value and value in held and value != key.value(view.selection.dated()):
            yield key.said(view.store, wanted)


def _beside(page: Page, view: View) -> Iterator[SaidFilter]:
    """The keys of the page that change nothing beside what else its address asks."""
    for key in filter(page.knows, keys.KEYS):
        if key.value(view.selection) and not key.acts(view.selection):
            yield key.said(view.store, view.selection)


def _idle(found: Sequence[SaidFilter], where: str) -> tuple[str, ...]:
    if not found:
        return ()
    named = [f"{french.uncapital(item.label)}{NBSP}: {item.value}" for item in found]
    verb = french.plural(len(found), "n’agit", "n’agissent")
    return (french.capital(f"{french.listed(named)} {verb} pas {where}."),)
