"""The generation of perimeters by which quarters are told."""

from dashboard.domain.selection import GENERATION
from dashboard.keys.key import Key

KEY = Key(
    name=GENERATION,
    label="Périmètres",
    chosen="des périmètres choisis",
    shared=True,
    values=lambda store: store.choices.generations,
    named=lambda store, code: f"Périmètres de {code}",
    refusal="La génération {} n’existe pas : les périmètres par défaut sont affichés.",
    words=lambda store, selection: f"périmètres de {selection.generation}",
    bare=True,
)
