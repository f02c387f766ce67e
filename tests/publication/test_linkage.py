"""Which lines are taken for one action from year to year, and which only look alike."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from dashboard.publication import linkage
from dashboard.publication.axes import PERSON

CENTRE = "Centre social d’animation du Biollay"


def linked(*titles: tuple[str, str], kind: str = "") -> dict[str, list[Any]]:
    """The links of lines of one holder, a title and a year each."""
    actions = pd.DataFrame(
        {
            "id": [f"L{rank}" for rank in range(len(titles))],
            "intitule": [title for title, _ in titles],
            "porteur": CENTRE,
            "porteur_slug": "centre",
            "porteur_nature": kind,
            "montant": 1.0,
        }
    )
    years = np.array([int(year) - 2016 for _, year in titles], dtype=np.int32)
    found = linkage.linked(actions, years, 10)
    return {name: array.tolist() for name, array in found.items()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Solidarité de voisinage", "CSAB solidarité de voisinage"),
        ("Animation de rue", "ANIMATION DE RUE - COMPLEMENT"),
        ("ORDI’ PRATIQUE 2024", "Ordi pratique"),
        ("QE Stages culturels", "stage culturel"),
    ],
)
def test_one_title_written_two_ways_is_one_action(one: str, other: str) -> None:
    assert linked((one, "2019"), (other, "2020"))["row_link"] == [0, 0]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Accès aux droits", "Accès aux droits et aide numérique", True),
        ("Subventions Multi-actions du programme 147", "Animation de rue", True),
        ("CSAB", "Accès aux droits", True),
        ("Séjour en Espagne", "Accès aux droits", False),
    ],
)
def test_titles_that_only_look_alike_are_two_actions_and_a_doubt(
    one: str, other: str, alike: bool
) -> None:
    found = linked((one, "2019"), (other, "2020"))
    assert found["row_link"] == [0, 1]
    assert bool(found["link_alike"]) is alike


def test_titles_that_say_nothing_are_never_taken_for_one_action() -> None:
    found = linked(("CSAB", "2019"), ("CSAB", "2020"))
    assert found["row_link"] == [0, 1]
    assert found["link_alike"] == [[0, 1]]


def test_persons_are_never_followed_from_year_to_year() -> None:
    found = linked(("Aide individuelle", "2019"), ("Aide individuelle", "2020"), kind=PERSON)
    assert found["row_link"] == [0, 1]
    assert found["link_alike"] == []


def test_the_years_of_an_action_are_those_of_its_funded_lines() -> None:
    found = linked(("Jardin", "2019"), ("Jardin", "2021"))
    assert [rank + 2016 for rank, there in enumerate(found["link_years"][0]) if there] == [
        2019,
        2021,
    ]
