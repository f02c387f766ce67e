"""What several declarations share: pillars, bounds, warnings."""

from __future__ import annotations

from dashboard.domain.indicator import SourceColumn

LIVING, WORK, SOCIAL = "cadre-de-vie", "emploi", "cohesion-sociale"

PEOPLE_LIMIT = 100_000_000.0
"""More than the inhabitants of France."""
EURO_LIMIT = 100_000.0

RATE_TOLERANCE = 1.0
EURO_TOLERANCE = 150.0
RATIO_TOLERANCE = 0.1

CONSECUTIVE = (
    "L’Insee déconseille de comparer deux années qui se suivent dans un quartier : "
    "une petite différence ne veut rien dire."
)
SURVEY = (
    "C’est une estimation tirée d’une enquête menée sur cinq ans : deux années qui se suivent "
    "reposent en grande partie sur les mêmes réponses."
)
PRESUMED_LABEL = "L’intitulé de la colonne n’est pas documenté dans le fichier : il est présumé."
REGISTER = (
    "Ne compte que les personnes connues de l’organisme au 31 décembre ; "
    "l’année est déduite du nom du fichier."
)


def columns(*places: str) -> tuple[SourceColumn, ...]:
    """Columns written ``FAMILY.NAME``."""
    return tuple(SourceColumn(*place.split(".", 1)) for place in places)
