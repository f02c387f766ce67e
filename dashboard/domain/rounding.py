"""How finely a source publishes a number. A step is a power of ten: 0.1, 1, 10.

``0.0`` as a step says nothing: the number is as fine as its indicator is declared.
"""

from __future__ import annotations

import math

STEPS = ("0.0001", "0.001", "0.01", "0.1", "1", "10", "100", "1000")
"""The steps as the tables write them."""

_WORDS = {10.0: "à la dizaine", 100.0: "à la centaine", 1000.0: "au millier"}


def decimals(step: float) -> int:
    """Digits after the comma of a number published to that step: one for 0.1, none for 10."""
    return max(0, -round(math.log10(step)))


def nearest(value: float, step: float) -> float:
    """The multiple of the step nearest to the value."""
    return round(round(value / step) * step, decimals(step))


def phrase(step: float) -> str:
    """How the numbers were rounded: « à l’unité », « à la dizaine », « à une décimale »."""
    if step < 1:
        count = decimals(step)
        return "à une décimale" if count == 1 else f"à {count} décimales"
    return _WORDS.get(step, "à l’unité")
