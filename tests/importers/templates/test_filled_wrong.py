"""Our models filled wrong in every way that a spreadsheet allows: a sentence, or an account."""

import pytest

from dashboard.importers.templates import TEMPLATES
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from tests.attaque.models import attacked
from tests.attaque.oracle import judged
from tests.conftest import ROOT

EACH = 2


@pytest.fixture
def fictional() -> TerritoryFolder:
    return open_territory(ROOT / "data" / "exemple")


def test_a_model_filled_wrong_is_refused_or_accounted_for(fictional: TerritoryFolder) -> None:
    ends = []
    for template in TEMPLATES:
        attacked(
            template, fictional, EACH, lambda mutant: ends.append(judged(mutant, fictional) is None)
        )
    assert len(ends) == EACH * len(TEMPLATES)
    assert set(ends) == {True, False}
