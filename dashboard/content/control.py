"""What sets one key of the address: its choices, and which of them hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a control; ``why`` says why it cannot be chosen."""

    value: str
    label: str
    why: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Several:
    """How a control holds several values: the noun that counts them, how many at most, those that
    make up all there is, what else may be spelled for one of them."""

    noun: str
    most: int
    whole: tuple[str, ...] = ()
    spelled: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Control:
    """A control whose value is one key of the address. ``kind``: select, radio, search, checks,
    and several, which folds its boxes and has a ``several``. A ``folded`` one stands behind the
    settings of its figure, which most readers leave as they are."""

    key: str
    label: str
    choices: tuple[Choice, ...] = ()
    value: str = ""
    kind: str = "select"
    hint: str = ""
    several: Several | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True)
class MapMove:
    """One step on a map: its sign, its words, the key of the keyboard that makes it, the view that
    it leads to; empty where the map goes no further."""

    sign: str
    label: str
    press: str
    href: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years of a figure, one after the other: ``value`` is where it stands between the
    ``first`` and the ``last``, ``said`` in words.

    ``absent`` are the years between them that hold nothing. ``steps`` lead to the year before and
    the year after that hold something, ``start`` to the first one. ``pinned`` are keys of the
    address that stay what they are from year to year. ``note`` says what the reader crosses to come
    there from the year before: a break, years without value.
    """

    first: int
    last: int
    value: int
    said: str
    absent: tuple[int, ...]
    steps: tuple[MapMove, MapMove]
    start: str
    pinned: tuple[tuple[str, str], ...] = ()
    note: str = ""
