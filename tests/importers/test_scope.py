"""Which lines are the contract's, and why."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.importers.grants import Grant
from dashboard.importers.scope import Scope, judge_of, quarter_words
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.conftest import action

LINE = Grant(2, 2023, "DGCL - DDETSPP", "99", "", "CLUB", "999001092", "Foot", Decimal(1000), False)
A_2018 = replace(LINE, year=2018, service="CGET - DDCSPP PAYS D’AUZELANDE", department="")


@pytest.mark.parametrize(
    ("grant", "scope", "reason"),
    [
        (
            replace(LINE, title="QE2023-99-CA Auzelande Agglomération-Foot"),
            Scope.CERTAIN,
            "contrat nommé",
        ),
        (replace(LINE, title="Foot à la Crécelière"), Scope.CERTAIN, "lieu nommé"),
        (replace(LINE, title="2023 - 99 - CA Lac Vert - Foot"), Scope.ELSEWHERE, ""),
        (replace(LINE, department="74", title="Foot à Auzelande"), Scope.ELSEWHERE, ""),
        (replace(LINE, holder="MJC DE LA CRECELIERE"), Scope.PROBABLE, "nom du porteur"),
        (LINE, Scope.UNDECIDED, ""),
        (A_2018, Scope.UNDECIDED, ""),
        (replace(A_2018, service="CGET - DDCSPP HAUTE-MEUSE"), Scope.ELSEWHERE, ""),
        (replace(A_2018, title="2018 Foot à Mouline-Basse"), Scope.CERTAIN, "lieu nommé"),
    ],
)
def test_the_title_the_service_and_the_holder_decide(
    territory: TerritoryFolder, grant: Grant, scope: Scope, reason: str
) -> None:
    found, why = judge_of(territory).verdict(grant)
    assert found is scope
    assert reason in why


def test_a_holder_that_the_contract_funds_makes_a_line_probable(
    fill: Callable[..., TerritoryFolder],
) -> None:
    territory = fill(actions=(action("P147-2020-001", 2020, "Jeux", "999001092"),))
    judge = judge_of(territory)
    assert judge.verdict(LINE)[0] is Scope.PROBABLE
    regional = replace(LINE, department="DREETS")
    assert "régional" in judge.verdict(regional)[1]
    assert judge.verdict(replace(LINE, department="74"))[0] is Scope.ELSEWHERE


def test_a_quarter_is_known_by_each_of_its_names_without_articles() -> None:
    assert quarter_words("Biollay - Bellevue") == (" biollay ", " bellevue ")
    assert quarter_words("Les Hauts-de-Chambéry") == (" hauts de chambery ",)
