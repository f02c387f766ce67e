# /// script
# requires-python = ">=3.11"
# dependencies = ["mapclassify==2.10.0"]
# ///
"""Writes tests/fixtures/classes.json: the bounds that mapclassify gives, which ours must equal.

``uv run scripts/classes_reference.py``: the library and what it needs weigh 260 MB, so that only
who changes the methods fetches them.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import mapclassify
import numpy as np

OUT = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "classes.json"
MAKERS = {
    "seuils-naturels": mapclassify.FisherJenks,
    "quantiles": mapclassify.Quantiles,
    "intervalles-egaux": mapclassify.EqualInterval,
}


def samples() -> list[list[float]]:
    """Rates, medians and counts of few and of many areas, as sources publish them."""
    chance = np.random.default_rng(1609)
    found = []
    for size in (4, 6, 9, 12, 18, 38, 105, 400):
        found.append(np.round(chance.normal(42, 9, size), 1).tolist())
        found.append((np.round(chance.lognormal(9.6, 0.25, size) / 10) * 10).tolist())
        found.append(np.round(chance.pareto(1.5, size) * 100).tolist())
    return found


def bounds(values: list[float], count: int) -> dict[str, list[float]]:
    """The bounds of each method, in that many classes."""
    made = {name: maker(values, k=count).bins.tolist() for name, maker in MAKERS.items()}
    deviation = mapclassify.StdMean(values).bins.tolist()
    return made | {"ecart-type": [b for b in deviation if b < max(values)] + [max(values)]}


def main() -> None:
    """Write the file anew."""
    warnings.simplefilter("ignore")
    rows = [
        {"values": values, "count": count, "bounds": bounds(values, count)}
        for values in samples()
        for count in (3, 5)
        if count <= len(set(values))
    ]
    OUT.write_text(json.dumps(rows, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
