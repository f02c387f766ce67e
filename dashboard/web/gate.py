"""What no page could answer is sent back before any page is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from dashboard.web import refusal
from dashboard.web.load_shedding import Application

HOST = re.compile(r"([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
SEGMENT = 1_000
"""Characters of a part of an address: no name of ours is a tenth as long."""


class Gate:
    """An application that is asked only what may have an answer: see ``refused``."""

    def __init__(self, app: Application) -> None:
        self._app = app

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer, or send back."""
        code = refused(environ)
        if code is None:
            return self._app(environ, start_response)
        start_response(refusal.status(code), refusal.headers(code))
        return [refusal.page(code)]


def refused(environ: dict[str, Any]) -> int | None:
    """The status of a request that no page can answer: 400 for a host that is no name or for
    bytes that are no text, 404 for an address that none of ours can be; None for any
    other."""
    host, path = environ.get("HTTP_HOST"), environ.get("PATH_INFO", "")
    if (host is not None and not _is_host(host)) or not _is_text(environ.get("QUERY_STRING", "")):
        return 400
    if CONTROL.search(path) or any(len(part) > SEGMENT for part in path.split("/")):
        return 404
    return None


def _is_host(host: str) -> bool:
    """Whether that is the name or the address of a machine, with its port or not."""
    if not HOST.fullmatch(host):
        return False
    try:
        host.encode("ascii").decode("idna")
    except UnicodeError:
        return False
    return True


def _is_text(query: str) -> bool:
    """Whether those bytes, as WSGI spells them, are a text."""
    try:
        query.encode("latin-1").decode()
    except UnicodeError:
        return False
    return True
