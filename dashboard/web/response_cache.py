"""Whole answers kept as they were sent: the same question to the same publication costs nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock

from cachetools import LRUCache
from flask import Flask, Response, g, request

from dashboard import keys
from dashboard.view import DOCUMENTS, FIGURES

UPDATE = "/_dash-update-component"
IMAGES = "/figure/"
LONGEST = 64_000
"""Bytes of a question that is looked up: the longest that our pages send is a third of it."""

KEPT_TYPES = (
    "text/html",
    "application/json",
    "application/pdf",
    "application/zip",
    "image/png",
    "image/svg+xml",
)
HEAVIEST = 1_000_000
"""Bytes of an answer that is kept: a heavier one would push out too many others."""


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """What was sent: its body, compressed or not, and the headers that say what it is."""

    body: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def weight(self) -> int:
        """Bytes, with some for the headers."""
        return len(self.body) + 1_000


def remember(server: Flask, state: Callable[[], Hashable], size: int) -> None:
    """Keep ``size`` bytes of answers to readers: pages, and panels of a view; nothing for 0.

    ``state`` is what every answer stands on: the publication served, and the day that sheets bear.
    To call before any other hook that completes an answer: they then run first on the way out.
    """
    kept: LRUCache[Hashable, SentAnswer] = LRUCache(size, lambda answer: answer.weight)
    lock = Lock()

    @server.before_request
    def known() -> Response | None:
        g.asked = _asked(state()) if size else None
        with lock:
            found = kept.get(g.asked) if g.asked else None
        if found is None:
            return None
        g.asked = None
        return Response(found.body, headers=list(found.headers))

    @server.after_request
    def keep(response: Response) -> Response:
        asked = g.get("asked")
        whole = response.status_code == 200 and not response.is_streamed
        whole = whole and not response.cache_control.no_store
        if asked and whole and response.mimetype in KEPT_TYPES:
            answer = SentAnswer(response.get_data(), tuple(response.headers.items()))
            if answer.weight <= min(size, HEAVIEST):
                with lock:
                    kept[asked] = answer
        return response


def _asked(state: Hashable) -> Hashable | None:
    """What makes an answer: what stands behind it, the address, the question, what the browser
    reads.

    The question is held by its hash: however long, it weighs the same. None where nothing is kept.
    """
    if keys.is_private(f"?{request.query_string.decode('utf-8', 'replace')}"):
        return None
    body = b""
    if request.method == "POST" and request.path == UPDATE:
        if (request.content_length or LONGEST + 1) > LONGEST:
            return None
        body = request.get_data()
        if keys.is_private(body.decode("utf-8", "replace")):
            return None
    elif request.method != "GET" or not (_is_page(request.path) or _is_made(request.path)):
        return None
    place = f"{request.script_root}{request.path}"
    parts = (place.encode(), request.query_string, body)
    asked = hashlib.blake2b(b"\0".join(parts), digest_size=32)
    return (state, asked.digest(), reads("br"))


def reads(encoding: str) -> bool:
    """Whether the browser takes that encoding: « br;q=0 » says that it does not."""
    return request.accept_encodings.quality(encoding) > 0


def _is_made(path: str) -> bool:
    """Whether an address is that of an image or of a document, which takes a while to make."""
    return path.startswith((IMAGES, DOCUMENTS, FIGURES))


def _is_page(path: str) -> bool:
    """Whether an address may be a page: neither a file, nor the pulse of the service."""
    return "." not in path and not path.startswith(("/_", "/sante", "/export/", "/telecharger/"))
