"""The key of the colours of a map: each class with the values that it holds."""

from __future__ import annotations

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


def method(view: View) -> Method:
    """The method asked, else the first."""
    return Method(keys.CLASSES.value(view.selection) or Method.NATURAL)


def offered(drawn: QuarterMap) -> bool:
    """Whether there are values enough for the method to matter."""
    return drawn.classes is not None and len(_said(drawn)) >= CHOSEN


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
    return f"{label}, {count}, {NAMES[classes.method]}{what}"


def _said(drawn: QuarterMap) -> list[tuple[float, str]]:
    """Each value with its words, from the lowest."""
    told = [drawn.told, *([drawn.around] if drawn.around else [])]
    pairs = (pair for item in told for pair in zip(item.values, item.labels, strict=True))
    return sorted((value, label) for value, label in pairs if value is not None)


def _classes(drawn: QuarterMap, classes: Classes) -> list[tuple[str, str]]:
    ramp, swatch = SHADES[len(classes.bounds)], "paire" if drawn.around else "class"
    held: dict[int, list[str]] = {}
    for value, label in _said(drawn):
        held.setdefault(classes.rank(value), []).append(label)
    return [(f"{swatch}-{ramp[rank]}", _range(labels)) for rank, labels in sorted(held.items())]


def _range(labels: list[str]) -> str:
    """« de 9 % à 14 % (4) »: the extremes that are published, never a computed bound."""
    low, high = labels[0], labels[-1]
    said = low if low == high else f"de {low} à {high}"
    return f"{said} ({len(labels)})"


def _absent(drawn: QuarterMap) -> list[tuple[str, str]]:
    """The communes that bear a hatch; those of quarters are told with their outlines."""
    if drawn.around is None:
        return []
    marks = {"s": ("commune-secret", "Commune : secret statistique")}
    none = ("commune-absent", "Commune : valeur non publiée")
    pairs = zip(drawn.around.values, drawn.around.labels, strict=True)
    return list(dict.fromkeys(marks.get(label, none) for value, label in pairs if value is None))
