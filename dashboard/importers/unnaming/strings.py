"""The texts of a JSON without the persons whom they name; what is no text stays as written."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dashboard.importers.personal_data import may_be_personal
from dashboard.importers.personal_headings import personal_columns
from dashboard.importers.unnaming.rows import TextChange
from dashboard.importers.unnaming.withdrawn import WITHDRAWN, holds_nobody

_TEXT, _NUMBER = r'"(?:[^"\\]|\\.)*+"', r"-?\d[\d.eE+-]*"
_NAME = re.compile(rf"({_TEXT})\s*:", re.DOTALL)
_VALUE = re.compile(rf"{_TEXT}|{_NUMBER}", re.DOTALL)
_TOKEN = re.compile(rf"{_VALUE.pattern}|[{{}}\[\]:,]", re.DOTALL)
_NAMED = re.compile(r"\s*:")
_Span = tuple[int, int]
"""From where to where something stands in the text."""
_OPENING, _CLOSING = frozenset("[{"), frozenset("]}")
_BETWEEN = frozenset(":,")
_KEPT = 100_000
"""Texts of which it is remembered what takes their place."""


@dataclass(slots=True)
class _Opened:
    """An object or a list being read, from its ``start`` on: where each value of the object stands,
    beside its name. The items of a list are values of the ``owner`` that the list is a value of."""

    start: int = 0
    owner: _Opened | None = None
    name: str = ""
    values: list[tuple[str, _Span]] = field(default_factory=list)
    named: bool = False
    """Whether what comes is the value of that name."""

    def take(self, token: str, span: _Span) -> None:
        """A text or a number of it: a name, or a value."""
        if self.owner or self.named:
            self.hold(span)
        else:
            self.name = token

    def hold(self, span: _Span) -> None:
        """A value of it: a text, a number, or a whole object."""
        (self.owner or self).values.append((self.name, span))


@dataclass(frozen=True, slots=True)
class JsonStrings:
    """The texts of a JSON, as it is written."""

    text: str

    @property
    def suspect(self) -> bool:
        """Whether one may tell a person: what is written by its code is not looked at further."""
        return "\\" in self.text or may_be_personal(self.text) or self._names_a_person()

    def changes(self, out_of: Callable[[str], str]) -> Iterator[TextChange]:
        """The whole JSON, ``out_of`` giving each text, and each name, without its persons; what a
        name says to be a person's is withdrawn with all that it holds, a number as well as a text.
        """
        withdrawn = _Spans.of(_personal_values(self.text) if self._names_a_person() else ())
        told = lru_cache(_KEPT)(lambda text: _told(text, out_of))

        def instead(found: re.Match[str]) -> str:
            if withdrawn.hold(found.start()) and not _NAMED.match(self.text, found.end()):
                return _withdrawn(found[0])
            return told(found[0]) if found[0].startswith('"') else found[0]

        yield self.text, _VALUE.sub(instead, self.text)

    def _names_a_person(self) -> bool:
        """Whether some name may be that of a property which holds a person."""
        return bool(personal_columns([*map(_read, set(_NAME.findall(self.text)))]))


@dataclass(frozen=True, slots=True)
class _Spans:
    """Parts of a text, none of which stands in another, in order."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, spans: Iterable[_Span]) -> _Spans:
        """The widest of these, of which one may stand in another."""
        starts, ends = list[int](), list[int]()
        for start, end in sorted(spans):
            if not ends or start >= ends[-1]:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def hold(self, place: int) -> bool:
        """Whether that place is in one of them."""
        rank = bisect_right(self.starts, place)
        return rank > 0 and place < self.ends[rank - 1]


def _personal_values(text: str) -> Iterator[_Span]:
    """Where each value stands that its name, among those of its object, says to be a person's; a
    list among them, beside its items."""
    opened = [_Opened()]
    for found in _TOKEN.finditer(text):
        token, last = found[0], opened[-1]
        if token in _CLOSING and len(opened) > 1:
            opened.pop()
            yield from _personal(last)
            opened[-1].hold((last.start, found.end()))
        elif token in _OPENING:
            opened.append(_begun(token, found.start(), last))
        elif token in _BETWEEN:
            last.named = token == ":"
        elif token not in _CLOSING:
            last.take(_read(token), found.span())


def _begun(token: str, start: int, within: _Opened) -> _Opened:
    """What that token opens."""
    return _Opened(start, within.owner or within, within.name) if token == "[" else _Opened(start)


def _personal(closed: _Opened) -> Iterator[_Span]:
    names = list(dict.fromkeys(name for name, _ in closed.values))
    held = {names[rank] for rank in personal_columns(names)}
    return (span for name, span in closed.values if name in held)


def _read(token: str) -> str:
    """What the text says; as it is written, where it repeats no standard, or is no text."""
    try:
        return str(json.loads(token))
    except ValueError:
        return token.strip('"')


def _told(token: str, out_of: Callable[[str], str]) -> str:
    text = _read(token)
    told = out_of(text)
    return token if told == text else json.dumps(told, ensure_ascii=False)


def _withdrawn(token: str) -> str:
    return token if holds_nobody(_read(token)) else json.dumps(WITHDRAWN, ensure_ascii=False)
