"""The public copy of ten years of incomes: one distribution a year and an indicator."""

from __future__ import annotations

from dashboard.importers import filosofi_suite
from dashboard.importers.distributions import LEAST
from dashboard.importers.imported import Document
from dashboard.importers.territory_folder import TerritoryFolder

HEAD = "code,revenu_median,taux_pauvrete,gini,s80s20,annee"
LINES = [f"QP{1000 + rank:06},{12000 + rank}.0,34.9,,,2012" for rank in range(LEAST)]


def test_a_line_of_no_year_is_refused_and_the_account_adds_up(territory: TerritoryFolder) -> None:
    odd = ["QP000001,13000.0,35.0,,,1,2,3,4.5", "QP000002,13000.0,35.0,,,", "QP974001,1,1,,,2012"]
    text = "\n".join([HEAD, *LINES, *(line.replace("1,2,3,4.5", '"1,2,3,4.5"') for line in odd)])
    found = filosofi_suite.read(Document("suite.csv", text.encode()), territory)
    assert {row["annee"] for row in found.taken["repartitions"]} == {"2012"}
    assert [(one.row, one.value) for one in found.refused] == [
        (LEAST + 2, "1,2,3,4.5"),
        (LEAST + 3, ""),
    ]
    account = found.account
    assert (len(account.taken), len(account.refused)) == (LEAST, 2)
    assert len(account.rows) == LEAST + 3
