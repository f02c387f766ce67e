"""Coming in by an identity provider: each guard attacked, against a real one told to lie."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask
from sqlalchemy import select
from werkzeug.test import Client, TestResponse

from dashboard.staff import journal
from dashboard.staff.accounts import accounts, binding
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, JournalEntry, Session
from dashboard.staff.identity import provider
from dashboard.staff.identity.identity import ProvidedIdentity
from dashboard.staff.refusal import NotDone
from dashboard.staff.service.several import create_sites
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings, from_environment, together
from dashboard.system.mounts import Mount
from tests.staff.conftest import PASSWORD, TERRITORY, Browser, email, hired
from tests.staff.provider import CLIENT, SECRET, SITE, running

LEAVE, BACK, DOOR = (f"/agents/connexion{end}" for end in ("/fournisseur", "/retour", ""))
MARIE: dict[str, Any] = {"claims": {"email": email(StaffRole.WRITER), "email_verified": True}}
FAILED = "La connexion par ProConnect n’a pas abouti"
UNKNOWN = "Aucun compte de ce site ne vous est ouvert"
OTHER = "grand-chambery"
MOUNTED = (f"{SITE}/chambery", f"{SITE}/exemple", "https://chambery.fr", "https://fictif.fr")
Lie = Callable[..., None]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The address of a provider that runs beside the tests."""
    with running(SITE, *MOUNTED) as address:
        yield address


@pytest.fixture
def lie(issuer: str) -> Lie:
    """Have the provider say of Marie what is given, and the truth of the rest."""

    def told(**said: Any) -> None:
        requests.put(f"{issuer}/mensonge", json={**MARIE, **said}, timeout=10)

    told()
    return told


@pytest.fixture
def settings(settings: StaffSettings, issuer: str) -> StaffSettings:
    named = provider.Provider("ProConnect", issuer, CLIENT, SECRET)
    return replace(settings, site=SITE, provider=named)


@pytest.fixture
def writer(base: StaffBase, site: Flask, lie: Lie) -> Browser:
    """A browser, and an account that was opened for Marie."""
    hired(base, StaffRole.WRITER, password=None)
    return Browser(site.test_client())


def sent(browser: Browser, suite: str = "") -> str:
    """Where the provider sends her back, once she said who she is."""
    left = browser.client.get(LEAVE, query_string={"suite": suite})
    assert left.status_code == 303
    answer = requests.get(left.headers["Location"], allow_redirects=False, timeout=10)
    assert answer.status_code == 303, answer.text
    where = urlsplit(answer.headers["Location"])
    assert f"{where.scheme}://{where.netloc}" == SITE
    return f"{where.path}?{where.query}"


def came(browser: Browser, suite: str = "") -> str:
    """She goes there and comes back; the page that she is shown, and where."""
    answer = browser.client.get(sent(browser, suite), follow_redirects=True)
    browser.page = answer.text
    return answer.request.path


def out(browser: Browser) -> bool:
    return browser.client.get("/agents").status_code == 303


def test_who_has_an_account_comes_in_and_is_bound_to_it_the_first_time(
    writer: Browser, base: StaffBase, issuer: str
) -> None:
    assert came(writer) == "/agents"
    assert came(writer) == "/agents"
    with base.unit() as unit:
        assert str(unit.scalars(select(Account)).one().subject).startswith(f"{issuer} ")
        acts = [line.act for line in unit.scalars(select(JournalEntry).order_by(JournalEntry.id))]
    assert acts == ["compte ouvert", "compte lié à une identité", "connexion", "connexion"]


