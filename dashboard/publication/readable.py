"""Titles and holders in a case that one reads, beside those of the source."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from dashboard.domain import case
from dashboard.publication.sources import Sources


def readable(actions: pd.DataFrame, sources: Sources) -> pd.DataFrame:
    """The actions with what is shown of their title and holder, and the title as it was received.

    ``actions`` already went through ``hide_persons``.
    """
    places = [row["nom"] for row in sources.rows("territoires")]
    names = case.learnt((*actions["intitule"].unique(), *actions["porteur"].unique()), places)
    raw = actions["intitule_brut"] if "intitule_brut" in actions else actions["intitule"]
    return actions.assign(
        intitule_lisible=_each(actions["intitule"], names.title),
        porteur_lisible=_each(actions["porteur"], names.holder),
        intitule_source=raw.where(raw != "", actions["intitule"]),
    )


def _each(texts: pd.Series, said: Callable[[str], str]) -> pd.Series:
    """Each text as it is shown; those that are written alike are read once."""
    return texts.map({text: said(text) for text in texts.unique()})
