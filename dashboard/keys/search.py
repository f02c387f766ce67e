"""The words that the title or the holder of a line must hold."""

from dashboard.domain.french import NBSP
from dashboard.keys.key import WORDS, Key

KEY = Key(
    name="recherche",
    label="Recherche",
    chosen="des mots cherchés",
    kind="search",
    free=True,
    prompt="Rechercher un intitulé ou un porteur",
    hint="par exemple : chantiers éducatifs",
    words=lambda store, selection: f"«{NBSP}{selection.option('recherche')}{NBSP}»",
    sieve=WORDS,
)
