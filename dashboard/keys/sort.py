"""The order of the list of lines."""

from dashboard.keys.key import Key, Role

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
    role=Role.ORDER,
    values=lambda store: tuple(LABELS),
    named=lambda store, value: LABELS[value],
    default="montant",
)
