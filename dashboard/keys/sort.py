"""The order of the list of lines."""

from dashboard.keys.key import Key, KeyRole

LABELS = {
    "montant": "Montant",
    "intitule": "Intitulé",
    "porteur": "Porteur",
    "annee": "Année",
}

KEY = Key(
    name="tri",
    label="Tri",
    prompt="Trier par",
    role=KeyRole.ORDER,
    values=lambda store: tuple(LABELS),
    named=lambda store, value: LABELS[value],
    default="montant",
)
