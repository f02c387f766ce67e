"""Participations by action, masked before anything is published (rules 5 and 9)."""

from __future__ import annotations

import pandas as pd

from dashboard.domain import secrecy

COLUMNS = ("action", "mesure", "axe", "groupe", "nombre", "masque")


def masked_rows(people: pd.DataFrame) -> list[tuple[str, str, str, str, int | None, int]]:
    """Rows (action, planned or real, axis, group, count, masked): a masked count is None.

    Women and men on one axis, age bands on another: each axis partitions the same total, so each
    is masked on its own with secondary suppression.
    """
    rows: list[tuple[str, str, str, str, int | None, int]] = []
    if people.empty:
        return rows
    marked = people.assign(axe=[_axis(row) for row in people.itertuples(index=False)])
    for (action, measure, axis), group in marked.groupby(["action", "mesure", "axe"], sort=True):
        counts = [int(text) if text else None for text in group["nombre"]]
        names = list(group["sexe"] if axis == "sexe" else group["tranche"])
        hidden = secrecy.masked(counts, total_known=axis != "total")
        for name, count, flag in zip(names, counts, hidden, strict=True):
            shown = None if flag else count
            rows.append((str(action), str(measure), str(axis), name, shown, int(flag)))
    return rows


def _axis(row: object) -> str:
    if getattr(row, "sexe", ""):
        return "sexe"
    return "tranche" if getattr(row, "tranche", "") else "total"
