"""What the lines of money hold and lack, as the publication tells it to the Store."""

from __future__ import annotations

import pandas as pd

from dashboard.domain.funding import Stage


def document(
    actions: pd.DataFrame, funding: pd.DataFrame, people: pd.DataFrame
) -> dict[str, object]:
    """Origins, stages, funders and sources met among the lines; whether people are counted."""
    stages = set(funding["etape"]) if not funding.empty else set()
    return {
        "lignes": len(actions),
        "piliers": _met(actions["pilier_origine"]),
        "themes": _met(actions["theme_origine"]),
        "quartiers": _met(actions["quartier_origine"]),
        "toutes_ventilees": bool((actions["quartiers"] != "").all()),
        "perimetre_probable": bool((actions["perimetre"] == "probable").any()),
        "etapes": [str(stage) for stage in Stage if str(stage) in stages],
        "financeurs": int(funding["financeur"].nunique()) if not funding.empty else 0,
        "personnes": not people.empty,
        "sources": _met(actions["source"]),
    }


def _met(column: pd.Series) -> list[str]:
    return sorted(str(text) for text in set(column) if text)
