"""What one key of the address is: its name, its values, its control, how it filters, its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

from dashboard.content import Choice, Control, Several
from dashboard.domain import french
from dashboard.domain.frame import SaidFilter
from dashboard.domain.option import ALL, COMMA, Option
from dashboard.domain.selection import Selection
from dashboard.keys.published import Published

LONGEST = 40
"""Signs of one value in a file name, at most."""
UNBOUNDED = 100
"""As many values together as there are."""
BOXES = 40
"""Boxes that a control folds at most; where there are more choices, it sets one at a time."""


class KeyRole(StrEnum):
    """What a key does: it narrows what is counted, chooses what is told, sets it in order, or asks
    where someone is.

    Only filters are said of a figure that they do not reach; what sets in order is never said. What
    a reader looks for is theirs: it is said where it is asked alone, and no answer to it is kept.
    """

    FILTER = "filtre"
    SUBJECT = "sujet"
    ORDER = "ordre"
    PRIVATE = "privé"

    @property
    def is_said(self) -> bool:
        """Whether figures, files and titles say it."""
        return self in (KeyRole.FILTER, KeyRole.SUBJECT)


@dataclass(frozen=True, slots=True)
class Sieve:
    """How a key keeps lines: by an axis of the cube, by a mark of the rows, or by their words.

    ``array`` names the mark of a row, ``members`` what its indexes stand for, in the axes of the
    publication.
    """

    kind: str
    array: str = ""
    members: Callable[[Mapping[str, Any]], Sequence[str]] = lambda axes: ()


CUBE = Sieve("cube")
WORDS = Sieve("mots")


def marked(column: str) -> Sieve:
    """The lines that bear one value of that column, which the schema declares a mark."""
    return Sieve("marque", column, lambda axes: axes["marks"][column])


def _slug(store: Published, value: str) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Plural:
    """How a key is named where several of its values are chosen: its label, what ends « ne dépend
    pas … »."""

    label: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the address, declared once; all that knows it derives from here.

    ``values`` are those that the address may hold, ``named`` words one of them, ``offered`` are the
    choices of its control where they are not simply all values. ``everything`` is the choice that
    keeps all. ``chosen`` ends « ne dépend pas … ». A ``bare`` one is said without its label.
    ``also`` is a second name in the address. ``most`` values stand together, which ``plural``
    names; those of ``whole`` are all that there is. ``alike`` are the values that keep the same
    lines as one, itself among them. ``acts``: whether it changes anything beside what else the
    address asks; where it does not, nothing says it.
    """

    name: str
    label: str
    chosen: str = ""
    role: KeyRole = KeyRole.FILTER
    shared: bool = False
    values: Callable[[Published], tuple[str, ...]] = lambda store: ()
    named: Callable[[Published, str], str] = _slug
    offered: Callable[[Published, Selection], tuple[Choice, ...]] | None = None
    current: Callable[[Published, Selection], str] | None = None
    everything: str = ""
    kind: str = "select"
    prompt: str = ""
    hint: str = ""
    default: str = ""
    most: int = 1
    free: bool = False
    bounds: tuple[int, int] = (0, 0)
    refusal: str = ""
    bare: bool = False
    constant: bool = False
    unknown: str = ""
    also: str = ""
    alike: Callable[[Published, str], tuple[str, ...]] = lambda store, value: ()
    whole: Callable[[Published], tuple[str, ...]] = lambda store: ()
    plural: Plural | None = None
    sieve: Sieve | None = None
    words: Callable[[Published, Selection], str] | None = None
    spelled: Callable[[Published, Selection], str] | None = None
    acts: Callable[[Selection], bool] = lambda selection: True

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in the address, the one that says more first."""
        return (self.also, self.name) if self.also else (self.name,)

    def value(self, selection: Selection) -> str:
        """What the address holds; empty where it leaves the key out."""
        return selection.held(*self.names)

    def parts(self, selection: Selection) -> tuple[str, ...]:
        """The values that the address holds, one by one."""
        value = self.value(selection)
        several = value.split(COMMA) if self.most > 1 else [value]
        return tuple(part for part in several if part)

    def applies(self, selection: Selection) -> bool:
        """Whether a view is narrowed by it, the address saying so or not."""
        return self.constant or bool(self.value(selection))

    def options(self, store: Published) -> tuple[Option, ...]:
        """How the address spells it, one a name."""
        low, high = self.bounds
        return tuple(
            Option(
                name,
                self.label,
                self.values(store),
                self.default,
                free_text=self.free,
                low=low,
                high=high,
                many=self.most,
                shared=self.shared,
                refusal=self.refusal.replace("{year}", str(store.choices.default_year)),
                whole=self.whole(store),
                alike=partial(self.alike, store),
            )
            for name in reversed(self.names)
        )

    def worded(self, store: Published, selection: Selection) -> str:
        """Its value in words: « Santé »; several ones as a list."""
        if self.words:
            return self.words(store, selection)
        return french.listed([self.named(store, part) for part in self.parts(selection)])

    def said(self, store: Published, selection: Selection) -> SaidFilter:
        """It as a filter in force of that view."""
        value = self.worded(store, selection)
        several = self.plural if len(self.parts(selection)) > 1 else None
        label = several.label if several else self.label
        sentence = f"{french.uncapital(label)}{french.NBSP}: {value}"
        return SaidFilter(
            self.name,
            label,
            value,
            value if self.bare and not several else sentence,
            several.chosen if several else self.chosen,
            self._file(store, selection),
            self.constant,
        )

    def _file(self, store: Published, selection: Selection) -> str:
        """It in the name of a file: its values one after the other."""
        spelled = (self.spelled(store, selection),) if self.spelled else self.parts(selection)
        named = self.bare or self.role is not KeyRole.FILTER
        heads = ("" if named else self.name, *([""] * len(spelled)))
        words = (f"{head} {word}" for head, word in zip(heads, spelled, strict=False))
        return "-".join(french.slug(word)[:LONGEST].strip("-") for word in words)

    def control(self, store: Published, selection: Selection, hint: str = "") -> Control:
        """The control that sets it."""
        value = self.current(store, selection) if self.current else self.value(selection)
        made = Control(
            self.name,
            self.prompt or self.label,
            self.choices(store, selection),
            value or (ALL if self.everything else self.default),
            self.kind,
            hint or self.hint,
        )
        return self._several(store, made, self.plural) if self.plural else made

    def _several(self, store: Published, made: Control, plural: Plural) -> Control:
        """That control for several values, folded; a select of one where boxes are too many."""
        noun = french.uncapital(plural.label)
        if len(made.choices) <= BOXES:
            codes = [choice.value for choice in made.choices]
            spelled = tuple((o, c) for c in codes for o in self.alike(store, c) if o != c)
            held = Several(noun, self.most, self.whole(store), spelled)
            return replace(made, kind="several", several=held)
        many = made.value.count(COMMA) + 1
        several = (Choice(made.value, french.counted(many, self.label, noun)),)
        return replace(made, choices=(*made.choices, *several)) if many > 1 else made

    def choices(self, store: Published, selection: Selection) -> tuple[Choice, ...]:
        """The choices of its control, the one that keeps all first."""
        whole = (Choice(ALL, self.everything),) if self.everything else ()
        if self.offered:
            return (*whole, *self.offered(store, selection))
        return (*whole, *(Choice(v, self.named(store, v)) for v in self.values(store)))
