"""The small territory of the importers' tests, here too."""

from tests.importers.conftest import folder, territory

__all__ = ["folder", "territory"]
