"""What this site and an identity provider say to each other about one person who signs in."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from typing import Any

import requests
from authlib.common.security import generate_token
from authlib.common.urls import add_params_to_uri
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc.jwk import KeySet

from dashboard.staff.identity import proofs
from dashboard.staff.identity.discovery import PATIENCE, Discovery, content, get
from dashboard.staff.identity.identity import Absent, Asked, ProvidedIdentity, Unproven
from dashboard.staff.identity.proofs import Claims
from dashboard.staff.identity.provider import Provider

RANDOM = 48
"""Characters of chance: ProConnect asks for 32 at least, PKCE for 43."""
SIGNED = "application/jwt"
BACK = "/agents/connexion/retour"
"""Where the provider sends people back to, on this site."""


class Exchange:
    """Speaks with one provider for the site at that public address: the only requests that the
    staff site ever makes to another machine than its base, and only where the operator named it."""

    def __init__(self, provider: Provider, site: str) -> None:
        self.provider = provider
        self._site = site
        self._discovery = Discovery(provider)

    def begin(self) -> tuple[str, Asked]:
        """Where to send the person, and what must come back. Absent where the provider is."""
        asked = Asked(*(generate_token(RANDOM) for _ in range(3)))
        where = self._discovery.told()["authorization_endpoint"]
        url, _ = self._session().create_authorization_url(
            where, asked.state, asked.verifier, nonce=asked.nonce, **_level(self.provider.levels)
        )
        return str(url), asked

    def end(self, came: Mapping[str, str], asked: Asked) -> ProvidedIdentity:
        """Who came back with that answer. Unproven where it is not that to what was asked, or where
        a guard refuses what the provider then gives; Absent where it gives nothing."""
        if not hmac.compare_digest(came.get("state", "").encode(), asked.state.encode()):
            raise Unproven("état")
        if came.get("iss", self.provider.issuer) != self.provider.issuer:
            raise Unproven("émetteur de la réponse")
        token = self._token(came.get("code", ""), asked.verifier)
        hint, access = str(token.get("id_token", "")), str(token.get("access_token", ""))
        keys = self._discovery.keys()
        claims = proofs.claims_of(self.provider, keys, hint, asked, access)
        if "email" not in claims:
            claims = {**self._person(keys, access, claims["sub"]), **claims}
        email = proofs.vouched(self.provider, claims)
        return ProvidedIdentity(self.provider.issuer, claims["sub"], email, hint)

    def _token(self, code: str, verifier: str) -> Mapping[str, Any]:
        """What the provider gives for that code to whoever shows what it was asked with."""
        try:
            found: Mapping[str, Any] = self._session().fetch_token(
                self._discovery.told()["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                timeout=PATIENCE,
                allow_redirects=False,
            )
        except OAuthError as error:
            raise Unproven("code refusé") from error
        except (requests.RequestException, ValueError) as error:
            raise Absent(type(error).__name__) from error
        return found

    def _person(self, keys: KeySet, access: str, subject: str) -> Claims:
        """What the provider says of the person beside the token; nothing where it has no place for
        it. Unproven where it speaks of somebody else."""
        where = self._discovery.told().get("userinfo_endpoint")
        if not where:
            return {}
        answer = get(where, {"Authorization": f"Bearer {access}"})
        signed = answer.headers.get("Content-Type", "").startswith(SIGNED)
        said = proofs.signed(self.provider, keys, answer.text) if signed else content(answer)
        if said.get("sub") != subject:
            raise Unproven("réponse sur une autre personne")
        return said

    def leaving(self, hint: str, back: str) -> str:
        """Where a person ends her session at the provider, who then sends her to that page of this
        site; empty where it cannot be."""
        try:
            where = self._discovery.told().get("end_session_endpoint")
        except Absent:
            return ""
        said = {
            "id_token_hint": hint,
            "post_logout_redirect_uri": f"{self._site}{back}",
            "state": generate_token(RANDOM),
        }
        return str(add_params_to_uri(where, list(said.items()))) if where else ""

    def _session(self) -> OAuth2Session:
        taken = self._discovery.told().get("token_endpoint_auth_methods_supported", ())
        by = "client_secret_post" if "client_secret_post" in taken else "client_secret_basic"
        return OAuth2Session(
            self.provider.client,
            self.provider.secret,
            token_endpoint_auth_method=by,
            scope=self.provider.scopes,
            redirect_uri=f"{self._site}{BACK}",
            code_challenge_method="S256",
        )


def _level(levels: tuple[str, ...]) -> dict[str, str]:
    """How a level is asked for: as an essential claim, which ProConnect then gives in the token."""
    wanted = {"id_token": {"acr": {"essential": True, "values": list(levels)}}}
    return {"claims": json.dumps(wanted)} if levels else {}
