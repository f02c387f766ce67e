"""What a title says: its words, a complement, a cut, a scheme, a quarter."""

import pytest

from dashboard.importers import titles
from dashboard.importers.scope import judge_of
from dashboard.importers.territory_folder import TerritoryFolder

HOLDER = "Régie du Rouet"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("2021 - 99 - CA Auzelande Agglomération - Jardins - REGIE DU ROUET", "Jardins"),
        ("QSJ2021-99-CA Auzelande Agglomération-Jardins", "Jardins"),
        ("99 - CA Auzelande Agglomération Jardins partagés", "Jardins partagés"),
        ("2017 DDCSPP99 Jardins", "Jardins"),
        ("2016 99 Jardins", "Jardins"),
        ("REGIE DU ROUET - Jardins", "Jardins"),
        ("CREFE - Centre ressource enfance", "CREFE - Centre ressource enfance"),
        ("Auzelande Agglomération évaluation", "Auzelande Agglomération évaluation"),
    ],
)
def test_the_administrative_prefix_and_the_holder_go(
    territory: TerritoryFolder, raw: str, clean: str
) -> None:
    assert titles.clean(raw, HOLDER, 2021, judge_of(territory))[0] == clean


def test_a_title_is_never_left_empty(territory: TerritoryFolder) -> None:
    assert titles.clean("REGIE DU ROUET", HOLDER, 2021, judge_of(territory))[0] == "REGIE DU ROUET"


def test_a_long_title_that_does_not_end_with_its_holder_was_cut(territory: TerritoryFolder) -> None:
    long = "2022 - 99 - CA Auzelande Agglomération - Soutien à la mobilité pour les personnes en pa"
    judge = judge_of(territory)
    assert titles.clean(long.ljust(88, "r"), HOLDER, 2022, judge)[1]
    assert not titles.clean(long.ljust(88, "r"), HOLDER, 2025, judge)[1]
    whole = f"{long[:70]} - REGIE DU ROUET".ljust(88)
    assert not titles.clean(whole, HOLDER, 2022, judge)[1]


def test_schemes_and_complements_are_read_in_the_words() -> None:
    assert titles.programme("QE2021 - COVID - Programme de Réussite Educative") == (
        "P147+QE+PRE+COVID"
    )
    assert titles.programme("Jardins présentés") == "P147"
    assert titles.is_complement("COMPLÉMENT jardins")


@pytest.mark.parametrize(
    ("title", "holder", "year", "quarters", "by_title"),
    [
        ("Foot à Mouline-Basse", "CLUB", 2018, ("QP099002",), True),
        ("Foot", "MJC de la Crécelière", 2018, ("QP099001",), False),
        ("Foot", "MJC de la Crécelière", 2024, ("QN09901M",), False),
        ("MJC Crécelière danse", "MJC de la Crécelière", 2018, ("QP099001",), False),
        ("Danse au quartier Crécelière", "MJC Crécelière", 2018, ("QP099001",), True),
        ("Foot", "CLUB D’AUZELANDE", 2018, (), False),
    ],
)
def test_a_quarter_is_the_one_named_and_a_holder_s_name_is_only_an_address(
    territory: TerritoryFolder,
    title: str,
    holder: str,
    year: int,
    quarters: tuple[str, ...],
    by_title: bool,
) -> None:
    assert titles.quarters_of(title, holder, territory, year) == (quarters, by_title)
