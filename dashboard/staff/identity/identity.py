"""Who an identity provider says that a person is, and the two ways in which it does not."""

from __future__ import annotations

from dataclasses import dataclass


class Absent(Exception):
    """The provider does not answer, or not as one does; the text says how, to whoever reads the
    log."""


class Unproven(Exception):
    """What came from the provider, or was said to, is not believed; the text says why to whoever
    reads the log, and holds nothing of what came."""


@dataclass(frozen=True, slots=True)
class ProvidedIdentity:
    """Who the provider says that a person is. ``email`` is empty where it does not vouch for it;
    ``hint`` is the token by which it knows the session to end."""

    issuer: str
    subject: str
    email: str
    hint: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What was sent with the person, which must come back as it was: ``state`` through her browser,
    ``nonce`` in the token; ``verifier`` is what the provider was given a hash of (PKCE)."""

    state: str
    nonce: str
    verifier: str
