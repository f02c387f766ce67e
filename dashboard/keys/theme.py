"""The theme of the lines, in the national nomenclature."""

from __future__ import annotations

from dashboard.domain import french
from dashboard.keys.key import Key, marked
from dashboard.keys.published import Published


def _named(store: Published, slug: str) -> str:
    names = {row["slug"]: row["nom"] for row in store.rows("themes")}
    return str(names.get(slug, french.capital(slug)))


KEY = Key(
    name="theme",
    label="Thème",
    chosen="du thème choisi",
    values=lambda store: store.money.values("theme"),
    named=_named,
    everything="Tous les thèmes",
    unknown="Thème non précisé",
    sieve=marked("theme"),
)
