"""The identity provider by which staff may come in, as the operator set it: none by default."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dashboard.staff.refusal import NotDone

SCOPES = "openid email"
ASSERTED = "fournisseur"
"""Said of e-mail addresses by an operator whose provider answers for all those it gives."""
LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Provider:
    """An OpenID Connect provider, and this site as one of its clients.

    ``levels`` are the values of ``acr`` of which one is asked, empty where any will do;
    ``asserted`` says that every address it gives is that of the person, though it does not say so
    of each (``email_verified``).
    """

    name: str
    issuer: str
    client: str
    secret: str = field(repr=False)
    scopes: str = SCOPES
    levels: tuple[str, ...] = ()
    asserted: bool = False


def from_environment(site: str) -> Provider | None:
    """The provider that the environment names; None without.

    NotDone where it is half said, where something would travel in clear, or where nobody said the
    public address of the site, to which it must send people back.
    """
    issuer, client, secret = (_said(f"OIDC_{name}") for name in ("EMETTEUR", "CLIENT", "SECRET"))
    if not issuer and not client and not secret:
        return None
    if not (issuer and client and secret):
        raise NotDone("OIDC_EMETTEUR, OIDC_CLIENT et OIDC_SECRET vont ensemble : il en manque.")
    for address in (issuer, site):
        if not guarded(address):
            raise NotDone("OIDC_EMETTEUR et ADRESSE_PUBLIQUE doivent commencer par https://.")
    scopes = _said("OIDC_PORTEES") or SCOPES
    if "openid" not in scopes.split():
        raise NotDone("OIDC_PORTEES doit contenir « openid ».")
    name, levels = _said("OIDC_NOM") or "ProConnect", tuple(_said("OIDC_NIVEAUX").split())
    asserted = _said("OIDC_COURRIELS") == ASSERTED
    return Provider(name, issuer, client, secret, scopes, levels, asserted)


def takes_passwords(provider: Provider | None) -> bool:
    """Whether people may come in by a password. NotDone where they could then by nothing."""
    taken = _said("MOTS_DE_PASSE") != "non"
    if not taken and provider is None:
        raise NotDone("MOTS_DE_PASSE=non demande un fournisseur d’identité : voyez OIDC_EMETTEUR.")
    return taken


def guarded(address: str) -> bool:
    """Whether what goes to that address is encrypted, or does not leave this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)


def _said(name: str) -> str:
    return os.environ.get(name, "").strip()
