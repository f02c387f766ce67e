"""What is measured: one declaration an indicator, a source, a theme. Everything else derives."""

from __future__ import annotations

from dashboard.catalogue.indicators import INDICATORS
from dashboard.catalogue.leads import LEADS
from dashboard.catalogue.sources import OPEN_LICENCE, SOURCES, Source
from dashboard.catalogue.themes import THEMES
from dashboard.domain.indicator import Indicator

__all__ = ["INDICATORS", "LEADS", "OPEN_LICENCE", "SOURCES", "THEMES", "Source", "indicator"]

_BY_SLUG = {item.slug: item for item in INDICATORS}


def indicator(slug: str) -> Indicator:
    """The indicator of that slug; KeyError where the catalogue has none."""
    return _BY_SLUG[slug]
