"""Every indicator, in the order of the themes: a module declares one theme or two."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.indicators import (
    demandeurs,
    demographie,
    emploi,
    familles,
    formation,
    logement,
    prestations,
    ressources,
    revenus,
)
from dashboard.domain import french
from dashboard.domain.indicator import Indicator


def _typeset(item: Indicator) -> Indicator:
    """The declaration with French spaces: declarations are typed with plain ones."""
    return replace(
        item,
        label=french.typeset(item.label),
        subject=french.typeset(item.subject),
        definition=french.typeset(item.definition),
        reading=french.typeset(item.reading),
        limits=french.typeset(item.limits),
    )


INDICATORS: tuple[Indicator, ...] = tuple(
    _typeset(item)
    for module in (
        demographie,
        revenus,
        ressources,
        emploi,
        demandeurs,
        prestations,
        familles,
        formation,
        logement,
    )
    for item in module.INDICATORS
)
"""The catalogue."""
