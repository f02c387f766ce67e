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
    and several, which folds its boxes and has a ``several``."""

    key: str
    label: str
    choices: tuple[Choice, ...] = ()
    value: str = ""
    kind: str = "select"
    hint: str = ""
    several: Several | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One step on a map: its sign, its words, the key of the keyboard that makes it, the view that
    it leads to; empty where the map goes no further."""

    sign: str
    label: str
    press: str
    href: str
