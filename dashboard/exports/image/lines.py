"""Text as lines that fit a room: French no-break spaces hold, an address is cut after a sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.exports.image import fonts

STRONG = 600


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set; ``colour`` as ``#rrggbb``, ``size`` in pixels."""

    size: float
    colour: str
    family: str = fonts.SANS
    weight: int = 400


@dataclass(frozen=True, slots=True)
class LetterRun:
    """Letters set alike."""

    text: str
    strong: bool = False


Runs = tuple[LetterRun, ...]
RunLine = Runs
_SPACED = re.compile(r"(?<= )")
_SIGNS = re.compile(r"(?<=[&?])|(?<=[^/:]/)")


def width(text: str, style: TextStyle) -> float:
    """Pixels of a text on one line."""
    return fonts.width(text, style.family, style.weight, style.size)


def wide(runs: Runs, style: TextStyle) -> float:
    """Pixels of runs on one line."""
    return sum(_run_width(run, style) for run in runs)


def _run_width(run: LetterRun, style: TextStyle) -> float:
    weight = STRONG if run.strong else style.weight
    return fonts.width(run.text, style.family, weight, style.size)


def _pieces(runs: Runs) -> Iterator[LetterRun]:
    """Runs cut at ordinary spaces; no line begins with a dot."""
    for run in runs:
        for part in _SPACED.split(run.text.replace(" ·", "\u00a0·")):
            if part:
                yield replace(run, text=part)


def _words(runs: Runs) -> list[Runs]:
    """Pieces that no space parts hold together: a number and its name, a word and its full stop."""
    found: list[list[LetterRun]] = []
    for piece in _pieces(runs):
        if found and not found[-1][-1].text.endswith(" "):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [tuple(word) for word in found]


def _shown(word: Runs, style: TextStyle) -> float:
    """Pixels of a word without the space that ends it."""
    last = word[-1]
    return wide((*word[:-1], replace(last, text=last.text.rstrip(" "))), style)


def _cut(word: Runs, style: TextStyle, room: float) -> list[Runs]:
    """A word, in parts where it is wider than the room: after a sign, else where it must be."""
    if _shown(word, style) <= room:
        return [word]
    return [(part,) for piece in word for part in _parts(piece, style, room)]


def _parts(piece: LetterRun, style: TextStyle, room: float) -> Iterator[LetterRun]:
    def fits(text: str) -> bool:
        return _run_width(replace(piece, text=text.rstrip(" ")), style) <= room

    for part in filter(None, _SIGNS.split(piece.text)):
        for text in [part] if fits(part) else _letters(part, fits):
            yield replace(piece, text=text)


def _letters(word: str, fits: Callable[[str], bool]) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and not fits(parts[-1] + letter):
            parts.append(letter)
        else:
            parts[-1] += letter
    return parts


def _merged(line: list[LetterRun]) -> RunLine:
    """Neighbours set alike as one run; the line ends without a space."""
    found: list[LetterRun] = []
    for piece in line:
        if found and found[-1].strong == piece.strong:
            found[-1] = replace(piece, text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return (*found[:-1], replace(found[-1], text=found[-1].text.rstrip(" ")))


@lru_cache(2_000)
def wrap(runs: Runs, style: TextStyle, room: float) -> tuple[RunLine, ...]:
    """The lines of a text, none wider than the room."""
    lines: list[list[LetterRun]] = [[]]
    taken = 0.0
    parts = [part for word in _words(runs) for part in _cut(word, style, room)]
    for word in parts:
        if lines[-1] and taken + _shown(word, style) > room:
            lines.append([])
            taken = 0.0
        lines[-1].extend(word)
        taken += wide(word, style)
    return tuple(_merged(line) for line in lines if line)


def balance(runs: Runs, style: TextStyle, room: float) -> tuple[RunLine, ...]:
    """The same lines with no short last one: the narrowest room that needs no more of them."""
    count = len(wrap(runs, style, room))
    low, high = room / 2, room
    while high - low > 4:
        middle = (low + high) / 2
        if len(wrap(runs, style, middle)) > count:
            low = middle
        else:
            high = middle
    return wrap(runs, style, high)
