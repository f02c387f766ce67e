"""A connection to the shared base, and what to say where there is none."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dashboard.postgres.address import Address, Unreachable

if TYPE_CHECKING:
    import psycopg

Base = Any
"""A connection of psycopg, whose rows are tuples."""

PATIENCE = 5
"""Seconds that a connection may take."""
ALIVE: dict[str, Any] = {
    "connect_timeout": PATIENCE,
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
    "application_name": "observatoire",
}
"""A server that vanished is given up within half a minute."""
LOCK_TIMEOUT = 120
"""Seconds that a writer waits for another."""

GONE = "La base partagée ({base}) ne répond pas : réessayez, ou prévenez qui la tient."
CLOSED = "Ce rôle n’a pas le droit de faire cela dans la base partagée ({base})."
UNMADE = "La base partagée ({base}) n’est pas prête : python -m dashboard base preparer."
BUSY = "La base partagée ({base}) est tenue par un autre travail : réessayez."
FULL = "La base partagée ({base}) n’a plus de place : prévenez qui la tient."
WRONG = "La base partagée ({base}) a refusé (code {code}) : prévenez qui la tient."
SENTENCES = {
    "08": GONE,
    "57": GONE,
    "42501": CLOSED,
    "25006": CLOSED,
    "42P01": UNMADE,
    "55P03": BUSY,
    "53": FULL,
}
"""By the code of PostgreSQL, whole or its class."""

log = logging.getLogger(__name__)


@contextmanager
def connected(address: Address, reads: bool = False) -> Iterator[Base]:
    """A connection that keeps all that was done in it, or nothing where it fails; one that only
    ``reads`` sees at each question what is there by then. Unreachable where the base is not there
    or refuses."""
    import psycopg

    try:
        options = f"-c lock_timeout={LOCK_TIMEOUT}s"
        if reads:
            options += " -c default_transaction_read_only=on"
        with psycopg.connect(
            address.text, autocommit=reads, options=options, **ALIVE
        ) as connection:
            yield connection
    except psycopg.Error as error:
        log.warning("base partagée : %s %s", type(error).__name__, error.sqlstate or "")
        raise Unreachable(sentence(address, error)) from None


def sentence(address: Address, error: psycopg.Error) -> str:
    """What to say of that error: never what the driver says, which may quote what was sent."""
    code = error.sqlstate or "08000"
    form = SENTENCES.get(code) or SENTENCES.get(code[:2]) or WRONG
    return form.format(base=address.said, code=code)
