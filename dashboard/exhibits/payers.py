"""Whether a year, or those who pay in it, are published: what stops may come from that alone."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Text, text
from dashboard.domain.selection import Selection
from dashboard.view import View


def unpublished(view: View, first: int, last: int) -> Text:
    """That funders of the first year have no amount in the last one; empty where all have some."""
    before, after = (_paying(view, year) for year in (first, last))
    if not after or not before - after:
        return ()
    return text(
        f"Des financeurs de {first} n’ont aucun montant publié en {last} : "
        "ce qui s’arrête ou baisse peut en venir."
    )


def silent(view: View, span: tuple[int, int]) -> int | None:
    """The year of the two of which no amount is published at the counted stage, whatever the
    filters: it is unknown, not zero, and compares with none; None where both have some."""
    return next((year for year in span if not view.store.money.total(Selection(year))[1]), None)


def _paying(view: View, year: int) -> frozenset[str]:
    asked = replace(view.selection, year=year, first_year=None)
    found = view.store.fundings.by_funder(asked).slices
    return frozenset(item.slug for item in found if item.amount)
