"""Where readers ask a document that takes a while, see how far it is, take it, or give it up."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dashboard.press.limits import Limits
from dashboard.press.order import Order
from dashboard.press.rack import Rack, Ticket
from dashboard.press.work import BEGUN, FAILED, PROGRESS, READY, Work
from dashboard.system import disk

FULL = (
    "Le serveur ne peut pas préparer de document : son disque est plein ou fermé en écriture. "
    "Réessayez plus tard."
)
CROWDED = "Trop de documents sont demandés en ce moment. Réessayez dans quelques minutes."
SEVERAL = (
    "Plusieurs documents se préparent déjà pour cette adresse : attendez qu’ils soient prêts, ou "
    "annulez-en."
)


class PressState(StrEnum):
    """Where a document stands."""

    WAITING = "attente"
    RUNNING = "cours"
    READY = "pret"
    FAILED = "echec"


class NotTakenOn(Exception):
    """A document that is not taken on; the message says why. ``crowded`` where others are the
    cause, not who asks."""

    def __init__(self, why: str, crowded: bool = True) -> None:
        """Keep the sentence."""
        super().__init__(why)
        self.crowded = crowded


@dataclass(frozen=True, slots=True)
class PressProgress:
    """How far a document is. ``before``: documents that wait before it; ``done`` of ``whole`` parts
    are made, where it is made of parts; it began ``since`` seconds ago; ``name`` and ``size`` are
    those of the file, which is kept until ``until``; ``why`` says what stopped it."""

    state: PressState
    publication: str
    title: str
    back: str
    page: str
    before: int = 0
    done: int = 0
    whole: int = 0
    since: float = 0.0
    name: str = ""
    size: int = 0
    until: float = 0.0
    why: str = ""


class Desk:
    """See the module. ``start`` has the press run, unless it does."""

    def __init__(self, folder: Path, limits: Limits, start: Callable[[], None]) -> None:
        self._rack, self._limits, self._start = Rack(folder), limits, start

    def ready(self, order: Order) -> tuple[Path, str] | None:
        """The file that answers that order and its name; None where it is not made yet."""
        return _file(self._rack.work(order.key))

    def ask(self, order: Order, address: str) -> str:
        """Take that order from the reader of that address; the name of the ticket, the same while
        what is asked again is not ready. NotTakenOn where too many wait, or where the disk takes
        nothing."""
        try:
            rack = self._rack.prepared()
            self._start()  # a press that clears away what is over: without it none gets in
            reader = rack.reader(address)
            ticket = self._admitted(rack, reader, order.key)
            rack.place(order, reader)
        except OSError as error:
            if error.errno in disk.FULL | disk.CLOSED:
                raise NotTakenOn(FULL) from error
            raise
        return ticket.token

    def _admitted(self, rack: Rack, reader: str, key: str) -> Ticket:
        """The ticket by which that reader waits for that document, a new one if there is none.
        NotTakenOn where one more would be too many, in all or for that reader."""
        tickets = rack.held()
        named = {ticket.key for ticket in tickets}
        pending = {work.key for work in rack.works() if work.key in named and work.pending}
        mine = [ticket for ticket in tickets if ticket.reader == reader and ticket.key in pending]
        held = next((ticket for ticket in mine if ticket.key == key), None)
        if held is not None:
            return held.renewed()
        if 0 < self._limits.each <= len(mine):
            raise NotTakenOn(SEVERAL, crowded=False)
        many = len(tickets) >= TICKETS * self._limits.waiting
        if many or (key not in pending and len(pending) >= self._limits.waiting):
            raise NotTakenOn(CROWDED)
        return rack.hand(reader, key)

    def standing(self, token: str) -> PressProgress | None:
        """How far the document of that ticket is; None where the ticket is unknown or over, or
        where its document is no longer there."""
        ticket = self._rack.ticket(token)
        work = self._rack.work(ticket.key) if ticket else None
        if ticket is None or work is None or not work.asked:
            return None
        found = _standing(self._rack, ticket, work)
        if found.state in (PressState.WAITING, PressState.RUNNING):
            self._start()
        return found

    def taken(self, token: str) -> tuple[Path, str] | None:
        """The file of that ticket and its name; None where it is not ready."""
        ticket = self._rack.ticket(token)
        return _file(self._rack.work(ticket.key)) if ticket else None

    def give_up(self, token: str) -> None:
        """Have nothing more be done for that ticket."""
        ticket = self._rack.ticket(token)
        if ticket is not None:
            ticket.path.unlink(missing_ok=True)


TICKETS = 25
"""Tickets that are held for each document that may wait: those of ready documents among them."""


def _file(work: Work) -> tuple[Path, str] | None:
    said = work.read(READY)
    return (work.document, said["name"]) if said and work.document.is_file() else None


def _standing(rack: Rack, ticket: Ticket, work: Work) -> PressProgress:
    asked, begun = work.asked, work.read(BEGUN)
    about = asked["publication"], asked["title"], asked["back"], asked["page"]
    ready, failed = work.read(READY), work.read(FAILED)
    if ready:
        name, size = ready["name"], ready["size"]
        return PressProgress(PressState.READY, *about, name=name, size=size, until=ticket.until)
    if failed:
        return PressProgress(PressState.FAILED, *about, why=failed["why"])
    if begun.get("since"):
        told = {"done": 0, "whole": 0} | work.read(PROGRESS)
        since = max(0.0, time.time() - begun["since"])
        return PressProgress(PressState.RUNNING, *about, since=since, **told)
    return PressProgress(PressState.WAITING, *about, before=_before(rack, asked["since"]))


def _before(rack: Rack, since: float) -> int:
    """Documents that were asked before, and that are not ready."""
    pending = (work.asked.get("since", since) for work in rack.works() if work.pending)
    return sum(asked < since for asked in pending)
