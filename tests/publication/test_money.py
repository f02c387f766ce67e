"""Money is shared out to the cent, as the one rule says, whatever the number of rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.funding import NO_QUARTER, equal_parts
from dashboard.publication import money
from dashboard.publication.axes import Axes

PLACES = {f"Q{rank}": rank for rank in range(12)}
NAMES = (*PLACES, NO_QUARTER)
AXES = Axes((2020,), ("p",), (), {}, NAMES, PLACES, ("f",), ("engagé",))

amounts = st.integers(0, 10**9).map(lambda cents: cents / 100)
quarters = st.lists(st.sampled_from(sorted(PLACES)), max_size=12, unique=True)
rows = st.lists(st.tuples(amounts, quarters), min_size=1, max_size=20)


@settings(max_examples=200)
@given(rows)
def test_each_part_is_the_one_that_the_rule_gives(found: list[tuple[float, list[str]]]) -> None:
    texts = pd.Series(["|".join(codes) for _, codes in found])
    served = money._served(texts, AXES)
    which, places, parts = served.shares(
        np.arange(len(found)), np.array([amount for amount, _ in found])
    )
    made = sorted(zip(which.tolist(), places.tolist(), parts.tolist(), strict=True))
    assert made == sorted(
        (row, place, share)
        for row, (amount, codes) in enumerate(found)
        for place, share in _shares(amount, codes)
    )


def _shares(amount: float, codes: list[str]) -> list[tuple[int, float]]:
    """By place, in the order of the places: what rounding leaves goes to the first of them."""
    ranks = sorted(PLACES[code] for code in codes) or [len(PLACES)]
    first, other = equal_parts(amount, len(ranks))
    return [(rank, other if place else first) for place, rank in enumerate(ranks)]
