"""The indicators that lead where a territory's settings name none."""

from __future__ import annotations

from dashboard.domain.settings import Leads

LEADS = Leads(
    main="taux-pauvrete",
    gap="niveau-vie-median",
    table=(
        "population",
        "taux-pauvrete",
        "niveau-vie-median",
        "taux-emploi",
        "demandeurs-emploi-abc",
        "part-moins-25-ans",
    ),
)
"""Poverty first, the gap told in standard of living: what INSEE publishes for every QPV."""
