"""The texts of a JSON without the persons whom they name; what is no text stays as written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dashboard.importers.personal_data import may_be_personal
from dashboard.importers.unnaming.headings import WITHDRAWN, personal_columns
from dashboard.importers.unnaming.rows import TextChange

_TEXT, _NUMBER = r'"(?:[^"\\]|\\.)*+"', r"-?\d[\d.eE+-]*"
_NAME = re.compile(rf"({_TEXT})\s*:", re.DOTALL)
_VALUE = re.compile(rf"{_TEXT}|{_NUMBER}", re.DOTALL)
_TOKEN = re.compile(rf"{_VALUE.pattern}|[{{}}\[\]:,]", re.DOTALL)
_OPENING, _CLOSING = frozenset("[{"), frozenset("]}")
_BETWEEN = frozenset(":,")
_KEPT = 100_000
"""Texts of which it is remembered what takes their place."""


@dataclass(slots=True)
class _Opened:
    """An object or a list being read: where each value of the object begins, beside its name. The
    items of a list are values of the ``owner`` that the list is a value of."""

    owner: _Opened | None = None
    name: str = ""
    values: list[tuple[str, int]] = field(default_factory=list)
    named: bool = False
    """Whether what comes is the value of that name."""

    def take(self, token: str, start: int) -> None:
        """A text or a number of it: a name, or a value."""
        if self.owner:
            self.owner.values.append((self.name, start))
        elif self.named:
            self.values.append((self.name, start))
        else:
            self.name = token


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
        name says to be a person's is withdrawn, a number as well as a text."""
        withdrawn = frozenset(_personal_values(self.text)) if self._names_a_person() else ()
        told = lru_cache(_KEPT)(lambda text: _told(text, out_of))

        def instead(found: re.Match[str]) -> str:
            if found.start() in withdrawn:
                return _withdrawn(found[0])
            return told(found[0]) if found[0].startswith('"') else found[0]

        yield self.text, _VALUE.sub(instead, self.text)

    def _names_a_person(self) -> bool:
        """Whether some name may be that of a property which holds a person."""
        return bool(personal_columns([*map(_read, set(_NAME.findall(self.text)))]))


def _personal_values(text: str) -> Iterator[int]:
    """Where each value begins that its name, among those of its object, says to be a person's."""
    opened = [_Opened()]
    for found in _TOKEN.finditer(text):
        token, last = found[0], opened[-1]
        if token in _CLOSING and len(opened) > 1:
            yield from _personal(opened.pop())
        elif token in _OPENING:
            opened.append(_Opened(last.owner or last, last.name) if token == "[" else _Opened())
        elif token in _BETWEEN:
            last.named = token == ":"
        elif token not in _CLOSING:
            last.take(_read(token), found.start())


def _personal(closed: _Opened) -> Iterator[int]:
    names = list(dict.fromkeys(name for name, _ in closed.values))
    held = {names[rank] for rank in personal_columns(names)}
    return (start for name, start in closed.values if name in held)


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
    return json.dumps(WITHDRAWN, ensure_ascii=False) if _read(token).strip() else token
