"""Whom to turn to, and how inhabitants take part: what is published, else that nothing is."""

from __future__ import annotations

from dashboard.content import Block, Prose, Span, Terms, Text, text
from dashboard.markdown import flat
from dashboard.view import View

TITLE = "À qui s’adresser"


def contacts(view: View, quarter: str | None) -> Block:
    """« À qui s’adresser »: organisations, never persons."""
    found = view.store.contacts(quarter)
    if not found:
        return Prose((text("Aucun contact n’est publié."),), title=TITLE)
    items = tuple((c.name, text(f"{c.role}. {c.detail}".strip())) for c in found)
    here = any(contact.areas for contact in found)
    return Terms(items if here else (*_silent(view, quarter), *items), TITLE)


def _silent(view: View, quarter: str | None) -> tuple[tuple[str, Text], ...]:
    """The communes of a quarter whose contact nobody publishes."""
    places = view.store.places.by_code
    communes = places[quarter].communes if quarter in places else ()
    names = [places[code].name for code in communes if code in places]
    return tuple((name, text("Aucun contact publié pour cette commune.")) for name in names)


def participation(view: View, quarter: str | None = None, year: int | None = None) -> Prose | Terms:
    """Meetings, opinions and their answers; that there is none where none is published."""
    rows = [row for row in view.store.rows("participation") if _concerns(row, quarter, year)]
    if not rows:
        return Prose(
            (text("Aucune réunion, aucun avis ni aucune consultation n’est publié."),),
            title="Participation des habitants",
        )
    ordered = sorted(rows, key=lambda row: str(row["date"]), reverse=True)[:20]
    items = tuple((_head(row), _opinion(row)) for row in ordered)
    return Terms(items, "Participation des habitants")


def _concerns(row: dict[str, str], quarter: str | None, year: int | None) -> bool:
    codes = [code for code in row["quartiers"].split("|") if code]
    here = quarter is None or not codes or quarter in codes
    return here and (year is None or row["date"].startswith(str(year)))


def _head(row: dict[str, str]) -> str:
    return f"{row['date']} · {row['genre']} · {row['titre']}"


def _opinion(row: dict[str, str]) -> Text:
    opinion = row["avis"] or "Pas d’avis écrit."
    answer = row["suite"] or "Pas encore de suite donnée."
    return text(*flat(opinion), " ", Span("Suite : ", strong=True), *flat(answer))
