"""The staff sites of two territories stand behind one address: nothing crosses from one to the
other."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from flask.templating import DispatchingJinjaLoader
from jinja2 import TemplateNotFound
from werkzeug.test import Client

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Draft
from dashboard.staff.jobs import jobs
from dashboard.staff.journal import now
from dashboard.staff.service.several import create_sites
from dashboard.staff.settings import StaffSettings, from_environment, together
from dashboard.system.mounts import Mount
from tests.conftest import ROOT
from tests.e2e.checks.markup import faults_of
from tests.staff.conftest import PASSWORD, Browser, email, hired
from tests.staff.desk.test_guard import ROUTES, address
from tests.walked import some

HERE, OTHER = "exemple", "grand-chambery"
LOCAL = re.compile(r'\b(?:href|action|src)="(/[^"]*)"')


@pytest.fixture
def both(settings: StaffSettings, base: StaffBase) -> Client:
    """Their sites by path, an administrator in each."""
    elsewhere = replace(settings, territory=OTHER, data=ROOT / "data" / OTHER)
    for one in (HERE, OTHER):
        hired(base, StaffRole.ADMIN, one)
    mounts = {Mount(HERE, path="/exemple"): settings, Mount(OTHER, path="/chambery"): elsewhere}
    return Client(create_sites(mounts, base))


def signed_in(client: Client, path: str) -> Browser:
    who = Browser(client)  # type: ignore[arg-type]  # a client of Werkzeug does as that of Flask
    who.open(f"{path}/agents/connexion")
    form = {"csrf_token": who.token(), "adresse": email(StaffRole.ADMIN), "mot-de-passe": PASSWORD}
    answer = client.post(f"{path}/agents/connexion", data=form)
    assert answer.headers["Location"] == f"{path}/agents"
    return who


def test_every_page_of_staff_stays_under_the_path_of_its_territory(both: Client) -> None:
    who = signed_in(both, "/chambery")
    for path in ("", "/tables", "/versions", "/comptes", "/journal", "/deposer", "/connexions"):
        answer = who.open(f"/chambery/agents{path}")
        assert answer.status_code == 200, path
        leads = some(map(unescape, LOCAL.findall(answer.text)))
        assert [one for one in leads if not one.startswith("/chambery/")] == []
    assert 'aria-current="page">Comptes' in who.open("/chambery/agents/comptes").text
    assert both.get("/chambery/statique/staff.css").status_code == 200
    answer = who.send("/chambery/agents/deconnexion")
    assert answer.headers["Location"] == "/chambery/agents/connexion"


def test_the_session_of_one_territory_opens_no_page_of_another(both: Client) -> None:
    signed_in(both, "/chambery")
    for (method, rule), asked in ROUTES.items():
        if isinstance(asked, StaffRole) and method == "GET":
            answer = both.get(f"/exemple{address(rule)}")
            assert answer.headers["Location"].startswith("/exemple/agents/connexion"), rule
    assert both.get("/chambery/agents").status_code == 200


def test_what_a_territory_holds_is_nowhere_on_the_site_of_another(
    both: Client, settings: StaffSettings, base: StaffBase
) -> None:
    with base.unit() as unit:
        owner = unit.query(Account).filter_by(territory=OTHER).one()
        told = {"file": "ailleurs.csv", "checksum": "x", "state": "prêt", "found": {}}
        draft = Draft(territory=OTHER, owner=owner.id, created=now(), base=0, **told)
        unit.add(draft)
        unit.flush()
        jobs.ask(unit, owner.id, OTHER, jobs.JobKind.CHECK, draft)
        stranger = owner.id
    who = signed_in(both, "/exemple")
    for path in ("brouillons/1", "brouillons/1/vu/", "brouillons/1/corrige", "travaux/1"):
        assert who.open(f"/exemple/agents/{path}").status_code == 404, path
    for path in ("brouillons/1/publier", "brouillons/1/supprimer", "travaux/1/annuler"):
        who.open("/exemple/agents/deposer")
        assert who.send(f"/exemple/agents/{path}", motif="x").status_code in (400, 404), path
    who.open("/exemple/agents/comptes")
    who.send(f"/exemple/agents/comptes/{stranger}/retirer")
    assert "n’existe pas" in who.open("/exemple/agents/comptes").text
    assert "ailleurs.csv" not in who.open("/exemple/agents").text
    assert "ailleurs.csv" in signed_in(both, "/chambery").open("/chambery/agents").text


def test_the_first_page_leads_to_the_staff_site_of_each_territory(both: Client) -> None:
    page = both.get("/").text
    assert faults_of(page) == []
    assert '<a href="/chambery/agents">Grand Chambéry</a>' in page


def test_the_link_of_a_new_account_bears_the_path_of_its_territory(
    settings: StaffSettings, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERRITOIRES", "chambery=grand-chambery exemple")
    monkeypatch.setenv("ADRESSE_PUBLIQUE", "https://observatoire.exemple")
    one = from_environment(HERE, ROOT / "data", settings.var)
    every = together(one)
    assert [each.territory for each in every.values()] == [OTHER, HERE]
    assert [each.data.name for each in every.values()] == [OTHER, HERE]
    client = Client(create_sites(every, base))
    hired(base, StaffRole.ADMIN)
    who = signed_in(client, "/exemple")
    who.open("/exemple/agents/comptes")
    who.send("/exemple/agents/comptes", adresse="a@ville.fr", nom="Ariane", role="lecteur")
    assert (
        "https://observatoire.exemple/exemple/agents/lien/"
        in who.open("/exemple/agents/comptes").text
    )


def test_a_site_that_runs_answers_with_the_templates_it_began_with(
    both: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def upgraded(_: object, __: object, name: str) -> None:
        raise TemplateNotFound(name)

    monkeypatch.setattr(DispatchingJinjaLoader, "get_source", upgraded)
    for place in ("/exemple/agents/connexion", "/chambery/agents/connexion"):
        assert both.get(place).status_code == 200
