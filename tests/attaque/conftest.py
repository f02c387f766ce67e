"""The small territory of the importers' tests and the staff site of the fictional one, here too."""

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
