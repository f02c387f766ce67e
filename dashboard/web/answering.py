"""From the bytes of one request to the bytes of its answer, through gunicorn's parser and WSGI."""

from __future__ import annotations

from typing import Any

from gunicorn.http import errors, wsgi
from gunicorn.http.parser import RequestParser

from dashboard.web import refusal
from dashboard.web.connection import Connection
from dashboard.web.reception import READER

CODES: dict[type[Exception], int] = {
    errors.LimitRequestLine: 414,
    errors.LimitRequestHeaders: 431,
    errors.ExpectationFailed: 417,
    errors.UnsupportedTransferCoding: 501,
    errors.ForbiddenProxyRequest: 403,
}
"""What a fault of the client is answered; 400 for any other."""


def answered(worker: Any, connection: Connection, request: bytes) -> bool:
    """Put the answer on the connection; whether another request may follow. Never raises."""
    try:
        return _answer(worker, connection, request)
    except (errors.ParseException, errors.NoMoreData, StopIteration) as error:
        code = CODES.get(type(error), 400)
        worker.log.warning("demande refusée : %s, %s", code, type(error).__name__)
    except OSError:  # the client left
        return False
    except Exception:
        code = 500
        worker.log.exception("réponse impossible")
    connection.put(refusal.whole(code))
    return False


def _answer(worker: Any, connection: Connection, request: bytes) -> bool:
    parsed = next(RequestParser(worker.cfg, iter([request]), connection.address))
    response, environ = wsgi.create(
        parsed, connection, connection.address, connection.server, worker.cfg
    )
    environ["wsgi.multithread"] = True
    environ[READER] = connection.client or environ.get("REMOTE_ADDR", "")
    worker.nr += 1
    if not worker.alive:
        response.force_close()
    try:
        _send(connection, response, worker.wsgi(environ, response.start_response))
    finally:
        worker.cfg.post_request(worker, parsed, environ, response)
    return not response.should_close()


def _send(connection: Connection, response: Any, body: Any) -> None:
    """Put the whole answer on the connection; a file is left to be read as it is taken."""
    if isinstance(body, wsgi.FileWrapper):
        response.send_headers()
        connection.follow(body.filelike)
        return
    try:
        for part in body:
            response.write(part)
        response.close()
    finally:
        if hasattr(body, "close"):
            body.close()
