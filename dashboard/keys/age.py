"""The age of the public of the lines, where the source says it."""

from dashboard.domain import french
from dashboard.keys.key import Key, marked

KEY = Key(
    name="age",
    label="Âge",
    chosen="de l’âge choisi",
    values=lambda store: store.money.values("age"),
    named=lambda store, value: french.capital(value),
    everything="Tous les âges",
    unknown="Âge non précisé",
    sieve=marked("age"),
)
