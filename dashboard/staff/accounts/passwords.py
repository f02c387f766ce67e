"""Passwords: long and hard to guess, no rule on which characters; kept as argon2id hashes.

ANSSI (Recommandations relatives à l'authentification multifacteur et aux mots de passe, 2021) and
CNIL (délibération 2022-100): length before composition, common ones refused, no forced renewal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from zxcvbn import zxcvbn
from zxcvbn.frequency_lists import FREQUENCY_LISTS

SHORTEST, LONGEST = 12, 128
WEIGHED = 72
"""Characters that the estimate looks at: beyond, nobody guesses."""
STRONG = 3
"""From 0 to 4: « safely unguessable », more than 10^8 guesses."""
BLANKS = re.compile(r"[\W_]+")
NO_LETTERS = re.compile(r"[\W\d_]+")
_SITE = (
    "contrat ville politique quartiers quartier prioritaires prioritaire observatoire tableau bord "
    "agglomeration territoire administrateur agents agent bienvenue bonjour azertyuiop azerty "
    "qsdfghjklm qsdfgh wxcvbn"
)
_DATES = (
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    "printemps automne hiver lundi mardi mercredi jeudi vendredi"
)
AROUND = tuple(f"{_SITE} {_DATES}".split())
"""Words that whoever attacks this site would try first."""
LINKS = ("des", "de", "du", "la", "les", "le", "et")
LEFT = 5
"""Letters that must be left once these words, and what is known of the person, are taken away."""
A_DATE = 8
"""Digits that say no more than a day, or where one lives."""
COMMON = frozenset(FREQUENCY_LISTS["passwords"])
TRIED = (
    "Ce mot de passe ne tient qu’à ce que l’on essaierait d’abord (le site, le territoire, votre "
    "nom, une date) : prenez plutôt quelques mots sans rapport."
)


def refused(password: str, about: Iterable[str] = ()) -> str:
    """Why that password cannot be taken, in a sentence; empty where it can. ``about`` holds what is
    known of the person."""
    if len(password) < SHORTEST:
        return f"Le mot de passe a moins de {SHORTEST} caractères : allongez-le."
    if len(password) > LONGEST:
        return f"Le mot de passe a plus de {LONGEST} caractères : raccourcissez-le."
    about = [*AROUND, *about]
    if _tried(password, about):
        return TRIED
    if min(_score(text, about) for text in (password, BLANKS.sub("", password))) < STRONG:
        return "Ce mot de passe se devine trop vite : prenez plutôt quelques mots sans rapport."
    return ""


def _tried(password: str, about: Iterable[str]) -> bool:
    """Whether nothing stands in that password but common or known words, and a date at most."""
    letters = NO_LETTERS.sub("", _folded(password))
    if not letters or sum(map(str.isdigit, password)) > A_DATE:
        return False
    left = _left(letters, about)
    return len(left) < LEFT or bool({letters, left} & COMMON)


def _left(letters: str, about: Iterable[str]) -> str:
    """What is left of the letters of a password once these words are taken away."""
    words = {NO_LETTERS.sub("", one) for one in map(_folded, _words(about))}
    for word in (*sorted((one for one in words if len(one) > 2), key=len, reverse=True), *LINKS):
        letters = letters.replace(word, "")
    return letters


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _words(about: Iterable[str]) -> list[str]:
    """These texts, and each word of them."""
    return [word for text in about for word in (text, *BLANKS.split(text)) if word]


def _score(password: str, about: Iterable[str]) -> int:
    return int(zxcvbn(password[:WEIGHED], user_inputs=_words(about))["score"])


def hashed(password: str) -> str:
    """What is kept of a password."""
    return PasswordHasher().hash(password)


def matches(password: str, held: str | None) -> bool:
    """Whether that is the password of which this is kept; as long where none is kept."""
    try:
        PasswordHasher().verify(held or _nobody(), password[:LONGEST])
    except (Argon2Error, InvalidHashError):
        return False
    return bool(held)


@cache
def _nobody() -> str:
    """The hash that is compared where there is no account: no one can tell by the time it takes."""
    return hashed("personne")
