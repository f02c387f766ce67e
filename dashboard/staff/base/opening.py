"""The base opened: brought to its last form, one writer at a time, nothing half written."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.orm import Session as Unit
from sqlalchemy.pool import NullPool

from dashboard.postgres.connection import ALIVE

MIGRATIONS = Path(__file__).parent / "migrations"
WAIT = 30
"""Seconds that a writer waits for another."""


LOCK = 0x0B5E
"""The number of the lock that one unit of work holds at a time."""


class StaffBase:
    """The base of the staff site, at that address: a file of SQLite, or PostgreSQL."""

    def __init__(self, address: str) -> None:
        self._engine = _engine(address)

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """A unit of work: all of it is kept when it ends, or nothing where it fails. One at a time,
        whatever the server: what it read cannot be changed under it."""
        with self.beside() as unit:
            if unit.get_bind().dialect.name == "postgresql":
                unit.execute(select(func.pg_advisory_xact_lock(LOCK)))
            yield unit

    @contextmanager
    def beside(self) -> Iterator[Unit]:
        """A unit of work that waits for no other where the base can do that: for what locks the
        rows that it changes, and is asked often."""
        with Unit(self._engine, expire_on_commit=False) as unit, unit.begin():
            yield unit

    @contextmanager
    def alone(self, territory: str) -> Iterator[None]:
        """Hold off every other process, of any server of this base, that would do for that
        territory what only one may. The system lets go of what one that is killed held."""
        local = self._engine.dialect.name == "sqlite"
        with self._lock_file(territory) if local else self._lock_of_server(territory):
            yield

    @contextmanager
    def _lock_file(self, territory: str) -> Iterator[None]:
        with Path(f"{self._engine.url.database}-{territory}.verrou").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def _lock_of_server(self, territory: str) -> Iterator[None]:
        with self._engine.connect() as connection:
            connection.execute(text("set lock_timeout = 0"))
            lock = func.pg_advisory_lock(LOCK, func.hashtext(territory))
            connection.execute(select(lock))
            connection.commit()
            yield

    def upgrade(self) -> None:
        """Bring the tables to their last form, all of it or nothing."""
        with self._engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
            command.upgrade(migrations(connection), "head")

    def close(self) -> None:
        """Let go of its connections."""
        self._engine.dispose()


def opened(address: str) -> StaffBase:
    """The base at that address, in its last form."""
    base = StaffBase(address)
    base.upgrade()
    return base


def migrations(connection: Connection) -> Config:
    """What Alembic needs to know, on that connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _engine(address: str) -> Engine:
    """A connection a unit of work: none is open when a process is forked, none is found dead once
    the base is back. What is written is quoted in no error."""
    local = address.startswith("sqlite")
    engine = create_engine(
        address,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={} if local else {**ALIVE, "options": f"-c lock_timeout={WAIT}s"},
    )
    if local:
        event.listen(engine, "connect", _prepared)
        event.listen(engine, "begin", _held)
    return engine


def _prepared(connection: Any, _: object) -> None:
    """A connection of SQLite whose transactions are ours to begin, and which leaves nothing of what
    is deleted, however the library was built."""
    connection.isolation_level = None
    connection.execute(f"pragma busy_timeout = {WAIT * 1000}")
    for said in ("journal_mode = wal", "foreign_keys = on", "secure_delete = on"):
        connection.execute(f"pragma {said}")


def _held(connection: Connection) -> None:
    """A transaction holds the base from its start: what it read cannot be changed under it."""
    connection.exec_driver_sql("begin immediate")
