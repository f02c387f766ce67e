"""What the lines of money hold and lack, as the publication tells it to the Store."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from dashboard.domain.funding import Stage
from dashboard.publication.sources import Sources


def document(sources: Sources, actions: pd.DataFrame) -> dict[str, object]:
    """Origins, stages, funders and sources met among the lines; whether people are counted; the
    sources of each indicator. ``actions`` already went through ``hide_persons``."""
    funding, participants = sources.table("financements"), sources.table("beneficiaires")
    stages = set(funding["etape"]) if not funding.empty else set()
    return {
        "lignes": len(actions),
        "piliers": _met(actions["pilier_origine"]),
        "themes": _met(actions["theme_origine"]),
        "quartiers": _met(actions["quartier_origine"]),
        "ages": _met(actions["age_origine"]),
        "toutes_ventilees": bool((actions["quartiers"] != "").all()),
        "perimetre_probable": bool((actions["perimetre"] == "probable").any()),
        "etapes": [str(stage) for stage in Stage if str(stage) in stages],
        "financeurs": int(funding["financeur"].nunique()) if not funding.empty else 0,
        "personnes": not participants.empty,
        "sources": _met(actions["source"]),
        "indicateurs": _of_indicators(sources),
        "jusqu_a": _last_years(sources, actions),
    }


def _last_years(sources: Sources, actions: pd.DataFrame) -> dict[str, int]:
    """The last year of the data of each source: values that are published, lines, posts."""
    values = sources.table("indicateurs")
    known = values[values["valeur"] != ""] if len(values) else values
    dated = (known, actions, *map(sources.table, ("subventions_agglomeration", "postes")))
    found: dict[str, int] = {}
    for frame in dated:
        if len(frame) and {"annee", "source"} <= set(frame.columns):
            years = frame["annee"].astype(int).groupby(frame["source"].str.split("#").str[0]).max()
            found |= {str(k): max(int(year), found.get(str(k), 0)) for k, year in years.items()}
    return found


def _of_indicators(sources: Sources) -> dict[str, dict[str, list[str]]]:
    """The sources of each indicator by generation of quarters, all together under an empty one;
    the most used first."""
    values = sources.table("indicateurs")
    if values.empty:
        return {}
    generations = {row["code"]: row["generation"] for row in sources.rows("territoires")}
    columns = (values[name] for name in ("indicateur", "territoire", "source"))
    triples: Counter[tuple[str, str, str]] = Counter()
    for slug, code, source in zip(*columns, strict=True):
        triples.update({(slug, name, source) for name in ("", generations[code])})
    found: dict[str, dict[str, list[str]]] = {}
    for (slug, generation, source), _ in triples.most_common():
        found.setdefault(slug, {}).setdefault(generation, []).append(source)
    return found


def _met(column: pd.Series) -> list[str]:
    return sorted(str(text) for text in set(column) if text)
