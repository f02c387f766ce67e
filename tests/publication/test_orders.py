"""Lists are read in French alphabetical order, or by amount."""

from __future__ import annotations

import pandas as pd

from dashboard.publication import orders

ACTIONS = pd.DataFrame(
    {
        "intitule": ["Zèbre", "école", "Ecole", "Été", "abri"],
        "porteur": ["B", "a", "É", "A", "é"],
        "montant": [50.0, 10.0, 70.0, 10.0, 0.0],
    }
)


def test_the_alphabet_knows_neither_case_nor_accents() -> None:
    found = orders.arrays_of(ACTIONS)
    assert found["order_title"].tolist() == [4, 1, 2, 3, 0]


def test_a_holder_shows_its_largest_amounts_first() -> None:
    found = orders.arrays_of(ACTIONS)
    assert found["order_holder"].tolist() == [1, 3, 0, 2, 4]


def test_the_largest_amounts_come_first_and_equal_ones_stay_in_order() -> None:
    assert orders.arrays_of(ACTIONS)["order_amount"].tolist() == [2, 0, 1, 3, 4]
