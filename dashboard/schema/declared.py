"""What the catalogue declares, as the validation of the tables needs it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dashboard import catalogue
from dashboard.domain.indicator import Indicator


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator by its slug."""
    return {item.slug: item for item in catalogue.INDICATORS}
