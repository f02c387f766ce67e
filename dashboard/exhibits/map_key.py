"""The key of the colours of a map: each class with the values that it holds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from dashboard import keys
from dashboard.charts.map_shades import SHADES
from dashboard.domain import french
from dashboard.domain.classes import Classes, Method
from dashboard.domain.quarter_map import QuarterMap
from dashboard.keys.classes import NAMES
from dashboard.view import View

TITLE = "titre"
"""What stands in place of a swatch before the words that head the key."""
CHOSEN = 6
"""Values from which the reader chooses how they are classed."""
NONE = "aucun"
"""How many values of the year shown are in a class that only other years meet."""


def method(view: View) -> Method:
    """The method asked, else the first."""
    return Method(keys.CLASSES.value(view.selection) or Method.NATURAL)


def offered(drawn: QuarterMap) -> bool:
    """Whether there are values enough for the method to matter."""
    held = drawn.scale.values if drawn.scale else _said(drawn)
    return drawn.classes is not None and len(held) >= CHOSEN


def of(view: View, drawn: QuarterMap) -> tuple[tuple[str, str], ...]:
    """The head of the key and its classes, from the lowest: the values met and how many; then what
    bears no colour. Nothing where there are no classes."""
    if drawn.classes is None:
        return ()
    return ((TITLE, _head(drawn, drawn.classes)), *_classes(drawn, drawn.classes), *_absent(drawn))


def _head(drawn: QuarterMap, classes: Classes) -> str:
    label = drawn.indicator.label if drawn.indicator else ""
    what = " ; moitié gauche : quartiers, moitié droite : communes" if drawn.around else ""
    count = french.counted(len(classes.bounds), "classe")
    return f"{label}, {count}, {NAMES[classes.method]}{_shared(drawn)}{what}"


def _shared(drawn: QuarterMap) -> str:
    """« , les mêmes de 2012 à 2021 », where maps of several years share them."""
    scale = drawn.scale
    years = french.in_years(scale.first, scale.last) if scale and scale.is_shared else ""
    return f", les mêmes {years}" if years else ""


def _said(drawn: QuarterMap) -> list[tuple[float, str]]:
    """Each value with its words, from the lowest."""
    told = [drawn.told, *([drawn.around] if drawn.around else [])]
    pairs = (pair for item in told for pair in zip(item.values, item.labels, strict=True))
    return sorted((value, label) for value, label in pairs if value is not None)


def _classes(drawn: QuarterMap, classes: Classes) -> list[tuple[str, str]]:
    """« de 9 % à 14 % (4) »: the extremes that are published, never a computed bound, and how many
    values are within them in the year shown."""
    ramp, swatch = SHADES[len(classes.bounds)], "paire" if drawn.around else "class"
    counts = Counter(classes.rank(value) for value, _ in _said(drawn))
    return [
        (f"{swatch}-{ramp[rank]}", f"{extremes} ({counts[rank] or NONE})")
        for rank, extremes in _ranges(drawn, classes)
    ]


def _ranges(drawn: QuarterMap, classes: Classes) -> Iterator[tuple[int, str]]:
    """The rank of each class that holds a value, and the lowest and the highest that it holds."""
    words = dict(_said(drawn))
    values = drawn.scale.values if drawn.scale else sorted(words)
    start = 0
    for rank, bound in enumerate(classes.bounds):
        end = bisect_right(values, bound)
        if end > start:
            yield rank, _range([_word(drawn, words, values[at]) for at in (start, end - 1)])
        start = end


def _word(drawn: QuarterMap, words: Mapping[float, str], value: float) -> str:
    """A value as its source rounds it, whatever its year."""
    if drawn.scale and drawn.indicator:
        return drawn.indicator.format(value, drawn.scale.steps[value])
    return words[value]


def _range(labels: list[str]) -> str:
    low, high = labels
    return low if low == high else f"de {low} à {high}"


def _absent(drawn: QuarterMap) -> list[tuple[str, str]]:
    """The communes that bear a hatch; those of quarters are told with their outlines."""
    if drawn.around is None:
        return []
    marks = {"s": ("commune-secret", "Commune : secret statistique (s)")}
    none = ("commune-absent", "Commune : valeur non publiée")
    pairs = zip(drawn.around.values, drawn.around.labels, strict=True)
    return list(dict.fromkeys(marks.get(label, none) for value, label in pairs if value is None))
