"""Passwords: long and hard to guess, no rule on which characters; kept as argon2id hashes.

ANSSI (Recommandations relatives à l'authentification multifacteur et aux mots de passe, 2021) and
CNIL (délibération 2022-100): length before composition, common ones refused, no forced renewal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from zxcvbn import zxcvbn

SHORTEST, LONGEST = 12, 128
WEIGHED = 72
"""Characters that the estimate looks at: beyond, nobody guesses."""
STRONG = 3
"""From 0 to 4: « safely unguessable », more than 10^8 guesses."""
BLANKS = re.compile(r"[\W_]+")
AROUND = ("contrat", "ville", "quartier", "quartiers", "observatoire", "tableau", "agglomeration")
"""Words that whoever attacks this site would try first."""


def refused(password: str, about: Iterable[str] = ()) -> str:
    """Why that password cannot be taken, in a sentence; empty where it can. ``about`` holds what is
    known of the person."""
    if len(password) < SHORTEST:
        return f"Le mot de passe a moins de {SHORTEST} caractères : allongez-le."
    if len(password) > LONGEST:
        return f"Le mot de passe a plus de {LONGEST} caractères : raccourcissez-le."
    if min(_score(text, about) for text in (password, BLANKS.sub("", password))) < STRONG:
        return "Ce mot de passe se devine trop vite : prenez plutôt quelques mots sans rapport."
    return ""


def _score(password: str, about: Iterable[str]) -> int:
    known = [word for text in (*AROUND, *about) for word in (text, *BLANKS.split(text)) if word]
    return int(zxcvbn(password[:WEIGHED], user_inputs=known)["score"])


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
