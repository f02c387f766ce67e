"""A draft is looked at as the public will see it, by staff alone; everywhere it says that it is not
published."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask, Response
from werkzeug.wrappers import Response as AnyResponse

from dashboard.domain.settings import DRAFT
from dashboard.pages import PAGES
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft
from dashboard.staff.drafts import drafts
from dashboard.staff.pages import previews
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import previewing
from tests.documents import tagged
from tests.staff.conftest import Browser, Someone, worked
from tests.staff.drafts.test_drafts import GOOD, loaded

pytestmark = pytest.mark.usefixtures("here")

ROOT = "/agents/brouillons/1/vu"
ACTION = "/actions/P147-2019-001"
ADDRESS = re.compile(r'\b(?:href|action|formaction|src)="(/[^"]*)"')


def looked_at(who: Browser, published: StaffSettings, base: StaffBase) -> None:
    loaded(who, published, base, "liste-2019.csv", GOOD)
    who.open("/agents/brouillons/1")
    job = who.send("/agents/brouillons/1/apercu").headers["Location"]
    assert worked(published, base) == "fini : L’aperçu est prêt."
    assert who.open(job).headers["Location"] == f"{ROOT}/"


BACK = ROOT.removesuffix("/vu")


def test_every_page_is_the_public_one_says_that_it_is_a_draft_and_is_kept_by_nobody(
    published: StaffSettings, base: StaffBase, someone: Someone, site: Flask
) -> None:
    writer = someone(StaffRole.WRITER)
    looked_at(writer, published, base)
    fixed = [page.path for page in PAGES if "*" not in page.path]
    assert len(fixed) > 8
    for path in (*fixed, ACTION, "/actions?annee=2019", "/fiche/actions", "/quartiers/QP099001"):
        found = writer.open(f"{ROOT}{path}")
        if found.status_code == 302:
            assert found.headers["Location"].startswith(f"{ROOT}/")
            found = writer.open(found.headers["Location"])
        assert found.status_code == 200, path
        assert DRAFT in unescape(found.text).replace("\u00a0", " "), path
        assert '<meta name="robots" content="noindex">' in found.text
        assert found.headers["Cache-Control"] == "no-store"
        assert "noindex" in found.headers["X-Robots-Tag"]
        assert "script" not in found.headers["Content-Security-Policy"]
        assert not re.search(r"<script(?![^>]*application/json)", found.text), path
        led = {unescape(href) for href in ADDRESS.findall(found.text)}
        assert {href for href in led if not href.startswith((ROOT, "/statique/"))} == {BACK}, path
    _files_say_it_too(writer)
    _nobody_else_sees_it(writer, base, someone, site)


def test_the_public_site_that_shows_a_draft_is_not_told_who_asks(
    published: StaffSettings, base: StaffBase, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def answered(_: object, asked: dict[str, str], **__: object) -> Response:
        told.append(asked["HTTP_COOKIE"])
        return Response()

    writer = someone(StaffRole.WRITER)
    looked_at(writer, published, base)
    monkeypatch.setattr(AnyResponse, "from_app", answered)
    writer.open(f"{ROOT}/")
    assert told == [""]


def _files_say_it_too(writer: Browser) -> None:
    image = writer.open(f"{ROOT}/figure/actions/montants.svg?annee=2019")
    assert "Brouillon" in image.text
    assert "brouillon" in image.headers["Content-Disposition"]
    table = writer.open(f"{ROOT}/export/actions/montants.csv?annee=2019")
    assert "brouillon" in table.headers["Content-Disposition"]
    whole = writer.open(f"{ROOT}/telecharger/actions.csv")
    assert "actions_brouillon.csv" in whole.headers["Content-Disposition"]
    document = writer.open(f"{ROOT}/document/fiche/actions.pdf?annee=2019")
    assert "Brouillon" in " ".join(tagged.texts(document.data))
    for answer in (image, table, whole, document):
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert writer.client.post(f"{ROOT}/_dash-update-component").status_code in (400, 405)
    assert writer.open(f"{ROOT}/rien").status_code == 404


def _nobody_else_sees_it(writer: Browser, base: StaffBase, someone: Someone, site: Flask) -> None:
    stranger = Browser(site.test_client())
    for path in ("/", ACTION, "/document/actions.pdf", "/sante"):
        found = stranger.open(f"{ROOT}{path}")
        assert found.status_code == 303
        assert found.headers["Location"].startswith("/agents/connexion")
    assert someone(StaffRole.READER).open(f"{ROOT}{ACTION}").status_code == 200
    for path in ("/agents/brouillons/2/vu/", "/agents/brouillons/999/vu/actions"):
        assert writer.open(path).status_code == 404
    with base.unit() as unit:
        unit.get_one(Draft, 1).territory = "ailleurs"
    assert writer.open(f"{ROOT}{ACTION}").status_code == 404
    with base.unit() as unit:
        unit.get_one(Draft, 1).territory = "exemple"


def test_without_a_preview_one_is_sent_to_ask_for_it_and_one_goes_with_its_draft(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer = someone(StaffRole.WRITER)
    loaded(writer, published, base, "liste-2019.csv", GOOD)
    assert writer.open(f"{ROOT}/").headers["Location"] == "/agents/brouillons/1"
    assert "n’est pas prêt" in writer.open("/agents/brouillons/1").text
    home = drafts.preview(published, 1)
    home.mkdir()
    writer.open("/agents/brouillons/1")
    writer.send("/agents/brouillons/1/controler")
    worked(published, base)
    assert not home.exists()
    home.mkdir()
    writer.open("/agents/brouillons/1")
    writer.send("/agents/brouillons/1/supprimer")
    assert not home.exists()
    assert writer.open(f"{ROOT}/").status_code == 404


def test_a_few_previews_are_kept_those_made_last(published: StaffSettings) -> None:
    for number in range(1, previewing.MOST + 3):
        drafts.preview(published, number).mkdir(parents=True)
        previewing._bound(published, number)
    left = sorted(int(path.parent.name) for path in published.home.glob("brouillons/*/apercu"))
    assert left == list(range(3, previewing.MOST + 3))
    assert previews.OPEN <= previewing.MOST
