"""What an identity provider signs: believed only once each of its guards was passed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from dashboard.staff.identity.identity import Asked, Unproven
from dashboard.staff.identity.provider import Provider

ALGORITHMS = ("RS256", "ES256")
"""Signatures that are taken: of two keys. One made with the client's secret (HS256) could be made
by whoever holds it, and none at all (none) by anyone."""
LEEWAY = 30
"""Seconds that two clocks may differ by."""
NAMED_LONGEST = 255
"""Characters of ``sub`` (OpenID Connect Core, 2)."""

Claims = Mapping[str, Any]


def claims_of(provider: Provider, keys: KeySet, token: str, asked: Asked, access: str) -> Claims:
    """What an ID token says: signed by the provider, by its issuer, for this client, in time, for
    this very request, at the level that is asked. Unproven otherwise."""
    options: Any = {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client},
        "nonce": {"essential": True, "value": asked.nonce},
        "exp": {"essential": True},
    }
    if provider.levels:
        options["acr"] = {"essential": True, "values": list(provider.levels)}
    try:
        read = jwt.decode(token, keys, algorithms=list(ALGORITHMS))
        params = {"nonce": asked.nonce, "client_id": provider.client, "access_token": access}
        claims = CodeIDToken(read.claims, read.header, options, params)
        claims.validate(leeway=LEEWAY)
    except (JoseError, ValueError) as error:
        raise Unproven(f"jeton : {type(error).__name__} {_claim(error)}") from error
    if not (isinstance(claims["sub"], str) and 0 < len(claims["sub"]) <= NAMED_LONGEST):
        raise Unproven("jeton : sub")
    return dict(claims)


def _claim(error: Exception) -> str:
    """The name of the claim that is wrong, never its value."""
    return str(getattr(error, "claim", ""))


def signed(provider: Provider, keys: KeySet, token: str) -> Claims:
    """What a signed answer about the person says (``application/jwt``, which ProConnect gives).
    Unproven where it is not the provider's, or not for this client."""
    try:
        claims = jwt.decode(token, keys, algorithms=list(ALGORITHMS)).claims
        jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"value": provider.issuer},
            aud={"value": provider.client},
        ).validate(claims)
    except (JoseError, ValueError) as error:
        raise Unproven(f"réponse signée : {type(error).__name__}") from error
    return claims


def vouched(provider: Provider, claims: Claims) -> str:
    """The e-mail address that the provider answers for; empty where it does not."""
    email = claims.get("email")
    sure = claims.get("email_verified", provider.asserted) is True
    return email if sure and isinstance(email, str) else ""
