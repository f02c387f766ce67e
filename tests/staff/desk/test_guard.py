"""Each guard of the staff site, attacked."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from dashboard.staff import journal
from dashboard.staff.accounts import attempts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, JournalEntry, Session
from dashboard.staff.desk.guard import ANYONE, openings, stand
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import PASSWORD, Browser, Someone, email, hired
from tests.walked import some

READER, WRITER, EDITOR, ADMIN = StaffRole
ROUTES: dict[tuple[str, str], StaffRole | str] = {
    ("GET", "/statique/<path:name>"): ANYONE,
    ("GET", "/agents/connexion"): ANYONE,
    ("POST", "/agents/connexion"): ANYONE,
    ("GET", "/agents/connexion/fournisseur"): ANYONE,
    ("GET", "/agents/connexion/retour"): ANYONE,
    ("GET", "/agents/lien/<token>"): ANYONE,
    ("POST", "/agents/lien/<token>"): ANYONE,
    ("POST", "/agents/deconnexion"): READER,
    ("GET", "/agents/mot-de-passe"): READER,
    ("POST", "/agents/mot-de-passe"): READER,
    ("GET", "/agents/connexions"): READER,
    ("POST", "/agents/connexions/<int:number>/fermer"): READER,
    ("POST", "/agents/connexions/fermer"): READER,
    ("GET", "/agents"): READER,
    ("GET", "/agents/deposer"): WRITER,
    ("POST", "/agents/deposer"): WRITER,
    ("GET", "/agents/modeles/<slug>.xlsx"): WRITER,
    ("GET", "/agents/brouillons/<int:number>"): READER,
    ("POST", "/agents/brouillons/<int:number>/controler"): WRITER,
    ("GET", "/agents/brouillons/<int:number>/colonnes"): WRITER,
    ("POST", "/agents/brouillons/<int:number>/colonnes"): WRITER,
    ("POST", "/agents/brouillons/<int:number>/colonnes/changer"): WRITER,
    ("POST", "/agents/colonnes/<int:number>/oublier"): WRITER,
    ("POST", "/agents/brouillons/<int:number>/corriger"): WRITER,
    ("GET", "/agents/brouillons/<int:number>/a-corriger.xlsx"): READER,
    ("GET", "/agents/brouillons/<int:number>/corrige"): WRITER,
    ("POST", "/agents/brouillons/<int:number>/defaire/<int:edit>"): WRITER,
    ("GET", "/agents/brouillons/<int:number>/departager"): READER,
    ("POST", "/agents/brouillons/<int:number>/departager"): WRITER,
    ("POST", "/agents/brouillons/<int:number>/departager/tout"): WRITER,
    ("GET", "/agents/relecture"): READER,
    ("POST", "/agents/relecture"): WRITER,
    ("GET", "/agents/reglages"): READER,
    ("POST", "/agents/reglages"): WRITER,
    ("POST", "/agents/reglages/logo"): WRITER,
    ("POST", "/agents/reglages/logo/retirer"): WRITER,
    ("GET", "/agents/tables"): READER,
    ("GET", "/agents/tables/<name>"): READER,
    ("GET", "/agents/tables/<name>/nouvelle"): WRITER,
    ("POST", "/agents/tables/<name>/nouvelle"): WRITER,
    ("GET", "/agents/tables/<name>/<mark>"): READER,
    ("POST", "/agents/tables/<name>/<mark>"): WRITER,
    ("POST", "/agents/tables/<name>/<mark>/retirer"): WRITER,
    ("GET", "/agents/tables/<name>/<mark>/histoire"): READER,
    ("POST", "/agents/tables/<name>/<mark>/remettre"): WRITER,
    ("POST", "/agents/brouillons/<int:number>/publier"): EDITOR,
    ("POST", "/agents/brouillons/<int:number>/soumettre"): EDITOR,
    ("POST", "/agents/brouillons/<int:number>/refuser"): EDITOR,
    ("POST", "/agents/brouillons/<int:number>/reprendre"): EDITOR,
    ("POST", "/agents/brouillons/<int:number>/apercu"): READER,
    ("GET", "/agents/brouillons/<int:number>/vu/"): READER,
    ("GET", "/agents/brouillons/<int:number>/vu/<path:where>"): READER,
    ("POST", "/agents/brouillons/<int:number>/supprimer"): WRITER,
    ("GET", "/agents/travaux/<int:number>"): READER,
    ("POST", "/agents/travaux/<int:number>/annuler"): READER,
    ("POST", "/agents/travaux/<int:number>/relancer"): READER,
    ("GET", "/agents/sources"): READER,
    ("GET", "/agents/versions"): READER,
    ("GET", "/agents/versions/<int:number>"): READER,
    ("POST", "/agents/versions/<int:number>/revenir"): EDITOR,
    ("POST", "/agents/versions/<int:number>/retirer"): EDITOR,
    ("GET", "/agents/comptes"): ADMIN,
    ("POST", "/agents/comptes"): ADMIN,
    ("POST", "/agents/comptes/<int:number>/lien"): ADMIN,
    ("POST", "/agents/comptes/<int:number>/role"): ADMIN,
    ("POST", "/agents/comptes/<int:number>/delier"): ADMIN,
    ("POST", "/agents/comptes/<int:number>/retirer"): ADMIN,
    ("GET", "/agents/journal"): ADMIN,
}
"""Who opens each route: a new one that has no line here fails."""
LEAVING = ("/deconnexion", "/connexions/<int:number>/fermer")
"""After which one is out."""


def routes(site: Flask) -> dict[tuple[str, str], StaffRole | str]:
    who = openings(site)
    return {
        (method, rule.rule): who[rule.endpoint]
        for rule in site.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def address(rule: str) -> str:
    return re.sub(r"<(?:\w+:)?\w+>", "1", rule)


def test_every_route_says_who_opens_it_and_this_table_agrees(site: Flask) -> None:
    assert routes(site) == ROUTES


def test_a_page_that_does_not_say_who_opens_it_stops_the_site_from_starting() -> None:
    site = Flask("essai", static_folder=None)
    site.add_url_rule("/agents/oubliee", view_func=lambda: "")
    with pytest.raises(AttributeError, match="_opened_to"):
        stand(site)


@pytest.mark.parametrize("role", [None, *StaffRole])
def test_no_route_opens_to_a_lower_role(
    role: StaffRole | None, site: Flask, someone: Someone, anyone: Browser
) -> None:
    who = someone(role) if role else anyone
    for (method, rule), asked in ROUTES.items():
        if asked == ANYONE or (role and rule.endswith(LEAVING)):
            continue
        answer = who.client.open(address(rule), method=method, data={"csrf_token": who.token()})
        if role is None:
            assert "/connexion" in answer.headers["Location"], rule
        elif role.allows(StaffRole(asked)):
            assert answer.status_code != 403, rule
        else:
            assert answer.status_code == 403, rule


@pytest.mark.parametrize(
    ("said", "beside", "where"),
    [
        ("", "http://127.0.0.1:8050", "http://127.0.0.1:8050/donnees"),
        ("/ici", "http://127.0.0.1:8050", "http://127.0.0.1:8050/ici/donnees"),
        ("https://ville.fr/ici", "http://127.0.0.1:8050", "https://ville.fr/ici/donnees"),
    ],
)
def test_who_asks_this_site_for_a_public_page_is_sent_to_the_public_one(
    settings: StaffSettings, base: StaffBase, said: str, beside: str, where: str
) -> None:
    site = create_site(replace(settings, site=said, beside=beside), base)
    answer = Browser(site.test_client()).open("/donnees?x=1", headers={"Host": "autre.example"})
    assert (answer.status_code, answer.headers["Location"]) == (303, where)


def test_where_nobody_said_the_address_of_the_public_site_a_sentence_does(anyone: Browser) -> None:
    answer = anyone.open("/donnees")
    assert answer.status_code == 404
    assert "ADRESSE_PUBLIQUE" in answer.text


def test_a_form_that_another_site_sends_is_refused(
    site: Flask, someone: Someone, anyone: Browser
) -> None:
    anyone.open("/agents/connexion")
    other = anyone.token()
    who = someone(ADMIN)
    for rule in some(rule for method, rule in ROUTES if method == "POST"):
        for token in ("", "zut", other):
            answer = who.client.post(address(rule), data={"csrf_token": token})
            assert answer.status_code == 400, rule
            assert "rechargez-la" in answer.text


def test_a_front_that_hides_the_port_of_the_address_is_told_to_the_operator(
    base: StaffBase, anyone: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    hired(base, WRITER)
    anyone.open("/agents/connexion", base_url="https://ville.fr")
    form = {"csrf_token": anyone.token(), "adresse": email(WRITER), "mot-de-passe": PASSWORD}
    codes = {}
    for page in ("https://ville.fr:8443", "https://ville.fr"):
        answer = anyone.client.post(
            "/agents/connexion",
            data=form,
            base_url="https://ville.fr",
            headers={"Referer": f"{page}/agents/connexion"},
        )
        codes[page] = answer.status_code, "prévenez l’exploitant" in answer.text
    assert codes == {"https://ville.fr:8443": (400, True), "https://ville.fr": (303, False)}
    assert "le frontal dit un autre hôte" in caplog.text


def test_a_session_that_was_planted_is_not_the_one_that_signs_in(
    site: Flask, base: StaffBase, anyone: Browser
) -> None:
    hired(base, WRITER)
    anyone.open("/agents/connexion")
    planted, known = anyone.client.get_cookie("agents"), anyone.token()
    assert planted is not None
    anyone.sign_in(email(WRITER))
    assert anyone.client.post("/agents/deconnexion", data={"csrf_token": known}).status_code == 400
    thief = Browser(site.test_client())
    thief.client.set_cookie("agents", planted.value)
    assert "/connexion" in thief.open("/agents").headers["Location"]


def test_two_sign_ins_are_two_sessions_and_going_out_ends_its_own(
    site: Flask, base: StaffBase, someone: Someone
) -> None:
    one = someone(WRITER)
    other = Browser(site.test_client())
    other.sign_in(email(WRITER))
    stolen = one.client.get_cookie("agents")
    assert stolen is not None
    assert one.send("/agents/deconnexion").status_code == 303
    thief = Browser(site.test_client())
    thief.client.set_cookie("agents", stolen.value)
    assert thief.open("/agents").status_code == 303
    assert other.open("/agents").status_code == 200
    with base.unit() as unit:
        assert len({item.mark for item in unit.scalars(select(Session))}) == 2


def test_a_changed_password_ends_the_other_sessions_alone(site: Flask, someone: Someone) -> None:
    one = someone(WRITER)
    other = Browser(site.test_client())
    other.sign_in(email(WRITER))
    new = "trois chats bleus chantent"
    one.open("/agents/mot-de-passe")
    assert (
        one.send("/agents/mot-de-passe", actuel="zut", nouveau=new, encore=new).status_code == 400
    )
    for _ in range(7):
        assert (
            one.send("/agents/mot-de-passe", actuel=PASSWORD, nouveau=new, encore="x").status_code
            == 400
        )
    assert (
        one.send("/agents/mot-de-passe", actuel=PASSWORD, nouveau=new, encore=new).status_code
        == 303
    )
    assert one.open("/agents").status_code == 200
    assert other.open("/agents").status_code == 303


def test_one_sees_where_one_is_signed_in_and_ends_each_or_all_the_others(
    site: Flask, base: StaffBase, someone: Someone
) -> None:
    here, stranger = someone(WRITER), someone(READER)
    there, lost, hers = (Browser(site.test_client()) for _ in range(3))
    firefox = "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0"
    for one in (there, lost):
        one.client.environ_base["HTTP_USER_AGENT"] = firefox
        one.sign_in(email(WRITER))
    hers.sign_in(email(READER))
    page = here.open("/agents/connexions").text
    assert (page.count("Firefox sur Windows</th>"), page.count("celle-ci")) == (2, 1)
    ends = re.findall(r'action="(/agents/connexions/\d+/fermer)"', page)
    assert here.send(ends[0]).status_code == 303
    assert [one.open("/agents").status_code for one in (there, lost)] == [200, 303]
    assert "1\u00a0connexion est fermée" in here.open("/agents/connexions").text
    assert here.send(ends[0]).status_code == 303
    assert "n’est plus ouverte" in here.open("/agents/connexions").text
    stranger.open("/agents/connexions")
    assert stranger.send(ends[1]).status_code == 404
    here.send("/agents/connexions/fermer")
    assert [one.open("/agents").status_code for one in (here, there, hers)] == [200, 303, 200]
    assert "/fermer" not in here.open("/agents/connexions").text
    with base.unit() as unit:
        said = unit.scalars(select(JournalEntry).where(JournalEntry.act == "connexions fermées"))
        assert [line.what for line in said] == ["Firefox sur Windows"] * 2


def test_guessing_a_password_waits_longer_and_longer_even_for_the_right_one(
    base: StaffBase, anyone: Browser, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    hired(base, WRITER)
    codes = [anyone.sign_in(email(WRITER), "zut").status_code for _ in range(7)]
    assert codes == [403] * 5 + [429] * 2
    assert anyone.sign_in(email(WRITER)).status_code == 429
    assert "fermé encore 1" in someone(ADMIN).open("/agents/comptes").text
    assert "réessayez dans 1\u00a0minute" in anyone.page.replace(" minute", "\u00a0minute")
    later = journal.now() + dt.timedelta(seconds=31)
    monkeypatch.setattr(attempts, "now", lambda: later)
    assert anyone.sign_in(email(WRITER)).status_code == 303


def test_guessing_the_current_password_of_a_session_waits_too(someone: Someone) -> None:
    one, new = someone(WRITER), "trois chats bleus chantent"
    one.open("/agents/mot-de-passe")
    for _ in range(5):
        one.send("/agents/mot-de-passe", actuel="zut", nouveau=new, encore=new)
    assert "ne convient pas" in one.page
    one.send("/agents/mot-de-passe", actuel=PASSWORD, nouveau=new, encore=new)
    assert "Trop d’essais" in one.page


def test_guessing_many_accounts_from_one_address_waits_too(
    base: StaffBase, anyone: Browser
) -> None:
    hired(base, WRITER)
    codes = [anyone.sign_in(f"{rank}@ville.fr", "zut").status_code for rank in range(21)]
    assert codes == [403] * 20 + [429]
    assert anyone.sign_in(email(WRITER)).status_code == 429
    elsewhere = {"REMOTE_ADDR": "10.1.2.3"}
    anyone.open("/agents/connexion", environ_base=elsewhere)
    form = {"csrf_token": anyone.token(), "adresse": email(WRITER), "mot-de-passe": PASSWORD}
    answer = anyone.client.post("/agents/connexion", data=form, environ_base=elsewhere)
    assert answer.status_code == 303


def test_only_a_front_server_that_is_trusted_says_the_address(anyone: Browser) -> None:
    direct = {"REMOTE_ADDR": "10.9.9.9"}
    for rank in range(21):
        anyone.open("/agents/connexion", environ_base=direct)
        form = {"csrf_token": anyone.token(), "adresse": f"{rank}@x.fr", "mot-de-passe": "zut"}
        said = {"X-Forwarded-For": f"10.0.0.{rank}"}
        answer = anyone.client.post(
            "/agents/connexion", data=form, headers=said, environ_base=direct
        )
    assert answer.status_code == 429


def test_an_office_that_mistypes_every_day_never_waits(
    base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, day = (attempts.Door("bureau", attempts.ADDRESS),), dt.timedelta(days=1)
    for rank in range(60):
        later = journal.now() + rank * day / 6
        monkeypatch.setattr(attempts, "now", lambda later=later: later)
        with base.unit() as unit:
            attempts.failed(unit, door)
            assert attempts.wait(unit, door) == dt.timedelta(), rank


def test_whoever_tries_again_once_the_wait_is_over_waits_as_long_again(
    base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, when, waits = (attempts.Door("attaque", 0),), journal.now(), []
    for _ in range(12):
        monkeypatch.setattr(attempts, "now", lambda when=when: when)
        with base.unit() as unit:
            attempts.failed(unit, door)
            waits.append(attempts.wait(unit, door))
        when += waits[-1]
    assert waits == sorted(waits)
    assert waits[-3:] == [attempts.LONGEST] * 3


def test_the_wait_doubles_and_never_passes_an_hour() -> None:
    waits = [attempts.delay(over).total_seconds() for over in range(-1, 12)]
    assert waits[:5] == [0, 30, 60, 120, 240]
    assert waits[-1] == attempts.delay(10**6).total_seconds() == 3600


def test_a_password_that_is_refused_is_asked_again_then_opens_the_site(
    base: StaffBase, anyone: Browser
) -> None:
    link = f"/agents/lien/{hired(base, WRITER, password=None)}"
    for once, again, why in (
        ("motdepasse123", "motdepasse123", "prenez plutôt quelques mots"),
        (PASSWORD, "autre", "diffèrent"),
    ):
        anyone.open(link)
        where = anyone.send(link, nouveau=once, encore=again).headers["Location"]
        assert where == link
        assert why in anyone.open(where).text
    anyone.send(link, nouveau=PASSWORD, encore=PASSWORD)
    assert anyone.open(link).status_code == 410
    assert anyone.sign_in(email(WRITER)).status_code == 303


@pytest.mark.parametrize("who", [email(WRITER), "inconnue@ville.fr"])
def test_nothing_tells_an_unknown_account_from_a_wrong_password(
    base: StaffBase, anyone: Browser, who: str
) -> None:
    hired(base, WRITER)
    anyone.sign_in(who, "mauvais mot de passe")
    assert "L’adresse ou le mot de passe ne convient pas." in anyone.page
    with base.unit() as unit:
        last = unit.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert last is not None
    assert (last.act, last.who, last.what, last.why) == ("connexion refusée", "inconnu", "", "")


@pytest.mark.parametrize(
    "suite",
    [
        "https://ailleurs.fr",
        "//ailleurs.fr",
        "/\\ailleurs.fr",
        "/agents//ailleurs.fr",
        "/agents/..//ailleurs.fr",
        "/agents@ailleurs.fr",
        "javascript:alert(1)",
        "/agents/nulle-part",
        "/agents/deconnexion",
        "/agents/tables/..\\ailleurs.fr",
        "/agents\r\nX: x",
        "/",
    ],
)
def test_signing_in_leads_nowhere_but_to_a_page_of_this_site(
    base: StaffBase, anyone: Browser, suite: str
) -> None:
    hired(base, WRITER)
    assert anyone.sign_in(email(WRITER), suite=suite).headers["Location"] == "/agents"


def test_signing_in_leads_to_the_page_that_was_asked(base: StaffBase, anyone: Browser) -> None:
    hired(base, ADMIN)
    asked = anyone.open("/agents/comptes").headers["Location"]
    assert asked == "/agents/connexion?suite=/agents/comptes"
    answer = anyone.sign_in(email(ADMIN), suite="/agents/comptes")
    assert answer.headers["Location"] == "/agents/comptes"


def test_an_account_of_another_territory_does_not_come_in(base: StaffBase, anyone: Browser) -> None:
    hired(base, ADMIN, "ailleurs")
    assert anyone.sign_in(email(ADMIN)).status_code == 403


def test_a_closed_account_does_not_come_in_though_its_password_were_left(
    base: StaffBase, anyone: Browser
) -> None:
    hired(base, WRITER)
    with base.unit() as unit:
        unit.get_one(Account, 1).closed = journal.now()
    assert anyone.sign_in(email(WRITER)).status_code == 403


def test_an_administrator_reaches_no_account_of_another_territory(
    base: StaffBase, someone: Someone
) -> None:
    hired(base, WRITER, "ailleurs")
    admin = someone(ADMIN)
    for act in ("lien", "role", "retirer"):
        admin.send(f"/agents/comptes/1/{act}", role="lecteur")
        assert "n’existe pas" in admin.open("/agents/comptes").text


def test_every_answer_carries_its_headers_and_is_kept_nowhere(
    anyone: Browser, someone: Someone
) -> None:
    admin = someone(ADMIN)
    answers = [
        anyone.open(path) for path in ("/agents", "/agents/connexion", "/agents/zut", "/zut")
    ]
    answers += [admin.open(path) for path in ("/agents", "/agents/comptes", "/agents/journal")]
    answers.append(admin.client.post("/agents/comptes"))
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "noindex" in answer.headers["X-Robots-Tag"]


def test_the_cookie_is_bound_to_the_host_over_https_and_no_script_reads_it(anyone: Browser) -> None:
    plain = anyone.open("/agents/connexion").headers["Set-Cookie"]
    assert plain.startswith("agents=")
    secure = anyone.client.get("/agents/connexion", base_url="https://ville.fr")
    kept = secure.headers["Set-Cookie"]
    assert kept.startswith("__Host-agents=")
    for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in kept
    assert "Domain" not in kept


def test_a_name_is_text_wherever_it_is_shown(base: StaffBase, someone: Someone) -> None:
    admin = someone(ADMIN)
    name = '<img src=x onerror="alert(1)">'
    admin.send("/agents/comptes", nom=name, adresse="x@ville.fr", role="lecteur")
    for path in ("/agents/comptes", "/agents/journal"):
        assert "<img" not in admin.open(path).text


def test_a_failure_of_ours_says_a_sentence_and_no_trace(
    site: Flask, anyone: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    view = site.view_functions["door.sign_in"]

    def broken() -> str:
        raise RuntimeError("secret")

    broken._opened_to = ANYONE  # type: ignore[attr-defined]
    site.view_functions["door.sign_in"] = broken
    answer = anyone.open("/agents/connexion")
    site.view_functions["door.sign_in"] = view
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Une erreur est survenue" in answer.text
    assert "secret" in caplog.text
