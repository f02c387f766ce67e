"""The holder of the lines: who carries the action."""

from __future__ import annotations

from dashboard.keys.key import Key, Sieve
from dashboard.keys.published import Published


def _named(store: Published, slug: str) -> str:
    return store.money.holders[slug]


KEY = Key(
    name="porteur",
    label="Porteur",
    chosen="du porteur choisi",
    values=lambda store: tuple(store.money.holders),
    named=_named,
    everything="Tous les porteurs",
    sieve=Sieve("marque", "holder", lambda axes: [slug for slug, _ in axes["holders"]]),
)
