"""An account is opened by a link that serves once; its person alone knows her password."""

from __future__ import annotations

import datetime as dt
import stat
from unittest.mock import Mock

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, text

from dashboard.staff import journal
from dashboard.staff.accounts import accounts, browsers, passwords, sessions
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, JournalEntry, Link, Session
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import PASSWORD, QUICK, TERRITORY, email, hired


def told(base: StaffBase) -> list[tuple[str, str]]:
    with base.unit() as unit:
        return [
            (line.act, line.what)
            for line in unit.scalars(select(JournalEntry).order_by(JournalEntry.id))
        ]


def chosen(base: StaffBase, token: str, password: str = PASSWORD) -> None:
    with base.unit() as unit:
        account = accounts.invited(unit, TERRITORY, token)
        assert account is not None
        accounts.choose_password(unit, account, password)


def test_a_link_serves_once_and_only_its_hash_is_kept(base: StaffBase) -> None:
    token = hired(base, StaffRole.WRITER, password=None)
    with base.unit() as unit:
        assert token not in [unit.scalars(select(Link)).one().mark, token[:0]]
    chosen(base, token)
    with base.unit() as unit:
        assert accounts.invited(unit, TERRITORY, token) is None


def test_a_link_is_void_after_three_days_after_another_one_and_on_another_territory(
    base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = hired(base, StaffRole.WRITER, password=None)
    with base.unit() as unit:
        assert accounts.invited(unit, "ailleurs", first) is None
        account = accounts.known(unit, TERRITORY, email(StaffRole.WRITER))
        second = accounts.invite(unit, account, "essai")
    with base.unit() as unit:
        assert accounts.invited(unit, TERRITORY, first) is None
        assert accounts.invited(unit, TERRITORY, second) is not None
    later = journal.now() + accounts.VALID + dt.timedelta(seconds=1)
    monkeypatch.setattr(accounts, "now", lambda: later)
    with base.unit() as unit:
        assert accounts.invited(unit, TERRITORY, second) is None


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("court", "moins de 12"),
        ("a" * 129, "plus de 128"),
        ("motdepasse123", "essaierait d’abord"),
        ("azertyuiop123", "essaierait d’abord"),
        ("Soleil Bonjour 73", "essaierait d’abord"),
        ("exemple exemple", "essaierait d’abord"),
        ("Éxemple, août 2026", "essaierait d’abord"),
        ("dominique.writer.73000", "essaierait d’abord"),
        ("Contrat-de-ville 2026!", "essaierait d’abord"),
        ("politiquedelaville", "essaierait d’abord"),
        ("qsdfghjklm123", "essaierait d’abord"),
        ("nicolasnicolas", "se devine"),
    ],
)
def test_a_password_that_is_short_or_common_or_about_its_person_is_refused(
    base: StaffBase, password: str, why: str
) -> None:
    token = hired(base, StaffRole.WRITER, password=None)
    with pytest.raises(NotDone, match=why):
        chosen(base, token, password)
    with base.unit() as unit:
        assert accounts.invited(unit, TERRITORY, token) is not None


@pytest.mark.parametrize(
    "password", [PASSWORD, "Ühm, soixante-douze 🐸", "kT9!vq_2zLwe", "93750284617350"]
)
def test_no_rule_says_which_characters_a_password_has(password: str) -> None:
    assert passwords.refused(password) == ""


def test_what_is_kept_of_a_password_is_a_true_argon2id_hash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passwords, "PasswordHasher", PasswordHasher)
    held = passwords.hashed(PASSWORD)
    assert held.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.matches(PASSWORD, held)
    assert not passwords.matches(f"{PASSWORD} ", held)


@pytest.mark.parametrize("held", [None, "", "clair", "$argon2id$zut"])
def test_no_password_opens_an_account_that_has_none(held: str | None) -> None:
    assert not passwords.matches("personne", held)


def test_a_password_is_compared_even_where_there_is_no_account(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []
    hasher = Mock(hash=QUICK.hash, verify=lambda held, said: compared.append(said))
    monkeypatch.setattr(passwords, "PasswordHasher", lambda: hasher)
    assert not passwords.matches("un mot", None)
    assert compared == ["un mot"]


def test_a_new_password_ends_every_session(base: StaffBase) -> None:
    hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.WRITER))
        token = sessions.begin(unit, account)
    with base.unit() as unit:
        assert sessions.account_of(unit, token) is not None
        accounts.choose_password(unit, unit.get_one(Account, 1), "trois chats bleus chantent")
    with base.unit() as unit:
        assert sessions.account_of(unit, token) is None


@pytest.mark.parametrize(
    ("idle", "old", "lives"), [(29, 29, True), (31, 31, False), (1, 599, True), (1, 601, False)]
)
def test_a_session_ends_after_half_an_hour_of_nothing_and_ten_hours_of_anything(
    base: StaffBase, idle: int, old: int, lives: bool
) -> None:
    hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        token = sessions.begin(unit, accounts.known(unit, TERRITORY, email(StaffRole.WRITER)))
    with base.unit() as unit:
        session = unit.scalars(select(Session)).one()
        session.seen -= dt.timedelta(minutes=idle)
        session.opened -= dt.timedelta(minutes=old)
    with base.unit() as unit:
        assert (sessions.account_of(unit, token) is not None) is lives


