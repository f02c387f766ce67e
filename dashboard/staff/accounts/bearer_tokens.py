"""Random tokens given to one person, of which only a hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets

LENGTH = 32
"""Bytes of chance in a token."""


def token() -> str:
    """A new one, fit for an address."""
    return secrets.token_urlsafe(LENGTH)


def mark(found: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(found.encode()).hexdigest()


def keyed(secret: str, text: str) -> str:
    """A hash of that text which nobody without the secret can look for."""
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
