"""Hundreds of files made wrong, put in through the staff pages: a draft and a page each."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterable

import pytest

from dashboard.importers.imported import Document
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.settings import StaffSettings
from tests.attaque.formats import ON_PAGES
from tests.attaque.mutants import Mutant, mutants
from tests.attaque.wounds import wounded
from tests.importers.conftest import FIXTURES
from tests.staff.checks.test_mending import FAULTY
from tests.staff.conftest import Someone
from tests.staff.wounded import Desk

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(3_000)]

OF_EACH, OF_THE_TRADE, CORRECTED, SEED = 55, 100, 100, 20_265


@pytest.fixture
def desk(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """The desk of a writer, whose files are read apart as they are in truth."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    return Desk(published, base, someone(StaffRole.WRITER))


def _dropped(desk: Desk, name: str, made: Iterable[Mutant]) -> int:
    """Put each in; how many were."""
    ends = Counter(desk.drop(mutant) for mutant in made)
    print(name, dict(ends))  # noqa: T201 - read with -s, by who reports the counts
    return ends.total()


@pytest.mark.parametrize("kind", ON_PAGES)
def test_the_file_that_is_wounded_is_taken_while_it_is_whole(desk: Desk, kind: str) -> None:
    whole = ON_PAGES[kind]()
    assert desk.drop(Mutant(whole, (whole.name,))) == "prêt"


@pytest.mark.parametrize("kind", ON_PAGES)
def test_wounded_files_of_each_format_are_answered_by_a_page(desk: Desk, kind: str) -> None:
    assert _dropped(desk, kind, wounded(ON_PAGES[kind](), OF_EACH, SEED)) == OF_EACH


def test_files_of_the_trade_made_wrong_are_answered_by_a_page(desk: Desk) -> None:
    files = [path for path in sorted(FIXTURES.iterdir()) if path.is_file()]
    sources = [Document(path.name, path.read_bytes()) for path in files]
    made = mutants(sources, OF_THE_TRADE, SEED)
    assert _dropped(desk, "métier", made) == OF_THE_TRADE


def test_a_spreadsheet_to_correct_is_wounded_and_put_in_again(desk: Desk) -> None:
    given = desk.first(Document("programmation.csv", FAULTY))
    assert given is not None
    made = wounded(given, CORRECTED, SEED)
    assert _dropped(desk, "à corriger", made) == CORRECTED
