"""The staff site walked as an attacker walks it: every route that it has, every form that a page of
it holds. A new route or field is walked without being named here."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import cycle

import pytest
from flask import Flask
from sqlalchemy import Select, select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from dashboard.importers.matching.matching import Matching
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, BaseTable, Draft, Job, Matched, Session
from dashboard.staff.columns import remembering
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from tests.conftest import ROOT
from tests.staff.conftest import Browser, Someone, email, hired
from tests.walked import some

pytestmark = pytest.mark.usefixtures("here")

ELSEWHERE = "ailleurs"
GOOD = (ROOT / "tests" / "fixtures" / "importers" / "liste-2019.csv").read_bytes()
NUMBER = re.compile(r"/(\w+)/<int:number>")
OWNED = {
    "brouillons": Draft,
    "travaux": Job,
    "comptes": Account,
    "connexions": Session,
    "colonnes": Matched,
}
"""What a number of an address is that of; that of a version belongs to its depot alone."""
EVIL = "//ailleurs.fr/"
LEADING = re.compile(r"""(?:href|src|action|url)=["']?(?:https?:)?//ailleurs""")
MARK = "<script>alert(1)</script>"
HOSTILE = (
    f"{MARK}\"'><img src=x onerror=alert(1)>{{{{ 7*7 }}}}",
    "' or 1=1; drop table accounts; --",
    "../../../../etc/passwd",
    "=cmd|' /C calc'!A0",
    "\x00\x07\x1b[31m\x7f",
    "\u202eabc\u2066def",
    "x" * 150_000,
    "\ufdd0\uffff\U0010ffff",
)
"""A script, SQL, a path, a formula, control characters, reversed text, too much, no characters."""

RAW = ("%00..%2f", "%ED%A0%80", "9" * 30)
"""Bytes of an address: a null one before a path, half of a surrogate pair, a number too large."""


