"""The mails of the staff site: one short sentence and a link, to who waits for something.

They are kept with the act that they tell, and leave afterwards by a process of their own: no act
waits for a mail server, nor fails with it.
"""

from __future__ import annotations

import datetime as dt
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Unit

from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Job, Mail
from dashboard.staff.journal import Act, now, write
from dashboard.staff.mail import mail_server
from dashboard.staff.mail.mail_server import MailServer
from dashboard.staff.settings import StaffSettings
from dashboard.system.environment import number

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
FOOT = "Message automatique de l’espace des agents : personne ne lit les réponses."


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
    if mail_server.is_set():
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
    server = mail_server.server_of(settings)
    for _ in range(AT_ONCE if server else 0):
        with base.unit() as unit:
            mail = _taken(unit, settings.territory)
            account = unit.get(Account, mail.account) if mail else None
        if mail is None or server is None:
            return
        wrong = _sent(server, settings, mail, account) if account and not account.closed else ""
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


def _sent(server: MailServer, settings: StaffSettings, mail: Mail, account: Account) -> str:
    """Send that mail; what went wrong, in words that tell no secret, empty where nothing did."""
    link = f"{settings.site}{mail.path}"
    try:
        mail_server.send(server, message(server.sender, account.email, mail.about, link))
    except mail_server.FAILURES as error:
        return mail_server.said(error)
    return ""


def message(sender: str, to: str, about: str, link: str) -> EmailMessage:
    """The mail, which names nobody and quotes nothing that was typed. ValueError for an address
    that is none."""
    made = EmailMessage(policy=SMTP)
    made["Subject"] = SUBJECTS[about]
    made["From"] = Address(display_name="Espace des agents", addr_spec=sender)
    made["To"] = Address(addr_spec=to)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(f"{SENTENCES[about]}\n\n{link}\n\n{FOOT}\n")
    return made
