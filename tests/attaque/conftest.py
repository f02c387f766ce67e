"""The small territory of the importers' tests, here too."""

from tests.importers.conftest import folder, ground

__all__ = ["folder", "ground"]