ATTACKS: dict[str, dict[str, Any]] = {
    "another issuer": {"token": {"iss": "https://ailleurs.fr"}},
    "another client": {"token": {"aud": "un-autre-site"}},
    "another client, through this one": {"token": {"aud": "un-autre-site", "azp": CLIENT}},
    "a token for two, given to the other": {"token": {"aud": [CLIENT, "autre"], "azp": "autre"}},
    "another request": {"token": {"nonce": "x" * 48}},
    "no request in particular": {"token": {"nonce": None}},
    "a token that is over": {"token": {"old": True}},
    "a token without end": {"token": {"exp": None}},
    "a token of later": {"token": {"iat": 4_000_000_000}},
    "another key under the same name": {"key": "other"},
    "no signature": {"key": "none"},
    "a signature by the secret of the client": {"key": "secret"},
    "a signature by a key that nobody published": {"key": "curve"},
    "nobody": {"token": {"sub": None}},
    "somebody who is no text": {"token": {"sub": ["marie"], **MARIE["claims"]}},
    "somebody of too long a name": {"token": {"sub": "x" * 256, **MARIE["claims"]}},
    "what is said of another person": {"person": {"sub": "un-autre"}},
    "another access than the one given": {"token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}},
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_the_provider_did_not_sign_for_this_site_and_this_moment_opens_nothing(
    writer: Browser, lie: Lie, attack: str
) -> None:
    lie(**ATTACKS[attack])
    assert came(writer) == DOOR
    assert FAILED in writer.page
    assert out(writer)


@pytest.mark.parametrize(
    "lies", [{}, {"seal": "other"}, {"person": {"aud": "un-autre"}}, {"person": {"iss": "x"}}]
)
def test_a_signed_answer_about_the_person_is_read_only_from_the_provider(
    writer: Browser, lie: Lie, lies: dict[str, Any]
) -> None:
    token = {"token": {"email": None}}
    lie(signed=True, **token, **lies)
    assert came(writer) == ("/agents" if not lies else DOOR)


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(
    writer: Browser, site: Flask
) -> None:
    thief = Browser(site.test_client())
    hers = sent(thief)
    for state in ("", "x" * 48, parse_qs(urlsplit(hers).query)["state"][0]):
        asked = parse_qs(urlsplit(sent(writer)).query)
        came = {"code": asked["code"][0], "state": state}
        assert FAILED in writer.client.get(BACK, query_string=came, follow_redirects=True).text
    assert FAILED in writer.client.get(hers, follow_redirects=True).text
    assert out(writer)


def test_a_stolen_code_opens_nothing_to_another_browser_even_with_its_own_nonce(
    writer: Browser, site: Flask, lie: Lie
) -> None:
    code = parse_qs(urlsplit(sent(writer)).query)["code"][0]
    thief = Browser(site.test_client())
    asked = parse_qs(urlsplit(thief.client.get(LEAVE).headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    lie(token={"nonce": asked["nonce"][0]})
    given = {"code": code, "state": asked["state"][0]}
    assert FAILED in thief.client.get(BACK, query_string=given, follow_redirects=True).text
    assert out(thief)


def test_an_answer_serves_once_within_ten_minutes_and_from_this_provider(
    writer: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = sent(writer)
    elsewhere = where.replace("iss=", "iss=https://ailleurs.fr/")
    assert FAILED in writer.client.get(elsewhere, follow_redirects=True).text
    assert writer.client.get(where).headers["Location"] == DOOR
    where = sent(writer)
    assert writer.client.get(where).headers["Location"] == "/agents"
    assert FAILED not in writer.client.get("/agents").text
    assert writer.client.get(where).headers["Location"] == DOOR
    where = sent(writer)
    later = journal.now() + dt.timedelta(seconds=601)
    monkeypatch.setattr("dashboard.staff.pages.provider.now", lambda: later)
    assert writer.client.get(where).headers["Location"] == DOOR


def test_no_account_is_made_by_coming_in(base: StaffBase, site: Flask, lie: Lie) -> None:
    browser = Browser(site.test_client())
    assert came(browser) == DOOR
    assert UNKNOWN in browser.page
    with base.unit() as unit:
        assert unit.scalars(select(Account)).all() == []
        assert [line.who for line in unit.scalars(select(JournalEntry))] == ["inconnu"]


@pytest.mark.parametrize(
    "claims",
    [
        {"email": email(StaffRole.WRITER), "email_verified": False},
        {"email": email(StaffRole.WRITER), "email_verified": "true"},
        {"email": email(StaffRole.WRITER)},
        {"email": "une.autre@ville.fr", "email_verified": True},
        {"email": [email(StaffRole.WRITER)], "email_verified": True},
        {},
    ],
)
def test_an_address_that_the_provider_does_not_answer_for_binds_nothing(
    writer: Browser, lie: Lie, claims: dict[str, Any]
) -> None:
    lie(claims=claims)
    assert came(writer) == DOOR
    assert UNKNOWN in writer.page


def test_a_provider_whose_every_address_is_sure_may_be_said_to_be(
    settings: StaffSettings, base: StaffBase, lie: Lie
) -> None:
    assert settings.provider is not None
    hired(base, StaffRole.WRITER, password=None)
    sure = replace(settings, provider=replace(settings.provider, asserted=True))
    browser = Browser(create_site(sure, base).test_client())
    lie(claims={"email": email(StaffRole.WRITER)})
    assert came(browser) == "/agents"
    lie(sub="paul", claims={"email": email(StaffRole.WRITER), "email_verified": False})
    assert came(Browser(create_site(sure, base).test_client())) == DOOR


def test_an_account_that_is_closed_bound_to_another_or_elsewhere_is_refused(
    writer: Browser, base: StaffBase, site: Flask, lie: Lie
) -> None:
    hired(base, StaffRole.ADMIN)
    hired(base, StaffRole.READER, "ailleurs")
    lie(sub="paul", claims={"email": email(StaffRole.READER), "email_verified": True})
    assert came(writer) == DOOR
    lie()
    assert came(writer) == "/agents"
    lie(sub="jeanne")
    other = Browser(site.test_client())
    assert came(other) == DOOR
    assert UNKNOWN in other.page
    lie()
    with base.unit() as unit:
        accounts.close(unit, accounts.known(unit, TERRITORY, email(StaffRole.WRITER)), "essai")
    assert out(writer)
    assert came(writer) == DOOR
    assert UNKNOWN in writer.page


@pytest.mark.parametrize(("where", "closed"), [("ailleurs", None), (TERRITORY, journal.now())])
def test_an_identity_left_on_an_account_of_elsewhere_or_a_closed_one_opens_none(
    base: StaffBase, where: str, closed: dt.datetime | None
) -> None:
    hired(base, StaffRole.WRITER, where)
    identity = ProvidedIdentity("https://fournisseur", "elle", "", "")
    with base.unit() as unit:
        account = unit.get_one(Account, 1)
        account.subject, account.closed = binding.key_of(identity), closed
    with pytest.raises(NotDone, match="Aucun compte"), base.unit() as unit:
        binding.bound(unit, TERRITORY, identity, "ProConnect")


def test_an_administrator_lets_another_identity_be_bound(
    writer: Browser, base: StaffBase, site: Flask, lie: Lie
) -> None:
    hired(base, StaffRole.ADMIN)
    admin = Browser(site.test_client())
    admin.sign_in(email(StaffRole.ADMIN))
    came(writer)
    assert "lié à une identité" in admin.open("/agents/comptes").text
    admin.send("/agents/comptes/1/delier")
    assert out(writer)
    lie(sub="jeanne")
    assert came(writer) == "/agents"
    acts = re.findall(r'"Acte">(compte [^<]+)<', admin.open("/agents/journal").text)
    assert acts.count("compte délié") == 1
    assert sum(act.startswith("compte lié") for act in acts) == 2


def test_an_account_that_waits_after_wrong_passwords_waits_here_too(
    writer: Browser, site: Flask
) -> None:
    guess = Browser(site.test_client())
    for _ in range(6):
        guess.sign_in(email(StaffRole.WRITER), "zut")
    assert came(writer) == DOOR
    assert "Trop d’essais" in writer.page


def test_false_answers_make_an_address_wait_even_for_a_true_one(writer: Browser) -> None:
    for _ in range(21):
        writer.client.get(BACK)
    assert came(writer) == DOOR
    assert "Trop d’essais" in writer.page


def test_a_session_that_was_planted_is_not_the_one_that_comes_in(
    writer: Browser, site: Flask
) -> None:
    where = sent(writer)
    planted = writer.client.get_cookie("agents")
    assert planted is not None
    assert writer.client.get(where).headers["Location"] == "/agents"
    thief = Browser(site.test_client())
    thief.client.set_cookie("agents", planted.value)
    assert out(thief)


@pytest.mark.parametrize(
    ("suite", "where"),
    [("/agents/tables", "/agents/tables"), ("https://ailleurs.fr", "/agents"), ("//x", "/agents")],
)
def test_coming_back_leads_only_to_a_page_of_this_site(
    writer: Browser, suite: str, where: str
) -> None:
    answer = writer.client.get(sent(writer, suite))
    assert answer.headers["Location"] == where


def test_going_out_ends_the_session_of_the_provider_too(
    writer: Browser, base: StaffBase, issuer: str
) -> None:
    left = writer.client.get(LEAVE).headers["Location"]
    hers = requests.get(left, allow_redirects=False, timeout=10)
    writer.client.get(hers.headers["Location"].removeprefix(SITE))
    writer.open("/agents")
    answer = writer.send("/agents/deconnexion")
    assert answer.status_code == 200
    found = re.search(r'content="0; url=([^"]+)"', answer.text)
    assert found is not None
    where = html.unescape(found[1])
    said = parse_qs(urlsplit(where).query)
    assert said["post_logout_redirect_uri"] == [f"{SITE}/agents/connexion"]
    ended = requests.get(where, cookies=hers.cookies, allow_redirects=False, timeout=10)
    assert (ended.status_code, urlsplit(ended.headers["Location"]).path) == (303, "verifier")
    with base.unit() as unit:
        assert [item.hint for item in unit.scalars(select(Session))] == [None]
    assert out(writer)


def test_the_level_that_is_asked_for_is_the_one_that_is_taken(
    settings: StaffSettings, base: StaffBase, lie: Lie
) -> None:
    assert settings.provider is not None
    hired(base, StaffRole.WRITER, password=None)
    levels = ("eidas2", "https://proconnect.gouv.fr/assurance/consistency-checked-2fa")
    strict = replace(settings, provider=replace(settings.provider, levels=levels))
    browser = Browser(create_site(strict, base).test_client())
    asked = parse_qs(urlsplit(browser.client.get(LEAVE).headers["Location"]).query)
    assert json.loads(asked["claims"][0])["id_token"]["acr"]["values"] == list(levels)
    for level in ("eidas1", None):
        lie(token={"acr": level})
        assert came(browser) == DOOR
    lie(token={"acr": levels[1]})
    assert came(browser) == "/agents"


@pytest.mark.parametrize(
    "lies",
    [
        {"issuer": "https://ailleurs.fr"},
        {"token_endpoint": "http://ailleurs.fr/token"},
        {"userinfo_endpoint": "http://ailleurs.fr/"},
        {"jwks_uri": None},
    ],
)
def test_a_provider_that_is_another_or_speaks_in_clear_is_not_spoken_to(
    writer: Browser, lie: Lie, lies: dict[str, Any]
) -> None:
    lie(described=lies)
    answer = writer.client.get(LEAVE, follow_redirects=True)
    assert "ProConnect ne répond pas" in answer.text


def test_without_the_provider_a_password_still_opens_the_site(
    settings: StaffSettings, base: StaffBase
) -> None:
    assert settings.provider is not None
    hired(base, StaffRole.WRITER)
    gone = replace(settings, provider=replace(settings.provider, issuer="http://127.0.0.1:9"))
    browser = Browser(create_site(gone, base).test_client())
    assert "par votre mot de passe" in browser.client.get(LEAVE, follow_redirects=True).text
    assert browser.sign_in(email(StaffRole.WRITER)).headers["Location"] == "/agents"
    browser.open("/agents")
    assert browser.send("/agents/deconnexion").status_code == 303


def test_where_passwords_are_not_taken_none_opens_the_site(
    settings: StaffSettings, base: StaffBase, lie: Lie
) -> None:
    token = hired(base, StaffRole.ADMIN)
    browser = Browser(create_site(replace(settings, passwords=False), base).test_client())
    assert 'type="password"' not in browser.open(DOOR).text
    before = Browser(create_site(settings, base).test_client())
    before.open(DOOR)  # the form as it was, still on a screen
    browser.client.set_cookie("agents", before.client.get_cookie("agents").value)  # type: ignore[union-attr]
    browser.page = before.page
    browser.send(DOOR, adresse=email(StaffRole.ADMIN), mot_de_passe=PASSWORD)
    assert "entrez par ProConnect" in browser.open(DOOR).text
    assert out(browser)
    assert browser.open(f"/agents/lien/{token}").headers["Location"] == DOOR
    lie(claims={"email": email(StaffRole.ADMIN), "email_verified": True})
    assert came(browser) == "/agents"
    assert "mot de passe" not in browser.page
    assert browser.open("/agents/mot-de-passe").headers["Location"] == DOOR
    browser.open("/agents/comptes")
    browser.send("/agents/comptes", nom="Paul", adresse="paul@ville.fr", role="lecteur")
    page = browser.open("/agents/comptes").text
    assert "paul@ville.fr peut entrer par ProConnect" in page
    assert "/agents/lien/" not in page


def test_without_a_setting_there_is_no_button_and_no_page_of_it(
    settings: StaffSettings, base: StaffBase
) -> None:
    browser = Browser(create_site(replace(settings, provider=None), base).test_client())
    assert "ProConnect" not in browser.open(DOOR).text
    assert {browser.open(path).status_code for path in (LEAVE, BACK)} == {404}


def test_no_form_leads_to_the_provider(writer: Browser) -> None:
    """Its button is a link, and what answers the form that signs out is a page: the policy lets no
    form leave the site, whatever the setting."""
    came(writer)
    for path in (DOOR, "/agents"):
        policy = writer.client.get(path).headers["Content-Security-Policy"]
        assert "form-action 'self';" in policy


SAID = {"OIDC_EMETTEUR": "https://idp.fr", "OIDC_CLIENT": "c", "OIDC_SECRET": "s"}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"OIDC_CLIENT": ""}, "vont ensemble"),
        ({"OIDC_EMETTEUR": "http://idp.fr"}, "https://"),
        ({"OIDC_PORTEES": "email"}, "openid"),
    ],
)
def test_a_provider_that_is_half_said_or_speaks_in_clear_is_refused(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], why: str
) -> None:
    for name, value in {**SAID, **said}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(NotDone, match=why):
        provider.from_environment(SITE)


