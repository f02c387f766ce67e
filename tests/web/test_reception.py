"""When a request has arrived whole, and what is refused before anything answers it."""

from __future__ import annotations

import pytest

from dashboard.web import reception
from dashboard.web.reception import BODY, HEAD, RequestRefused

GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST /x HTTP/1.1\r\nContent-Length: 5\r\n\r\n"


@pytest.mark.parametrize("end", range(len(GET)))
def test_a_request_cut_anywhere_is_not_whole(end: int) -> None:
    assert reception.length(GET[:end]) is None


def test_a_request_is_whole_with_its_body_and_leaves_the_next_one() -> None:
    assert reception.length(GET + GET) == len(GET)
    assert reception.length(POST + b"1234") is None
    assert reception.length(POST + b"12345GET") == len(POST) + 5


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"A" * HEAD, 414),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * HEAD, 431),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
        (f"POST / HTTP/1.1\r\ncontent-length: {BODY + 1}\r\n\r\n".encode(), 413),
    ],
)
def test_what_would_take_too_much_is_refused_before_it_is_read(data: bytes, code: int) -> None:
    with pytest.raises(RequestRefused) as refused:
        reception.length(data)
    assert refused.value.code == code


def test_a_client_that_waits_for_a_word_is_heard_once_its_head_is_whole() -> None:
    head = b"POST / HTTP/1.1\r\nExpect: 100-Continue\r\n"
    assert not reception.expects(head)
    assert reception.expects(head + b"\r\n")
    assert not reception.expects(GET)


def test_the_address_of_a_reader_is_the_last_that_the_front_server_added() -> None:
    said = b"GET / HTTP/1.1\r\nX-Forwarded-For: 6.6.6.6, 10.1.2.3\r\nHost: a\r\n\r\n"
    assert reception.forwarded(said) == "10.1.2.3"
    assert reception.forwarded(GET) == ""


@pytest.mark.parametrize("start", [b"GET /sante ", b"HEAD /sante ", b"GET /sante?a "])
def test_the_pulse_is_known_by_its_first_bytes(start: bytes) -> None:
    assert reception.PULSE.match(start)
    assert not reception.PULSE.match(b"GET /santes ")
