"""The generation of perimeters by which quarters are told."""

from dashboard.content import Choice
from dashboard.domain.selection import GENERATION
from dashboard.keys.key import Key

KEY = Key(
    name=GENERATION,
    label="Périmètres",
    chosen="des périmètres choisis",
    shared=True,
    values=lambda store: store.choices.generations,
    named=lambda store, code: code,
    offered=lambda store, selection: tuple(
        Choice(code, f"Périmètres de {code}") for code in store.choices.generations
    ),
    refusal="La génération {} n’existe pas : les périmètres par défaut sont affichés.",
)