def test_a_closed_account_is_out_at_once_and_may_be_opened_again(base: StaffBase) -> None:
    hired(base, StaffRole.ADMIN)
    hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.WRITER))
        token = sessions.begin(unit, account)
        accounts.close(unit, account, "essai", "départ")
    with base.unit() as unit:
        assert sessions.account_of(unit, token) is None
        assert sessions.of(unit, account.id) == ()
        account = accounts.known(unit, TERRITORY, email(StaffRole.WRITER))
        assert account.password is None
        with pytest.raises(NotDone, match="retiré"):
            accounts.invite(unit, account, "essai")
    assert hired(base, StaffRole.WRITER)


def test_a_link_of_a_closed_account_is_void_and_would_open_nothing(base: StaffBase) -> None:
    token = hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        account = unit.get_one(Account, 1)
        account.closed = journal.now()
        unit.flush()
        assert accounts.invited(unit, TERRITORY, token) is None
        account.closed = None
        accounts.close(unit, account, "essai")
        assert unit.scalars(select(Link)).one().used


def test_a_closed_account_opens_nothing_though_a_session_of_it_were_left(base: StaffBase) -> None:
    hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.WRITER))
        token, account.closed = sessions.begin(unit, account), journal.now()
    with base.unit() as unit:
        assert len(sessions.of(unit, account.id)) == 1
        assert sessions.account_of(unit, token) is None


def test_of_sessions_twenty_go_on_and_none_that_ended_is_kept(base: StaffBase) -> None:
    hired(base, StaffRole.WRITER)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.WRITER))
        first = sessions.begin(unit, account)
        unit.scalars(select(Session)).one().seen -= dt.timedelta(minutes=1)
        sessions.end(unit, sessions.begin(unit, account))
        tokens = [sessions.begin(unit, account) for _ in range(sessions.MOST)]
    with base.unit() as unit:
        assert sessions.account_of(unit, first) is None
        assert all(sessions.account_of(unit, token) for token in tokens)
        assert len(unit.scalars(select(Session)).all()) == sessions.MOST


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko Firefox/128.0",
            "Firefox sur Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0 Safari/537.36", "Chrome sur Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge sur Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1",
            "Safari sur iPhone",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605.1.15", "Safari sur Mac"),
        (
            "Mozilla/5.0 (Linux; Android 14; Mobile) Chrome/130.0 Safari/537.36",
            "Chrome sur Android",
        ),
        ("<script>alert(1)</script>", "Navigateur inconnu"),
        ("", "Navigateur inconnu"),
    ],
)
def test_a_browser_is_told_by_its_family_never_by_what_it_says(agent: str, name: str) -> None:
    assert browsers.named(agent) == name


def test_the_last_administrator_can_neither_leave_nor_step_down(base: StaffBase) -> None:
    hired(base, StaffRole.ADMIN)
    with base.unit() as unit:
        account = accounts.known(unit, TERRITORY, email(StaffRole.ADMIN))
        with pytest.raises(NotDone, match="aucun administrateur"):
            accounts.close(unit, account, "essai")
        with pytest.raises(NotDone, match="aucun administrateur"):
            accounts.change_role(unit, account, StaffRole.READER, "essai")


@pytest.mark.parametrize("said", ["zut", "a@b@c", "<a@b.fr>", "a b@c.fr", ""])
def test_an_address_that_is_none_is_refused(base: StaffBase, said: str) -> None:
    account = Account(
        territory=TERRITORY, email=said, name="Marie", role="lecteur", created=journal.now()
    )
    with pytest.raises(NotDone, match="adresse électronique"), base.unit() as unit:
        accounts.add(unit, account, "essai")


def test_one_address_has_one_account_on_each_territory(base: StaffBase) -> None:
    hired(base, StaffRole.WRITER)
    with pytest.raises(NotDone, match="a déjà un compte"):
        hired(base, StaffRole.WRITER)
    assert hired(base, StaffRole.WRITER, "ailleurs")


def test_the_journal_holds_every_act_and_no_secret(base: StaffBase) -> None:
    token = hired(base, StaffRole.WRITER, password=None)
    chosen(base, token)
    lines = told(base)
    assert [act for act, _ in lines] == ["compte ouvert", "mot de passe choisi"]
    assert not any(token in what or PASSWORD in what for _, what in lines)


@pytest.mark.parametrize(
    "sql",
    [
        "delete from journal",
        "update journal set who = 'autre'",
        "replace into journal select * from journal",
    ],
)
def test_the_journal_only_grows(base: StaffBase, sql: str) -> None:
    hired(base, StaffRole.WRITER)
    before = told(base)
    with pytest.raises(Exception, match="le journal ne change pas"), base.unit() as unit:
        unit.execute(text(sql))
    assert told(base) == before


def test_the_secret_and_the_base_are_read_by_nobody_else(
    settings: StaffSettings, base: StaffBase
) -> None:
    made = settings.secret()
    assert len(made) > 50
    assert settings.secret() == made
    path = settings.home / "secret"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.home.stat().st_mode) == 0o700


def test_a_secret_that_is_too_short_is_refused(
    settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGENTS_SECRET", "court")
    with pytest.raises(NotDone, match="32 caractères"):
        settings.secret()
    monkeypatch.setenv("AGENTS_SECRET", "x" * 32)
    assert settings.secret() == "x" * 32
