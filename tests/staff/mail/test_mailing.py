"""A mail tells that something waits: short, to a true server, never in the way of the act."""

from __future__ import annotations

import datetime as dt
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import select

from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Job, JournalEntry, Mail
from dashboard.staff.jobs import jobs
from dashboard.staff.mail import mailing
from dashboard.staff.mail.mailing import Post
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import ON_BOTH, TERRITORY, email, hired

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


@ON_BOTH
def test_who_asked_for_a_work_is_told_in_one_short_mail_that_names_nobody(
    base: StaffBase, public: StaffSettings, box: Box
) -> None:
    asked(base)
    mailing.deliver(public, base)
    mailing.deliver(public, base)
    (mail,) = box.mails
    assert box.to == [email(StaffRole.EDITOR)]
    assert mail["Subject"] == "Contrat de ville : un travail est fini"
    assert mail["From"] == f"Espace des agents <{SENDER}>"
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes)
    said = body.decode()
    assert f"{SITE}/agents/travaux/1" in said
    assert len(said) < 250
    for secret in ("Dominique", "secret.csv", "Mme X"):
        assert secret not in str(mail) + said
    assert left(base) == []


def test_other_editors_alone_are_told_that_a_draft_waits(
    base: StaffBase, public: StaffSettings, box: Box
) -> None:
    for role in StaffRole:
        hired(base, role)
    with base.unit() as unit:
        numbers = [account.id for account in unit.scalars(select(Account))]
        mailing.approval_waits(unit, TERRITORY, 7, numbers * 20)
    assert len(left(base)) == mailing.AT_ONCE
    mailing.deliver(public, base)
    assert len(box.mails) == mailing.AT_ONCE
    assert f"{SITE}/agents/brouillons/7" in str(box.mails[0].get_payload())


def test_a_server_that_refuses_or_is_silent_never_stops_an_act_and_the_journal_says_so(
    base: StaffBase, public: StaffSettings, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.answer = "554 5.7.1 le mot de passe est 1234"
    asked(base)
    with base.unit() as unit:
        assert unit.get_one(Job, 1).state == "fini"
    monkeypatch.setattr(mailing, "AGAIN", dt.timedelta(seconds=-1))
    monkeypatch.setattr(mailing, "AT_ONCE", 1)
    for tried in (1, 2):
        mailing.deliver(public, base)
        assert left(base) == [tried]
    with base.unit() as unit:
        assert mailing.late(unit, TERRITORY) == 1
    mailing.deliver(public, base)
    assert (left(base), box.mails) == ([], [])
    with base.unit() as unit:
        line = unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert line is not None
    assert (line.act, line.who) == ("courriel non envoyé", "service")
    assert line.what == "travail, /agents/travaux/1 : le serveur de courriel refuse le message"


def test_a_server_that_says_nothing_is_waited_for_a_bounded_time(
    base: StaffBase, public: StaffSettings, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailing, "PATIENCE", 0.2)
    asked(base)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("COURRIEL_PORT", str(silent.getsockname()[1]))
        waiting = threading.Thread(target=mailing.deliver, args=(public, base))
        waiting.start()
        waiting.join(20)
        assert not waiting.is_alive()
    assert left(base) == [1]


@pytest.mark.parametrize(
    "hostile", ["a@b.fr\nBcc: tous@ville.fr", "a@b.fr\r\n\r\nCorps", "a@b.fr, c@d.fr", "zut"]
)
def test_no_header_is_slipped_in_by_an_address(base: StaffBase, hostile: str) -> None:
    post = Post("127.0.0.1", 25, "aucune", SENDER)
    with pytest.raises(ValueError, match=r".+"):
        mailing.message(post, hostile, "travail", SITE)
    account = Account(territory=TERRITORY, email=hostile, name="Nom", role="lecteur")
    with base.unit() as unit, pytest.raises(NotDone):
        accounts.add(unit, account, "essai")


@pytest.mark.parametrize(
    ("set_", "said"),
    [
        ({"SECURITE": "ssl"}, "est l’un de"),
        ({"DE": "a@b.fr\nBcc: x@y.fr"}, "COURRIEL_DE"),
        ({"DE": ""}, "COURRIEL_DE"),
        ({"SERVEUR": "smtp.ville.fr", "COMPTE": "x", "SECURITE": "aucune"}, "en clair"),
    ],
)
def test_what_is_badly_set_is_refused_at_the_start(
    public: StaffSettings,
    box: Box,
    monkeypatch: pytest.MonkeyPatch,
    set_: dict[str, str],
    said: str,
) -> None:
    for name, value in set_.items():
        monkeypatch.setenv(f"COURRIEL_{name}", value)
    with pytest.raises(NotDone, match=said):
        mailing.post_of(public)


def test_without_a_server_nothing_is_kept_and_without_a_public_address_nothing_starts(
    base: StaffBase, settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(base)
    assert left(base) == []
    assert mailing.post_of(settings) is None
    monkeypatch.setenv("COURRIEL_SERVEUR", "127.0.0.1")
    monkeypatch.setenv("COURRIEL_DE", SENDER)
    with pytest.raises(NotDone, match="ADRESSE_PUBLIQUE"):
        mailing.post_of(settings)


def test_a_password_is_given_to_the_server_and_shown_nowhere(box: Box) -> None:
    given: list[bytes] = []

    def known(
        _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any
    ) -> AuthResult:
        given.append(data.password)
        return AuthResult(success=data.password == b"sesame")

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        authenticator=known,
        auth_require_tls=False,
        auth_exclude_mechanism=["LOGIN"],
    )
    server.start()
    try:
        post = Post("127.0.0.1", port, "aucune", SENDER, "moi", "sesame")
        mail = mailing.message(post, "a@b.fr", "approbation", SITE)
        mailing.send(post, mail)
        with pytest.raises((smtplib.SMTPException, OSError)):
            mailing.send(replace(post, security="starttls"), mail)
    finally:
        server.stop()
    assert (len(box.mails), given[0]) == (1, b"sesame")
    assert "sesame" not in repr(post)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (smtplib.SMTPAuthenticationError(535, b"sesame"), "refuse le compte"),
        (smtplib.SMTPRecipientsRefused({"a@b.fr": (550, b"sesame")}), "refuse l’adresse"),
        (smtplib.SMTPDataError(554, b"sesame"), "refuse le message"),
        (ssl.SSLCertVerificationError("sesame"), "certificat"),
        (TimeoutError("sesame"), "ne répond pas"),
        (ValueError("sesame"), "ne peut pas être écrite"),
    ],
)
def test_each_failure_has_its_words_and_none_of_the_server(
    base: StaffBase,
    public: StaffSettings,
    box: Box,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    said: str,
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(mailing, "send", fails)
    monkeypatch.setattr(mailing, "TRIES", 1)
    asked(base)
    mailing.deliver(public, base)
    with base.unit() as unit:
        line = unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert line is not None
    assert said in line.what
    assert "sesame" not in line.what


def certified(folder: Path, of: str) -> tuple[ssl.SSLContext, Path]:
    """What a server named ``of`` shows, and the file of the authority that signed it."""
    own, signed = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Autorité d’essai")])
    day = dt.timedelta(days=1)
    root, leaf = (
        x509.CertificateBuilder()
        .issuer_name(authority)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime.now(dt.UTC) - day)
        .not_valid_after(dt.datetime.now(dt.UTC) + day)
        for key in (own, signed)
    )
    root = root.subject_name(authority)
    root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    leaf = leaf.subject_name(x509.Name([]))
    leaf = leaf.add_extension(x509.SubjectAlternativeName([x509.DNSName(of)]), critical=True)
    shown, trusted = folder / "serveur.pem", folder / "autorite.pem"
    pem = serialization.Encoding.PEM
    secret = signed.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    shown.write_bytes(secret + leaf.sign(own, hashes.SHA256()).public_bytes(pem))
    trusted.write_bytes(root.sign(own, hashes.SHA256()).public_bytes(pem))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(shown)
    return context, trusted


