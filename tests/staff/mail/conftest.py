"""A true mail server of these tests, and a work that ends: what a mail tells of."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from sqlalchemy import select

from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Mail
from dashboard.staff.jobs import jobs
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import TERRITORY, email, hired

SITE = "https://observatoire.exemple"
SENDER = "observatoire@ville.fr"


class Box:
    """What a server received."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.to: list[str] = []
        self.answer = "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd names it
        if self.answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.mails.append(message_from_bytes(envelope.content, policy=default))
            self.to += envelope.rcpt_tos
        return self.answer


@pytest.fixture
def box(settings: StaffSettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Box]:
    """A true mail server on this machine, which the environment names."""
    held = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(held, hostname="127.0.0.1", port=port)
    server.start()
    for name, said in {
        "SERVEUR": "127.0.0.1",
        "PORT": str(port),
        "SECURITE": "aucune",
        "DE": SENDER,
        "APRES": "0",
    }.items():
        monkeypatch.setenv(f"COURRIEL_{name}", said)
    yield held
    server.stop()


@pytest.fixture
def public(settings: StaffSettings) -> StaffSettings:
    return replace(settings, site=SITE)


def asked(base: StaffBase, role: StaffRole = StaffRole.EDITOR) -> None:
    """A work that someone asked ends."""
    hired(base, role)
    with base.unit() as unit:
        who = accounts.known(unit, TERRITORY, email(role))
        job = jobs.ask(unit, who.id, TERRITORY, jobs.JobKind.CHECK, None)
        jobs.finish(unit, job, jobs.JobState.DONE, "Le fichier secret.csv de Mme X est lu.")


def left(base: StaffBase) -> list[int]:
    """How often each mail that waits was tried."""
    with base.unit() as unit:
        return list(unit.scalars(select(Mail.tried)))
