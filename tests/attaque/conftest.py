"""The small territory of the importers' tests and the staff site of the fictional one, here too."""

import pytest

from tests.attaque.services import ENDLESS
from tests.importers.conftest import folder, territory
from tests.staff.conftest import (
    base,
    empty,
    pages_at_once,
    published,
    quick_hashes,
    settings,
    site,
    someone,
)

__all__ = [
    "base",
    "empty",
    "folder",
    "pages_at_once",
    "published",
    "quick_hashes",
    "settings",
    "site",
    "someone",
    "territory",
]


@pytest.fixture(autouse=True)
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever attacks never tires, and is never asked to wait."""
    for name, value in ENDLESS.items():
        monkeypatch.setenv(name, value)
