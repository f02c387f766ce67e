"""Addresses that a request brings: believed only for what they can be."""

from __future__ import annotations

import re
from typing import Any

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, RequestRedirect

from dashboard.staff.desk.context import desk

LARGEST = 2**31 - 1
WITHIN = re.compile(r"/agents(/[A-Za-z0-9_/-]*)?")


class Number(IntegerConverter):
    """A number that a base can hold: any other is that of no page."""

    def __init__(self, *given: Any, **said: Any) -> None:
        super().__init__(*given, **{"max": LARGEST, **said})


def after(said: str, default: str) -> str:
    """Where to go next: the path said, where it is a page of this site; else the default.

    Neither a host, nor a scheme, nor what a browser may read as one can pass.
    """
    if not WITHIN.fullmatch(said) or "//" in said:
        return default
    try:
        current_app.url_map.bind("").match(said, "GET")
    except (HTTPException, RequestRedirect):
        return default
    return said


def client() -> str:
    """The address of who asks; a front server that is trusted says it."""
    direct = request.remote_addr or ""
    if direct not in desk().settings.fronts:
        return direct
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return said or direct
