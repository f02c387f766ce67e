"""The themes of indicators, in the order in which a portrait shows them."""

from __future__ import annotations

from dashboard.domain.indicator import Theme

THEMES: tuple[Theme, ...] = (
    Theme("demographie", "Habitants et ménages"),
    Theme("revenus", "Revenus et pauvreté"),
    Theme("ressources", "D’où viennent les revenus"),
    Theme("emploi", "Emploi"),
    Theme("demandeurs-emploi", "Demandeurs d’emploi"),
    Theme("prestations", "Prestations sociales"),
    Theme("familles", "Familles et enfants allocataires"),
    Theme("formation", "Formation"),
    Theme("logement", "Logement"),
)
