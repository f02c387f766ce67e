"""The folder of the press: what is asked, how far it is, what is ready, and who may take it.

A ticket is a file whose name nobody guesses; what answers it is a folder, which several tickets may
name. A folder that no ticket names is of no use to anybody any more.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from dashboard.press.limits import KEPT
from dashboard.press.order import Order
from dashboard.press.work import ASKED, FAILED, Work
from dashboard.system import disk

PRESS = "documents"
"""The folder of all the presses, one for each territory, in that of what the service writes."""

TICKETS, WORKS = "billets", "travaux"
SECRET = "sel"
PRIVATE = 0o700
STALE = 600.0
"""Seconds after which nobody writes a draft any more."""

TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who may take a document: ``reader`` stands for who asked, without telling who it is."""

    token: str
    reader: str
    key: str
    path: Path

    @classmethod
    def of(cls, path: Path) -> Ticket | None:
        """The ticket in that file; None for any other file."""
        token, _, rest = path.name.partition(".")
        reader, _, key = rest.partition(".")
        return cls(token, reader, key, path) if key else None

    @property
    def until(self) -> float:
        """When it ends, in seconds since 1970."""
        return self.path.stat().st_mtime + KEPT

    def renewed(self) -> Ticket:
        """The same, its hour begun again."""
        self.path.touch()
        return self


@dataclass(frozen=True, slots=True)
class Rack:
    """See the module."""

    folder: Path

    def prepared(self) -> Rack:
        """The same, its folders made, closed to other users of the machine."""
        for folder in (self.folder, self.folder / TICKETS, self.folder / WORKS):
            folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE)
        return self

    def tidy(self) -> None:
        """Clear away what was being written by a process that is no more."""
        for path in self.folder.glob(f"**/{disk.DRAFT}*"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < time.time() - STALE:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()

    def reader(self, address: str) -> str:
        """What stands for a reader: nobody tells the address from it."""
        return hashlib.blake2b(address.encode(), key=self._secret(), digest_size=8).hexdigest()

    def _secret(self) -> bytes:
        path = self.folder / SECRET
        if not path.is_file():
            with NamedTemporaryFile(dir=self.folder, prefix=disk.DRAFT, delete=False) as draft:
                draft.write(secrets.token_bytes(32))
            with contextlib.suppress(FileExistsError):
                os.link(draft.name, path)
            Path(draft.name).unlink()
        return path.read_bytes()

    def hand(self, reader: str, key: str) -> Ticket:
        """A new ticket for that document."""
        token = secrets.token_urlsafe(24)
        path = self.folder / TICKETS / f"{token}.{reader}.{key}"
        path.touch()
        return Ticket(token, reader, key, path)

    def tickets(self) -> list[Ticket]:
        """Every ticket that was handed, over or not."""
        read = map(Ticket.of, (self.folder / TICKETS).iterdir())
        return [ticket for ticket in read if ticket]

    def held(self) -> list[Ticket]:
        """The tickets whose hour is not over; the others are cleared away."""
        now, held = time.time(), []
        for ticket in self.tickets():
            with contextlib.suppress(FileNotFoundError):
                if ticket.until < now:
                    ticket.path.unlink()
                else:
                    held.append(ticket)
        return held

    def ticket(self, token: str) -> Ticket | None:
        """The ticket of that name; None where there is none, or where its hour is over."""
        if not TOKEN.fullmatch(token):
            return None
        found = next((self.folder / TICKETS).glob(f"{token}.*.*"), None)
        held = Ticket.of(found) if found else None
        with contextlib.suppress(FileNotFoundError):
            return held if held and held.until > time.time() else None
        return None

    def works(self) -> Iterator[Work]:
        """Every document that is asked, waited for or ready."""
        for path in (self.folder / WORKS).iterdir():
            if not path.name.startswith(disk.DRAFT):
                yield Work(path)

    def work(self, key: str) -> Work:
        """The document of that name, which may not be there."""
        return Work(self.folder / WORKS / key)

    def forget(self, publication: str) -> None:
        """Keep no document of that publication, nor its tickets: none is made of it any more."""
        works = [work for work in self.works() if work.asked.get("publication") == publication]
        keys = {work.key for work in works}
        for ticket in self.tickets():
            if ticket.key in keys:
                ticket.path.unlink(missing_ok=True)
        for work in works:
            work.drop()

    def place(self, order: Order, reader: str) -> Work:
        """The document that answers that order, asked from now on if it is not already."""
        work = self.work(order.key)
        if work.read(FAILED):
            work.drop()
        if not work.asked:
            draft = self.folder / WORKS / f"{disk.DRAFT}{secrets.token_hex(8)}"
            draft.mkdir(mode=PRIVATE)
            Work(draft).write(ASKED, order.told() | {"reader": reader, "since": time.time()})
            try:
                draft.rename(work.folder)
            except OSError:  # another reader asks the same at the same time
                shutil.rmtree(draft, ignore_errors=True)
        return work


def of(var: Path, territory: str) -> Rack:
    """The folder of the press of that territory, in that of what the service writes."""
    return Rack(var / PRESS / territory)
