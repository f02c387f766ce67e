"""The mail server that the operator set: what its settings say, and how a mail is given to it."""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage

from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from dashboard.system.environment import number
from dashboard.view import is_public

SERVER = "COURRIEL_SERVEUR"
SECURITIES = {"starttls": 587, "tls": 465, "aucune": 25}
"""How a connection is made safe, and the port where nobody says one."""
HERE = ("localhost", "127.0.0.1", "::1")
PLAIN_ADDRESS = re.compile(r"[!-?A-~]{1,64}@[a-zA-Z0-9.-]{1,189}")
PATIENCE = 10
"""Seconds that a mail server may take to answer once."""
NO_SITE = f"{SERVER} demande ADRESSE_PUBLIQUE : un courriel y mène."
WRONG: dict[type[Exception], str] = {
    smtplib.SMTPAuthenticationError: "le serveur de courriel refuse le compte",
    smtplib.SMTPRecipientsRefused: "le serveur de courriel refuse l’adresse",
    smtplib.SMTPException: "le serveur de courriel refuse le message",
    ssl.SSLError: "le certificat du serveur de courriel n’est pas reconnu",
    OSError: "le serveur de courriel ne répond pas",
    ValueError: "l’adresse ne peut pas être écrite dans un courriel",
}
"""What is said of each failure, the narrowest first: never what the server answered."""
FAILURES = tuple(WRONG)


@dataclass(frozen=True, slots=True)
class MailServer:
    """The mail server that the operator set, and whom mails come from. The password never shows."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"MailServer({self.host}:{self.port})"


def is_set() -> bool:
    """Whether the operator wants mails."""
    return bool(os.environ.get(SERVER))


def server_of(settings: StaffSettings) -> MailServer | None:
    """The mail server; None where none is set. NotDone where what is set cannot be used: a word
    that is none, no sender, no public address, a password that would travel in clear."""
    if not is_set():
        return None
    said = {name: os.environ.get(f"COURRIEL_{name}", "") for name in _NAMES}
    security = said["SECURITE"] or "starttls"
    if security not in SECURITIES:
        raise NotDone(f"COURRIEL_SECURITE est l’un de : {', '.join(SECURITIES)}.")
    if not PLAIN_ADDRESS.fullmatch(said["DE"]):
        raise NotDone("COURRIEL_DE doit être l’adresse électronique d’un service.")
    if not is_public(settings.site):
        raise NotDone(NO_SITE)
    if said["COMPTE"] and security == "aucune" and os.environ[SERVER] not in HERE:
        raise NotDone("Le mot de passe du courriel voyagerait en clair : COURRIEL_SECURITE=tls.")
    port = number("COURRIEL_PORT", SECURITIES[security])
    return MailServer(
        os.environ[SERVER], port, security, said["DE"], said["COMPTE"], said["MOT_DE_PASSE"]
    )


_NAMES = ("SECURITE", "DE", "COMPTE", "MOT_DE_PASSE")


def send(to: MailServer, mail: EmailMessage) -> None:
    """Give that mail to the server. OSError or SMTPException where it cannot be given."""
    with _connected(to) as server:
        if to.user:
            server.login(to.user, to.password)
        server.send_message(mail)


def said(error: Exception) -> str:
    """What went wrong, in words that tell no secret, of one of FAILURES."""
    return next(words for kind, words in WRONG.items() if isinstance(error, kind))


def _connected(to: MailServer) -> smtplib.SMTP:
    safe = ssl.create_default_context()
    if to.security == "tls":
        return smtplib.SMTP_SSL(to.host, to.port, timeout=PATIENCE, context=safe)
    server = smtplib.SMTP(to.host, to.port, timeout=PATIENCE)
    try:
        if to.security == "starttls":
            server.starttls(context=safe)
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server
