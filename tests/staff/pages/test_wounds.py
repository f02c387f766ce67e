"""Files made wrong, put in through the pages: a sentence each, and the public sees nothing."""

import pytest

from dashboard.importers.imported import Document
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.settings import StaffSettings
from tests.attaque.formats import ON_PAGES
from tests.attaque.wounds import wounded
from tests.staff.checks.test_mending import FAULTY
from tests.staff.conftest import Someone
from tests.staff.wounded import Desk

SEED = 20_264

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def desk(published: StaffSettings, base: StaffBase, someone: Someone) -> Desk:
    return Desk(published, base, someone(StaffRole.WRITER))


def test_a_wounded_file_of_each_format_is_answered_by_a_page(desk: Desk) -> None:
    for source in ON_PAGES.values():
        for mutant in wounded(source(), 1, SEED):
            assert desk.drop(mutant)


def test_the_spreadsheet_to_correct_is_wounded_and_put_in_again(desk: Desk) -> None:
    given = desk.first(Document("programmation.csv", FAULTY))
    assert given is not None
    again = desk.first(given)
    assert again is not None
    for mutant in wounded(again, 2, SEED):
        assert desk.drop(mutant)
