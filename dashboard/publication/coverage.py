"""What the lines of money hold and lack, as the publication tells it to the Store."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from dashboard.domain.funding import Stage
from dashboard.publication.sources import Sources


def document(sources: Sources, actions: pd.DataFrame) -> dict[str, object]:
    """Origins, stages, funders and sources met among the lines; whether people are counted; the
    sources of each indicator. ``actions`` already went through ``hide_persons``."""
    funding, people = sources.table("financements"), sources.table("beneficiaires")
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
        "indicateurs": _of_indicators(sources.table("indicateurs")),
    }


def _of_indicators(values: pd.DataFrame) -> dict[str, list[str]]:
    """The sources of each indicator, the most used first."""
    if values.empty:
        return {}
    pairs = Counter(zip(values["indicateur"], values["source"], strict=True))
    found: dict[str, list[str]] = {}
    for (slug, source), _ in pairs.most_common():
        found.setdefault(str(slug), []).append(str(source))
    return found


def _met(column: pd.Series) -> list[str]:
    return sorted(str(text) for text in set(column) if text)