@dataclass
class Form:
    """A form of a page: where it goes, how, and its fields."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


class Forms(HTMLParser):
    """The forms of a page, as a browser would send them."""

    def __init__(self, page: str, here: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._here = here
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.found.append(Form(said.get("action", self._here), said.get("method", "get")))
        if not self.found or "name" not in said:
            return
        form, kind = self.found[-1], said.get("type", "text")
        if kind == "file":
            form.files.append(said["name"])
        elif tag in ("input", "textarea", "select", "button"):
            form.fields.setdefault(said["name"], said.get("value", ""))
            if tag == "textarea" or (
                tag == "input" and kind not in ("hidden", "checkbox", "radio")
            ):
                form.typed.append(said["name"])


def walked(site: Flask, method: str) -> Iterator[Rule]:
    rules = (rule for rule in site.url_map.iter_rules() if rule.rule.startswith("/agents"))
    yield from (rule for rule in rules if method in (rule.methods or set()))


def address(rule: str, **said: object) -> str:
    """That rule as an address: what it names as said, else the first of each."""
    values = {"number": 1, "edit": 1, "token": "x", "slug": "dates", "name": "evenements"}
    values |= {"mark": "0", "where": "", **said}
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found[1]]), rule)


@pytest.fixture
def elsewhere(published: StaffSettings, base: StaffBase) -> Flask:
    """The site of another territory on the same base, where somebody has a draft and a work."""
    site = create_site(replace(published, territory=ELSEWHERE), base)
    hired(base, StaffRole.ADMIN, ELSEWHERE)
    hers = Browser(site.test_client())
    hers.sign_in(email(StaffRole.ADMIN))
    hers.load("liste-2019.csv", GOOD)
    with base.unit() as unit:
        remembering.remember(unit, ELSEWHERE, ["Nom"], Matching("contacts", {"nom": "Nom"}, {}))
    return site


def kept(base: StaffBase) -> dict[str, list[dict[str, object]]]:
    """All that the base keeps of the other territory, with no line of the journal."""
    with base.unit() as unit:
        return {
            owned: [
                {column.name: getattr(row, column.name) for column in made.__table__.columns}
                for row in unit.scalars(_theirs(made))
            ]
            for owned, made in OWNED.items()
        }


def _theirs(made: type[BaseTable]) -> Select[BaseTable]:
    if made is Session:
        own = Account.id == Session.account
        return select(Session).join(Account, own).where(Account.territory == ELSEWHERE)
    return select(made).where(made.__table__.c.territory == ELSEWHERE)


@pytest.mark.parametrize("role", StaffRole)
def test_nothing_of_another_territory_is_reached_whatever_the_route_and_the_role(
    published: StaffSettings,
    elsewhere: Flask,
    base: StaffBase,
    site: Flask,
    someone: Someone,
    role: StaffRole,
) -> None:
    who, before = someone(role), kept(base)
    assert {len(rows) for rows in before.values()} == {1}
    for method in ("GET", "POST"):
        for rule in some(rule for rule in walked(site, method) if "<int:number>" in rule.rule):
            owned = NUMBER.search(rule.rule)
            assert owned is not None, rule.rule
            if owned[1] not in OWNED:
                assert owned[1] == "versions", f"{rule.rule}: whose is this number?"
                continue
            where = address(rule.rule, number=before[owned[1]][0]["id"])
            answer = who.client.open(where, method=method, data={"csrf_token": who.token()})
            if owned[1] == "comptes" and role is StaffRole.ADMIN:
                assert "n’existe pas" in who.open("/agents/comptes").text, where
            else:
                assert answer.status_code in (403, 404), where
    assert kept(base) == before


def test_what_was_refused_to_them_is_open_to_who_it_belongs_to(
    elsewhere: Flask, base: StaffBase
) -> None:
    hers, mine = Browser(elsewhere.test_client()), kept(base)
    hers.sign_in(email(StaffRole.ADMIN))
    for owned in ("brouillons", "travaux"):
        assert hers.open(f"/agents/{owned}/{mine[owned][0]['id']}").status_code == 200


def test_a_session_of_another_territory_opens_nothing_here(
    elsewhere: Flask, site: Flask, base: StaffBase
) -> None:
    hers = Browser(elsewhere.test_client())
    hers.sign_in(email(StaffRole.ADMIN))
    cookie = hers.client.get_cookie("agents")
    assert cookie is not None
    thief = Browser(site.test_client())
    thief.client.set_cookie("agents", cookie.value)
    for rule in some(walked(site, "GET")):
        if rule.endpoint.partition(".")[0] not in ("door", "provider"):
            answer = thief.open(address(rule.rule))
            assert "/connexion" in answer.headers.get("Location", ""), rule.rule


@pytest.mark.parametrize("signed", [True, False])
def test_no_answer_leads_to_another_site_whatever_it_is_asked(
    published: StaffSettings, site: Flask, someone: Someone, anyone: Browser, signed: bool
) -> None:
    who = someone(StaffRole.ADMIN) if signed else anyone
    said = dict.fromkeys(("suite", "next", "url", "retour", "redirect_uri", "ou"), EVIL)
    headers = {"Host": "ailleurs.fr", "X-Forwarded-Host": "ailleurs.fr", "Referer": f"https:{EVIL}"}
    for method in ("GET", "POST"):
        for rule in some(walked(site, method)):
            if rule.endpoint == "door.sign_out":
                continue
            answer = who.client.open(
                address(rule.rule),
                method=method,
                query_string=said,
                data={"csrf_token": who.token(), **said},
                headers=headers,
            )
            led = answer.headers.get("Location", "/agents")
            assert led.startswith("/agents"), rule.rule
            assert not LEADING.search(answer.text), rule.rule


def pages(site: Flask, who: Browser) -> Iterator[tuple[str, str]]:
    """Every page that she can open, and a form of each table."""
    for rule in walked(site, "GET"):
        names = TABLES if "<name>" in rule.rule and "<mark>" not in rule.rule else ("evenements",)
        for name in names:
            where = address(rule.rule, name=name)
            answer = who.open(where)
            if answer.status_code == 200 and answer.mimetype == "text/html":
                yield where, answer.text


TABLES = ("evenements", "actions", "bilans")


def sent(who: Browser, form: Form, said: str) -> TestResponse:
    """That form with this in every field that is typed."""
    fields: dict[str, object] = {**form.fields, **dict.fromkeys(form.typed, said)}
    if form.method.lower() == "get":
        return who.client.get(form.action, query_string=fields)
    fields |= {name: (io.BytesIO(said.encode()), said[:200]) for name in form.files}
    return who.client.post(form.action, data=fields)


def test_every_field_of_every_form_takes_hostile_text_as_text(
    published: StaffSettings, site: Flask, someone: Someone
) -> None:
    """Each form is sent with one hostile text, another each time it is met; then every page that
    shows what was kept is read again."""
    who = someone(StaffRole.EDITOR)
    who.load("liste-2019.csv", GOOD)
    met: dict[str, int] = {}
    fields = 0
    for where, page in some(pages(site, who)):
        for form in Forms(page, where).found:
            if (
                form.action.endswith(("/deconnexion", "/mot-de-passe"))
                or not form.typed + form.files
            ):
                continue
            turn = met[form.action] = met.get(form.action, -1) + 1
            said = HOSTILE[(turn + len(met)) % len(HOSTILE)]
            for text in {said, HOSTILE[0]}:
                answer = sent(who, form, text)
                assert answer.status_code < 500, (form.action, text[:20])
                assert MARK not in answer.text, form.action
                assert "<img src=x" not in answer.text, form.action
                fields += len(form.typed)
    assert fields > 20
    for where, page in pages(site, who):
        assert MARK not in page, where
        assert "<img src=x" not in page, where


def test_every_question_of_an_address_takes_bytes_of_any_kind(
    published: StaffSettings, site: Flask, someone: Someone
) -> None:
    who = someone(StaffRole.ADMIN)
    forms = (form for where, page in pages(site, who) for form in Forms(page, where).found)
    asked = {name for form in forms if form.method.lower() == "get" for name in form.fields}
    assert {"q", "annee"} <= asked
    names = sorted({*asked, "page", "tri", "suite"})
    question = "&".join(f"{name}={raw}" for name, raw in zip(names, cycle(RAW)))
    for rule in some(rule for rule in walked(site, "GET") if "modeles" not in rule.rule):
        assert who.client.get(f"{address(rule.rule)}?{question}").status_code < 500, rule.rule
    for raw in RAW:
        for where in ("tables", "lien", "modeles", "brouillons", "versions", "travaux"):
            assert who.client.get(f"/agents/{where}/{raw}").status_code < 500, (where, raw)


def test_no_page_that_shows_a_draft_opens_to_who_is_not_signed_in(
    published: StaffSettings, site: Flask, someone: Someone, anyone: Browser
) -> None:
    someone(StaffRole.WRITER).load("liste-2019.csv", GOOD)
    drafts = [rule for rule in walked(site, "GET") if "brouillons" in rule.rule]
    for rule in some(drafts):
        for where in (address(rule.rule), address(rule.rule, where="actions")):
            answer = anyone.open(where)
            assert answer.status_code == 303, where
            assert answer.headers["Location"].startswith("/agents/connexion"), where
