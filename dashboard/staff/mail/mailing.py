"""The mails of the staff site: one short sentence and a link, to who waits for something.

They are kept with the act that they tell, and leave afterwards by a process of their own: no act
waits for a mail server, nor fails with it.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Unit

from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Job, Mail
from dashboard.staff.journal import Act, now, write
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
TRIES, AGAIN = 3, dt.timedelta(minutes=5)
AT_ONCE = 20
"""Mails that one turn sends, and editors told of one request."""
SUBJECTS = {
    "travail": "Contrat de ville : un travail est fini",
    "approbation": "Contrat de ville : un brouillon attend une approbation",
}
SENTENCES = {
    "travail": "Le travail que vous avez demandé est fini. Son résultat :",
    "approbation": "Un brouillon attend qu’une seconde personne le publie ou le refuse :",
}
WRONG: dict[type[Exception], str] = {
    smtplib.SMTPAuthenticationError: "le serveur de courriel refuse le compte",
    smtplib.SMTPRecipientsRefused: "le serveur de courriel refuse l’adresse",
    smtplib.SMTPException: "le serveur de courriel refuse le message",
    ssl.SSLError: "le certificat du serveur de courriel n’est pas reconnu",
    OSError: "le serveur de courriel ne répond pas",
    ValueError: "l’adresse ne peut pas être écrite dans un courriel",
}
"""What is said of each failure, the narrowest first: never what the server answered."""
FOOT = "Message automatique de l’espace des agents : personne ne lit les réponses."
NO_SITE = f"{SERVER} demande ADRESSE_PUBLIQUE : un courriel y mène."


@dataclass(frozen=True, slots=True)
class Post:
    """The mail server that the operator set, and whom mails come from. The password never shows."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Post({self.host}:{self.port})"


def is_set() -> bool:
    """Whether the operator wants mails."""
    return bool(os.environ.get(SERVER))


def post_of(settings: StaffSettings) -> Post | None:
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
    return Post(
        os.environ[SERVER], port, security, said["DE"], said["COMPTE"], said["MOT_DE_PASSE"]
    )


_NAMES = ("SECURITE", "DE", "COMPTE", "MOT_DE_PASSE")


def job_ended(unit: Unit, job: Job) -> None:
    """Have who asked for that work told that it ended, unless it ended so soon that she still looks
    at it."""
    after = dt.timedelta(seconds=number("COURRIEL_APRES", 30))
    if now() - job.created >= after:
        _keep(unit, job.territory, job.account, "travail", f"/agents/travaux/{job.id}")


def approval_waits(unit: Unit, territory: str, draft: int, editors: list[int]) -> None:
    """Have these editors told that the draft waits for one of them."""
    for account in editors[:AT_ONCE]:
        _keep(unit, territory, account, "approbation", f"/agents/brouillons/{draft}")


def _keep(unit: Unit, territory: str, account: int, about: str, path: str) -> None:
    if is_set():
        mail = Mail(territory=territory, account=account, about=about, path=path, tried=0)
        mail.due = now()
        unit.add(mail)


def are_due(unit: Unit, territory: str) -> bool:
    """Whether a mail is to leave now."""
    asked = select(Mail.id).where(Mail.territory == territory, Mail.due <= now())
    return unit.scalars(asked.limit(1)).one_or_none() is not None


def late(unit: Unit, territory: str) -> int:
    """How many mails could not leave yet, and are tried again."""
    asked = select(func.count()).where(Mail.territory == territory, Mail.tried > 0)
    return unit.scalar(asked) or 0


def deliver(settings: StaffSettings, base: StaffBase) -> None:
    """Send what is due. A mail that three tries did not send is given up, and the journal says
    so."""
    post = post_of(settings)
    for _ in range(AT_ONCE if post else 0):
        with base.unit() as unit:
            mail = _taken(unit, settings.territory)
            account = unit.get(Account, mail.account) if mail else None
        if mail is None or post is None:
            return
        wrong = _sent(post, settings, mail, account) if account and not account.closed else ""
        with base.unit() as unit:
            _settle(unit, mail.id, wrong)


def _taken(unit: Unit, territory: str) -> Mail | None:
    """The mail due for longest, from now on tried once more."""
    waiting = select(Mail).where(Mail.territory == territory, Mail.due <= now()).order_by(Mail.id)
    mail = unit.scalars(waiting.limit(1).with_for_update(skip_locked=True)).one_or_none()
    if mail is not None:
        mail.tried, mail.due = mail.tried + 1, now() + AGAIN
    return mail


def _settle(unit: Unit, number: int, wrong: str) -> None:
    mail = unit.get_one(Mail, number)
    if wrong and mail.tried < TRIES:
        return
    if wrong:
        what = f"{mail.about}, {mail.path} : {wrong}"
        write(unit, mail.territory, "service", Act.UNSENT, what)
    unit.delete(mail)


def _sent(post: Post, settings: StaffSettings, mail: Mail, account: Account) -> str:
    """Send that mail; what went wrong, in words that tell no secret, empty where nothing did."""
    try:
        send(post, message(post, account.email, mail.about, f"{settings.site}{mail.path}"))
    except tuple(WRONG) as error:
        return next(said for kind, said in WRONG.items() if isinstance(error, kind))
    return ""


def message(post: Post, to: str, about: str, link: str) -> EmailMessage:
    """The mail, which names nobody and quotes nothing that was typed. ValueError for an address
    that is none."""
    made = EmailMessage(policy=SMTP)
    made["Subject"] = SUBJECTS[about]
    made["From"] = Address(display_name="Espace des agents", addr_spec=post.sender)
    made["To"] = Address(addr_spec=to)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(f"{SENTENCES[about]}\n\n{link}\n\n{FOOT}\n")
    return made


def send(post: Post, mail: EmailMessage) -> None:
    """Give that mail to the server. OSError or SMTPException where it cannot be given."""
    with _connected(post) as server:
        if post.user:
            server.login(post.user, post.password)
        server.send_message(mail)


def _connected(post: Post) -> smtplib.SMTP:
    safe = ssl.create_default_context()
    if post.security == "tls":
        return smtplib.SMTP_SSL(post.host, post.port, timeout=PATIENCE, context=safe)
    server = smtplib.SMTP(post.host, post.port, timeout=PATIENCE)
    try:
        if post.security == "starttls":
            server.starttls(context=safe)
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server
