"""A mail tells that something waits: short, to a true server, never in the way of the act."""

from __future__ import annotations

import datetime as dt
import smtplib
import ssl

import pytest
from sqlalchemy import select

from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Job, JournalEntry
from dashboard.staff.mail import mail_server, mailing
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import ON_BOTH, TERRITORY, email, hired
from tests.staff.mail.conftest import SENDER, SITE, Box, asked, left


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


@pytest.mark.parametrize(
    "hostile", ["a@b.fr\nBcc: tous@ville.fr", "a@b.fr\r\n\r\nCorps", "a@b.fr, c@d.fr", "zut"]
)
def test_no_header_is_slipped_in_by_an_address(base: StaffBase, hostile: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        mailing.message(SENDER, hostile, "travail", SITE)
    account = Account(territory=TERRITORY, email=hostile, name="Nom", role="lecteur")
    with base.unit() as unit, pytest.raises(NotDone):
        accounts.add(unit, account, "essai")


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

    monkeypatch.setattr(mail_server, "send", fails)
    monkeypatch.setattr(mailing, "TRIES", 1)
    asked(base)
    mailing.deliver(public, base)
    with base.unit() as unit:
        line = unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert line is not None
    assert said in line.what
    assert "sesame" not in line.what


def test_a_mail_of_a_closed_account_is_let_go(
    base: StaffBase, public: StaffSettings, box: Box
) -> None:
    hired(base, StaffRole.ADMIN)
    asked(base)
    with base.unit() as unit:
        accounts.close(unit, accounts.known(unit, TERRITORY, email(StaffRole.EDITOR)), "essai")
    mailing.deliver(public, base)
    assert (left(base), box.mails) == ([], [])
