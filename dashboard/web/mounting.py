"""A site under a path: what leaves it leads back under that path.

Pages are made as if the site stood alone; their addresses of ours are set under the path last,
wherever they were written: none is forgotten.
"""

from __future__ import annotations

import re

from flask import Flask, Response, has_request_context, request

from dashboard.web.response_cache import UPDATE

MOUNT = "dashboard.montage"
"""The key of a WSGI environment that holds that path (« /chambery »); absent for a site alone."""

ADDRESS = re.compile(
    r'(\b(?:href|action|formaction|src|data-[a-z]+)=\\?"(?=/(?!/))|>(?=/(?:api|v)/))(/[^"\\<]*)'
)
"""An address of ours in a page, or in a page held by JSON; one that is read, of those that programs
ask and of those that never change."""


def mount() -> str:
    """The path under which the site that answers stands; empty where it is alone."""
    return str(request.environ.get(MOUNT, "")) if has_request_context() else ""


def under(before: str, href: str) -> str:
    """That address of ours under that path, where it is not there yet."""
    there = href == before or href.startswith((f"{before}/", f"{before}?", f"{before}#"))
    return href if there else f"{before}{href}"


def guard(server: Flask) -> None:
    """Keep under its path who follows what that site answers. To call after what completes an
    answer or keeps it, which takes it as it leaves, and before ``frozen.guard``, whose addresses
    are moved too."""

    @server.after_request
    def stay(response: Response) -> Response:
        before = mount()
        if before:
            _move_target(response, before)
            if _holds_page(response):
                response.set_data(within(response.get_data(as_text=True), before))
        return response


def within(text: str, before: str) -> str:
    """A page whose addresses of ours are all under that path."""
    return ADDRESS.sub(lambda held: f"{held[1]}{under(before, held[2])}", text)


def _move_target(response: Response, before: str) -> None:
    where = response.headers.get("Location", "")
    if where.startswith("/") and not where.startswith("//"):
        response.headers["Location"] = under(before, where)


def _holds_page(response: Response) -> bool:
    """Whether that answer is a page, or pieces of one, whole in memory and not compressed: that of
    a draft comes so, already under its path."""
    if response.is_streamed or response.content_encoding:
        return False
    live = request.path == UPDATE and response.mimetype == "application/json"
    return live or response.mimetype == "text/html"
