"""A page is a value: its address, its title, its panels. No Dash here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from dashboard import keys
from dashboard.content import Block, Exhibit
from dashboard.domain.french import NBSP
from dashboard.domain.option import AllowedValues, Option
from dashboard.keys import Key
from dashboard.store import Store
from dashboard.view import View
from dashboard.words import lexicon
from dashboard.words.typography import typeset

NOWHERE = f"%s{NBSP}: {{}} n’existe pas."
STAYS = f"%s{NBSP}: {{}} n’existe pas, le choix de la page reste."
"""What is said of a value that no page has; the second where the path of the page chooses."""


class MenuPlace(StrEnum):
    """Where every page holds the link to a page."""

    NOWHERE = ""
    MENU = "menu"
    ASIDE = "à part"
    FOOT = "pied"


@dataclass(frozen=True, slots=True)
class Former:
    """A figure of older addresses: the one that shows the same now, and what makes it do so: a key
    of the address and its value, which may follow the view."""

    slug: str
    now: str
    key: str
    value: str | Callable[[View], str]

    def of(self, view: View) -> str:
        """The value of its key for that view."""
        return self.value if isinstance(self.value, str) else self.value(view)


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of a page, drawn anew when the selection changes.

    ``width`` is in twelfths. Beside a ``tall`` one stands the panel before it, and under that one
    the panel after it. A ``money`` one has nothing to show where no line of money is published.
    ``label`` is its name in the contents of the page, which leave out those
    that have none.
    """

    slug: str
    show: Callable[[View], tuple[Block, ...]]
    width: int = 12
    tall: bool = False
    money: bool = False
    label: str = ""

    def blocks(self, view: View) -> tuple[Block, ...]:
        """What the panel shows for that view, in French typography, its terms explained."""
        if self.money and not view.store.coverage.money:
            return ()
        if self not in view.made:
            own = view.store.settings.words
            view.made[self] = lexicon.marked(typeset(self.show(view)), self.slug, own)
        found: tuple[Block, ...] = view.made[self]
        return found


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``path`` may end with ``/*``: the last part of the address is then its parameter.

    ``filters`` are the keys that its bar offers; ``keys`` those it knows beside the shared ones.
    ``exists`` says whether a parameter names something; ``settle`` lets the parameter speak in the
    selection, for the key ``spoken`` (the year of a report, the quarter of a portrait). A ``still``
    page is sent as HTML alone, for paper: nothing in it follows the address. The bar of one that
    ``spans`` offers several years. ``former`` are the figures of older addresses. ``listed`` says
    where all pages link to it, ``listed_as`` in which words where those are not its label.
    ``standing`` is what all that is made of it says first, for as long as it is no more than a
    project; empty otherwise.
    """

    slug: str
    path: str
    label: str
    title: Callable[[View], str]
    description: str
    panels: tuple[Panel, ...]
    filters: tuple[Key, ...] = (keys.PILLAR, keys.YEAR, keys.QUARTER)
    keys: tuple[Key, ...] = ()
    exists: Callable[[Store, str], bool] = lambda store, param: not param
    settle: Callable[[View], View] | None = None
    still: bool = False
    spans: bool = False
    former: tuple[Former, ...] = ()
    spoken: Key | None = None
    listed: MenuPlace = MenuPlace.NOWHERE
    listed_as: str = ""
    standing: Callable[[View], str] = lambda view: ""

    @property
    def entry(self) -> tuple[str, str]:
        """The words and the address of the link to it."""
        return self.listed_as or self.label, self.path.removesuffix("/*")

    def choices(self, store: Store) -> AllowedValues:
        """What the address of this page may say."""
        options = keys.options(store, self.keys)
        return store.choices.with_options(tuple(map(self._spelled, options)))

    def _spelled(self, option: Option) -> Option:
        """The option; where the path chooses in its stead, that choice is what stays shown."""
        overruled = self.spoken is not None and option.key in self.spoken.names
        return replace(option, refusal=STAYS % option.label) if overruled else option

    def knows(self, key: Key) -> bool:
        """Whether the page hears that key in its address."""
        return key.shared or key in self.keys

    @property
    def dated(self) -> bool:
        """Whether the address of its views says their year, and not its path or nothing at all."""
        return keys.YEAR in self.filters and self.spoken is not keys.YEAR

    def panel(self, slug: str) -> Panel | None:
        """The panel of that slug; None where the page has none."""
        return next((item for item in self.panels if item.slug == slug), None)

    def blocks(self, view: View) -> tuple[Block, ...]:
        """What all its panels show for that view, in order."""
        return tuple([block for panel in self.panels for block in panel.blocks(view)])


def in_form(
    page: Page, root: str, name: str, blocks: Callable[[Page, View], tuple[Block, ...]]
) -> Page:
    """That page in another form, which has a name and stands under that root: the same filters and
    the same parameter, all that ``blocks`` makes of it, and nothing that moves."""
    form = root.removeprefix("/")
    return replace(
        page,
        slug=f"{form}-{page.slug}",
        path=f"{root}/accueil" if page.path == "/" else f"{root}{page.path}",
        label=f"{name} : {page.label}",
        title=lambda view: f"{name} – {page.title(view)}",
        panels=(Panel(form, lambda view: blocks(page, view)),),
        still=True,
    )


def renamed(page: Page, view: View, slug: str) -> tuple[View, str]:
    """The view and the figure that an address means by that name, an older one included."""
    for item in page.former:
        if item.slug == slug:
            value = item.of(view)
            asked = view.asked and view.asked.having(item.key, value)
            selection = view.selection.having(item.key, value)
            return replace(view, selection=selection, asked=asked), item.now
    return view, slug


def exhibit_of(page: Page, view: View, slug: str) -> Exhibit | None:
    """The exhibit of that name on a page for a view; None where it has none. The panel of its name
    is looked at first, then the others in order, and those after it are not made."""
    panels = sorted(page.panels, key=lambda panel: panel.slug != slug)
    shown = (item for panel in panels for item in exhibits_in(panel.blocks(view)))
    return next((item for item in shown if item.slug == slug), None)


def exhibits_of(page: Page, view: View) -> tuple[Exhibit, ...]:
    """Every exhibit of a page for a view, in order, those behind a fold included."""
    return exhibits_in(page.blocks(view))


def exhibits_in(blocks: Iterable[Block]) -> tuple[Exhibit, ...]:
    """Every exhibit among those blocks, in order, those behind a fold included."""
    found: list[Exhibit] = []
    for block in blocks:
        if isinstance(block, Exhibit):
            found.append(block)
        found.extend(exhibits_in(getattr(block, "blocks", ())))
    return tuple(found)
