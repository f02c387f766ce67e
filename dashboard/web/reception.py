"""When a request has arrived whole: read from bytes alone, before anything answers it."""

from __future__ import annotations

import re

HEAD = 32_768
"""Bytes that a request may take before its body."""

BODY = 200_000
"""Bytes of a body: our longest question is a tenth of it."""

PULSE = re.compile(rb"(GET|HEAD) /sante[ ?]")
"""Probes are answered whatever the others ask."""

READER = "dashboard.lecteur"
"""The key of a WSGI environment that holds the address of who asks, as it is believed."""

_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*\r\n", re.I)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding[ \t]*:", re.I)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.I)
_FORWARDED = re.compile(rb"\r\nx-forwarded-for:([^\r]*)\r\n", re.I)


class RequestRefused(Exception):
    """A request that will not be answered; ``code`` is the status that says why."""

    def __init__(self, code: int) -> None:
        """Keep the status."""
        super().__init__(code)
        self.code = code


def length(data: bytes) -> int | None:
    """The bytes of the first request in ``data``; None while it is not whole. RequestRefused where
    it would be too long, or does not say how long it is."""
    end = data.find(_END, 0, HEAD)
    if end < 0 and len(data) >= HEAD:
        raise RequestRefused(431 if b"\r\n" in data else 414)
    if end < 0:
        return None
    total = end + len(_END) + _body(data[: end + len(_END)])
    return total if len(data) >= total else None


def _body(head: bytes) -> int:
    if _CHUNKED.search(head):
        raise RequestRefused(411)
    said = _LENGTH.search(head)
    size = int(said[1]) if said else 0
    if size > BODY:
        raise RequestRefused(413)
    return size


def expects(data: bytes) -> bool:
    """Whether the client waits for a word before it sends the body."""
    head, found, _ = data.partition(_END)
    return bool(found) and _EXPECTS.search(head + b"\r\n") is not None


def forwarded(request: bytes) -> str:
    """The address that the front server saw: the last one of X-Forwarded-For; empty without."""
    found = _FORWARDED.search(request.partition(_END)[0] + b"\r\n")
    return found[1].rpartition(b",")[2].strip().decode("latin-1")[:64] if found else ""
