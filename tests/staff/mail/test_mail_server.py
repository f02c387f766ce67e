"""A mail server is used as it was set, in safety, and told of in words that hold no secret."""

from __future__ import annotations

import datetime as dt
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import select

from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Job, JournalEntry
from dashboard.staff.mail import mail_server, mailing
from dashboard.staff.mail.mail_server import MailServer
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from tests.staff.mail.conftest import SENDER, SITE, Box, asked, left


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
        mail_server.server_of(public)


def test_without_a_server_nothing_is_kept_and_without_a_public_address_nothing_starts(
    base: StaffBase, settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(base)
    assert left(base) == []
    assert mail_server.server_of(settings) is None
    monkeypatch.setenv("COURRIEL_SERVEUR", "127.0.0.1")
    monkeypatch.setenv("COURRIEL_DE", SENDER)
    with pytest.raises(NotDone, match="ADRESSE_PUBLIQUE"):
        mail_server.server_of(settings)


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
        server_set = MailServer("127.0.0.1", port, "aucune", SENDER, "moi", "sesame")
        mail = mailing.message(SENDER, "a@b.fr", "approbation", SITE)
        mail_server.send(server_set, mail)
        with pytest.raises((smtplib.SMTPException, OSError)):
            mail_server.send(replace(server_set, security="starttls"), mail)
    finally:
        server.stop()
    assert (len(box.mails), given[0]) == (1, b"sesame")
    assert "sesame" not in repr(server_set)


def test_a_server_that_says_nothing_is_waited_for_a_bounded_time(
    base: StaffBase, public: StaffSettings, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_server, "PATIENCE", 0.2)
    asked(base)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("COURRIEL_PORT", str(silent.getsockname()[1]))
        waiting = threading.Thread(target=mailing.deliver, args=(public, base))
        waiting.start()
        waiting.join(20)
        assert not waiting.is_alive()
    assert left(base) == [1]


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