def touched(port: int) -> Callable[[], None]:
    """What opens a connection to that server, whoever it says it is."""

    def touch() -> None:
        anyone = ssl._create_unverified_context()
        with socket.create_connection(("127.0.0.1", port)) as plain, suppress(OSError):
            anyone.wrap_socket(plain).close()

    return touch


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(
    ("named", "trusts", "taken"),
    [("localhost", True, True), ("localhost", False, False), ("ailleurs.fr", True, False)],
)
def test_a_mail_goes_only_to_a_server_whose_certificate_is_its_own_and_trusted(  # noqa: PLR0913
    base: StaffBase,
    public: StaffSettings,
    box: Box,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    security: str,
    named: str,
    trusts: bool,
    taken: bool,
) -> None:
    context, trusted = certified(tmp_path, named)
    if trusts:
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    how = {"require_starttls": True, "tls_context": context}
    server = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        **(how if security == "starttls" else {"ssl_context": context}),
    )
    # The server tries itself, in TLS by what it trusts, which is none of ours: a connection does.
    monkeypatch.setattr(server, "_trigger_server", touched(port))
    server.start()
    for name, said in {"SERVEUR": "localhost", "PORT": str(port), "SECURITE": security}.items():
        monkeypatch.setenv(f"COURRIEL_{name}", said)
    monkeypatch.setattr(mailing, "TRIES", 1)
    asked(base)
    try:
        mailing.deliver(public, base)
    finally:
        server.stop()
    assert len(box.mails) == int(taken)
    with base.unit() as unit:
        assert unit.get_one(Job, 1).state == "fini"
        line = unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert line is not None
    wrong = "le certificat du serveur de courriel n’est pas reconnu"
    assert (wrong in line.what) is not taken


def test_a_mail_of_a_closed_account_is_let_go(
    base: StaffBase, public: StaffSettings, box: Box
) -> None:
    hired(base, StaffRole.ADMIN)
    asked(base)
    with base.unit() as unit:
        accounts.close(unit, accounts.known(unit, TERRITORY, email(StaffRole.EDITOR)), "essai")
    mailing.deliver(public, base)
    assert (left(base), box.mails) == ([], [])
