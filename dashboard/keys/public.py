"""The public of the lines, where the source says it."""

from dashboard.domain import french
from dashboard.keys.key import Key, marked

KEY = Key(
    name="public",
    label="Public",
    chosen="du public choisi",
    values=lambda store: store.money.values("public"),
    named=lambda store, value: french.capital(value),
    everything="Tous les publics",
    unknown="Public non précisé",
    sieve=marked("public"),
)
