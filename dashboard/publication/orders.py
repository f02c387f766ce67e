"""The orders in which a list of lines can be read, made once at publication."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain import french


def arrays_of(actions: pd.DataFrame) -> dict[str, npt.NDArray[np.generic]]:
    """Every row by amount, the largest first; by title; by holder, the largest amounts first.

    ``actions`` lie by year, then by amount; titles and holders are in French alphabetical order,
    without regard to case or accents. What is alike stays in the order of the rows.
    """
    amounts = -actions["montant"].to_numpy(dtype=np.float64)
    title, holder = (_ranks(actions[column]) for column in ("intitule", "porteur"))
    return {
        "order_amount": np.argsort(amounts, kind="stable").astype(np.int32),
        "order_title": np.argsort(title, kind="stable").astype(np.int32),
        "order_holder": np.lexsort((amounts, holder)).astype(np.int32),
    }


def _ranks(texts: pd.Series) -> npt.NDArray[np.int64]:
    """The place of each text in the alphabet: those that are written alike have the same."""
    code, distinct = pd.factorize(texts)
    folded = np.array([french.fold(str(text)) for text in distinct], dtype=object)
    _, rank = np.unique(folded, return_inverse=True)
    found: npt.NDArray[np.int64] = rank[code]
    return found