def test_what_the_environment_says_of_a_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    assert provider.from_environment("") is None
    monkeypatch.setenv("MOTS_DE_PASSE", "non")
    with pytest.raises(NotDone, match="fournisseur d’identité"):
        provider.takes_passwords(None)
    for name, value in {**SAID, "OIDC_NIVEAUX": "eidas2 eidas3"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(NotDone, match="ADRESSE_PUBLIQUE"):
        provider.from_environment("")
    found = provider.from_environment(SITE)
    assert found == provider.Provider(
        "ProConnect", "https://idp.fr", "c", "s", levels=("eidas2", "eidas3")
    )
    assert not provider.takes_passwords(found)
    assert "'s'" not in repr(found)


def by(settings: StaffSettings, base: StaffBase, *mounts: Mount) -> Client:
    """The staff sites of those territories, an account of Marie's in each."""
    for one in mounts:
        hired(base, StaffRole.WRITER, one.territory, password=None)
    each = {one: replace(settings, territory=one.territory, site=one.site) for one in mounts}
    return Client(create_sites(each, base))


PATHS = (
    Mount(TERRITORY, path="/exemple", site=f"{SITE}/exemple"),
    Mount(OTHER, path="/chambery", site=f"{SITE}/chambery"),
)
HOSTS = (
    Mount(TERRITORY, host="fictif.fr", site="https://fictif.fr"),
    Mount(OTHER, host="chambery.fr", site="https://chambery.fr"),
)


def got(client: Client, address: str) -> TestResponse:
    """What that whole address answers."""
    where = urlsplit(address)
    site = f"{where.scheme}://{where.netloc}"
    return client.get(where.path, base_url=site, query_string=where.query)


@pytest.mark.parametrize("mounts", [PATHS, HOSTS], ids=["by path", "by host"])
def test_each_territory_is_come_back_to_where_it_is_and_no_other_takes_its_answer(
    settings: StaffSettings, base: StaffBase, lie: Lie, mounts: tuple[Mount, ...]
) -> None:
    client = by(settings, base, *mounts)
    for mine, other in (mounts, mounts[::-1]):
        left = got(client, f"{mine.site}{LEAVE}")
        cookie = left.headers["Set-Cookie"]
        assert (cookie.startswith("__Host-agents="), "Path=/;" in cookie) == (True, True)
        asked = parse_qs(urlsplit(left.headers["Location"]).query)
        assert asked["redirect_uri"] == [f"{mine.site}{BACK}"]
        for target, where in ((other, DOOR), (mine, "/agents")):
            sent = got(client, f"{mine.site}{LEAVE}").headers["Location"]
            came = requests.get(sent, allow_redirects=False, timeout=10).headers["Location"]
            assert came.startswith(f"{mine.site}{BACK}?")
            answer = got(client, came.replace(mine.site, target.site))
            assert answer.headers["Location"] == f"{target.path}{where}"
        assert got(client, f"{mine.site}/agents").status_code == 200


def test_where_a_territory_has_no_public_address_no_provider_is_spoken_to(
    settings: StaffSettings, issuer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, said in (("EMETTEUR", issuer), ("CLIENT", CLIENT), ("SECRET", SECRET)):
        monkeypatch.setenv(f"OIDC_{name}", said)
    monkeypatch.setenv("TERRITOIRES", f"https://fictif.fr={TERRITORY} chambery.fr={OTHER}")
    one = from_environment(TERRITORY, settings.data.parent, settings.var)
    with pytest.raises(NotDone, match="https://"):
        together(one)


def test_coming_in_anew_ends_the_session_that_the_browser_brought(
    writer: Browser, site: Flask
) -> None:
    assert came(writer) == "/agents"
    first = writer.client.get_cookie("agents")
    assert first is not None
    assert came(writer) == "/agents"
    thief = Browser(site.test_client())
    thief.client.set_cookie("agents", first.value)
    assert out(thief)
    assert not out(writer)
