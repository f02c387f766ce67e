"""What an identity provider says of itself: its addresses, its keys."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import requests
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from dashboard.staff.identity.identity import Absent
from dashboard.staff.identity.provider import Provider, guarded

PLACE = "/.well-known/openid-configuration"
PATIENCE = 5.0
"""Seconds that the provider has for each answer."""
LASTS = 3600.0
"""Seconds for which its addresses are believed."""
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
OTHERS = ("userinfo_endpoint", "end_session_endpoint")


class Discovery:
    """Asks one provider. Its addresses are kept for an hour, its keys never: they change, and few
    people sign in."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._told: Mapping[str, Any] = {}
        self._until = 0.0

    def told(self) -> Mapping[str, Any]:
        """Its description. Absent where it is that of another issuer, or sends anything in clear;
        threads that ask at once do the same thing twice."""
        if time.monotonic() > self._until:
            self._told = self._described()
            self._until = time.monotonic() + LASTS
        return self._told

    def _described(self) -> Mapping[str, Any]:
        told = content(get(self._provider.issuer.rstrip("/") + PLACE))
        if told.get("issuer") != self._provider.issuer:
            raise Absent("il se dit un autre émetteur que OIDC_EMETTEUR")
        named = [told.get(name, "") for name in NEEDED]
        named += [told[name] for name in OTHERS if name in told]
        if not all(guarded(str(address)) for address in named):
            raise Absent("une de ses adresses manque, ou n’est pas en https")
        return told

    def keys(self) -> KeySet:
        """The keys it signs with now; Absent where they cannot be read."""
        try:
            return KeySet.import_key_set(content(get(self.told()["jwks_uri"])))  # type: ignore[arg-type]
        except (JoseError, ValueError, KeyError) as error:
            raise Absent("ses clés ne se lisent pas") from error


def get(address: str, headers: Mapping[str, str] | None = None) -> requests.Response:
    """What is at that address and nowhere else; Absent where nothing is."""
    try:
        answer = requests.get(address, headers=headers, timeout=PATIENCE, allow_redirects=False)
    except requests.RequestException as error:
        raise Absent(type(error).__name__) from error
    if answer.status_code != requests.codes.ok:
        raise Absent(f"code {answer.status_code}")
    return answer


def content(answer: requests.Response) -> Mapping[str, Any]:
    """The object that an answer holds; Absent where it is none."""
    try:
        found = answer.json()
    except ValueError as error:
        raise Absent("pas du JSON") from error
    if not isinstance(found, dict):
        raise Absent("pas un objet")
    return found
