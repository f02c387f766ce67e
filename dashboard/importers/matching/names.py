"""How alike two headings are: words without accents, plural nor year, cut or said otherwise."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dashboard.domain import french
from dashboard.schema.field import Field

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "action": ("numéro de l’action", "référence de l’action", "code action", "dossier"),
    "age": ("tranche d’âge", "public âge"),
    "annee": ("exercice", "millésime", "année de programmation"),
    "auteur": ("instance", "rédigé par"),
    "autres_noms": ("alias", "appellation"),
    "date": ("jour", "le", "quand"),
    "ecarte": ("exclu",),
    "etape": ("stade", "statut", "décision", "état du dossier", "état"),
    "financeur": ("financement", "source de financement", "cofinanceur", "partenaire financier"),
    "genre": ("type", "nature", "catégorie"),
    "horaires": ("ouverture", "heures d’ouverture"),
    "indicateur": ("variable", "libellé de l’indicateur"),
    "intitule": (
        "action",
        "nom de l’action",
        "libellé",
        "titre de l’action",
        "projet",
        "objet",
        "opération",
        "quoi",
    ),
    "lat": ("latitude", "y"),
    "lon": ("longitude", "lng", "x"),
    "montant": (
        "montant",
        "subvention",
        "subvention accordée",
        "subvention demandée",
        "montant accordé",
        "somme",
        "euros",
    ),
    "nom": ("structure", "organisme", "service", "dénomination", "libellé"),
    "nombre": ("effectif", "participants", "nombre de participants", "bénéficiaires"),
    "pilier": ("axe", "volet", "axe stratégique", "priorité"),
    "porteur": (
        "structure",
        "association",
        "porteur de projet",
        "bénéficiaire",
        "organisme",
        "nom de la structure",
        "opérateur",
    ),
    "porteur_id": ("siret", "siren", "n° siret", "siret du bénéficiaire"),
    "public": ("public visé", "public cible", "bénéficiaires"),
    "quartiers": ("quartier", "qpv", "quartier prioritaire", "territoire", "lieu d’intervention"),
    "role": ("mission", "fonction", "rôle"),
    "sexe": ("genre", "femmes hommes"),
    "statut": ("état", "avancement"),
    "territoire": ("quartier", "qpv", "commune", "code du quartier"),
    "texte": ("description", "contenu", "commentaire", "détail"),
    "theme": ("thématique", "domaine", "sous-thème"),
    "titre": ("intitulé", "libellé", "objet", "nom", "quoi", "événement"),
    "tranche": ("tranche d’âge", "âge"),
    "valeur": ("chiffre", "donnée", "résultat"),
}
"""What files call the columns of the models, beside their titles."""

ONLY: Mapping[str, frozenset[str]] = {
    "attribuant": frozenset({"financeur", "montant"}),
    "budget": frozenset(),
    "collectivite": frozenset({"financeur", "montant", "territoire"}),
    "cout": frozenset(),
    "financeur": frozenset({"financeur", "montant"}),
    "siren": frozenset({"porteur_id"}),
    "siret": frozenset({"porteur_id"}),
}
"""Words that say what a heading alone may be: what an action costs is not what it is given, the
number of who pays is not that of who receives."""

_WORD = re.compile(r"[a-z]+|\d+")
_EMPTY = re.compile(
    "a|au|aux|d|de|des|du|en|et|l|la|le|les|n|nb|no|nom|num|numero|ou|par|pour|total|un|une"
).fullmatch
"""Words that tell no column from another, where there are others."""
_LETTERS, _ALIKE = 2, 0.82
_SHORTENED, _OF_WANTED = 0.9, 0.7
"""What an abbreviation is worth; what counts the most: that all that is looked for is said."""


def names_of(field: Field) -> tuple[str, ...]:
    """What that column may be called."""
    return (field.title, field.name.replace("_", " "), *SYNONYMS.get(field.name, ()))


def may_be(heading: str, field: Field) -> bool:
    """Whether no word of that heading says that it is another column."""
    words = _words(heading)
    return all(field.name in ONLY[word] for word in words if word in ONLY)


def likeness(heading: str, field: Field) -> float:
    """How much the heading says that column: 1 where they are the same words, 0 where none is."""
    said = _words(heading)
    return max((_alike(said, _words(name)) for name in names_of(field)), default=0.0)


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    split = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    found = [_singular(word) for word in _WORD.findall(french.fold(split)) if not _is_year(word)]
    return tuple(word for word in found if not _EMPTY(word)) or tuple(found)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _is_year(word: str) -> bool:
    return bool(re.fullmatch(r"(19|20)\d\d", word))


@lru_cache(maxsize=100_000)
def _alike(said: Sequence[str], wanted: Sequence[str]) -> float:
    if not said or not wanted:
        return 0.0
    return _OF_WANTED * _covered(wanted, said) + (1 - _OF_WANTED) * _covered(said, wanted)


def _covered(words: Sequence[str], among: Sequence[str]) -> float:
    """How much of these words is among those, from 0 to 1."""
    return sum(max(_word(word, other) for other in among) for word in words) / len(words)


@lru_cache(maxsize=100_000)
def _word(one: str, other: str) -> float:
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) < _LETTERS or short[0] != long[0]:
        return 0.0
    if _shortens(short, long):
        return _SHORTENED
    ratio = difflib.SequenceMatcher(None, short, long).ratio()
    return ratio if ratio >= _ALIKE else 0.0


def _shortens(short: str, long: str) -> bool:
    """Whether one is the other cut (``subv``), or its letters in order (``mnt``, ``qtr``)."""
    letters = iter(long)
    return long.startswith(short) or (
        len(short) < len(long) and short.isalpha() and all(letter in letters for letter in short)
    )
