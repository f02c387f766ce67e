"""Every address for programs, in the order in which it is documented."""

from __future__ import annotations

from dashboard.api import actions, indicators, territory, views

RESOURCES = (
    *territory.RESOURCES,
    *indicators.RESOURCES,
    *actions.RESOURCES,
    *views.RESOURCES,
)
