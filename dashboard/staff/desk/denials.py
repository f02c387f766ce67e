"""What the log says of acts that a person asked and was refused: who, where, and no more."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator
from threading import Lock
from urllib.parse import quote

from cachetools import TTLCache
from flask import request
from flask_login import current_user

from dashboard.staff.desk.context import desk

MOST, WITHIN = 20, 60
"""Lines that one account makes in that many seconds, by process: they are enough to see it."""
ACCOUNTS = 1000
FORBIDDEN, NOT_FOUND, TOO_MANY = 403, 404, 429
THING = "number"
"""What routes call the thing that an address names: one of another territory is not found."""
log = logging.getLogger(__name__)
_lock = Lock()
_told: TTLCache[tuple[str, int], Iterator[int]] = TTLCache(ACCOUNTS, WITHIN)


def tell(code: int) -> None:
    """Write a line of that refusal, where it is one and a person is signed in: the number of her
    account, her territory, the address without what is asked of it."""
    if not _is_refused(code) or not current_user.is_authenticated:
        return
    account = desk().territory, current_user.id
    with _lock:
        rank = next(_told.setdefault(account, itertools.count(1)))
    if rank <= MOST:
        more = "" if rank < MOST else " (les suivants ne sont plus dits pendant une minute)"
        where = f"{request.method} {quote(request.path)}"
        log.warning("refus %s au compte %s de %s : %s%s", code, account[1], account[0], where, more)


def _is_refused(code: int) -> bool:
    named = code == NOT_FOUND and THING in (request.view_args or {})
    return named or code in (FORBIDDEN, TOO_MANY)
