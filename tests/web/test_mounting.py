"""What leaves a site under a path leads back under it."""

from __future__ import annotations

from flask import Flask, Response
from werkzeug.test import TestResponse

from dashboard.web import mounting

PAGE = '<a href="/actions">Actions</a>'


def asked(answer: Response) -> TestResponse:
    server = Flask(__name__)
    server.add_url_rule("/", view_func=lambda: answer)
    mounting.guard(server)
    return server.test_client().get("/", environ_overrides={mounting.MOUNT: "/chambery"})


def test_the_addresses_of_a_page_are_set_under_the_path_once() -> None:
    assert asked(Response(PAGE)).text == '<a href="/chambery/actions">Actions</a>'
    moved = '<a href="/chambery/actions">Actions</a>'
    assert asked(Response(moved)).text == moved


def test_a_page_that_comes_compressed_is_left_as_it_is() -> None:
    compressed = b"\x1b\x1d\x00\xf8\xff"
    answer = asked(Response(compressed, mimetype="text/html", headers={"Content-Encoding": "br"}))
    assert answer.data == compressed


def test_who_is_led_elsewhere_on_the_site_stays_under_the_path() -> None:
    assert asked(Response(status=303, headers={"Location": "/agents"})).headers["Location"] == (
        "/chambery/agents"
    )
    away = "//ailleurs.fr/"
    assert asked(Response(status=303, headers={"Location": away})).headers["Location"] == away
