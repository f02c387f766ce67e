"""The pages of staff that the trip of ``test_staff.py`` does not meet: what waits for a second
person, what was refused, what two people changed, a work that runs, stops or fails, a version that
goes for good, what the site itself refuses. Each passes the checks of every page, magnified."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, Route
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from dashboard.depot import Deposit, Depot, VersionOrigin
from dashboard.depot.merge import Collision
from dashboard.depot.settings_file import with_texts
from dashboard.staff.accounts import passwords, sessions
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.base.tables import Account, Approval, Dispute, Draft, Job
from dashboard.staff.checks import disputes, rebasing
from dashboard.staff.checks.clashes import Clash
from dashboard.staff.checks.rebasing import Rebased
from dashboard.staff.desk import rendering
from dashboard.staff.drafts import drafts
from dashboard.staff.drafts.drafts import DraftState
from dashboard.staff.jobs.jobs import JobKind, JobState
from dashboard.staff.journal import now
from dashboard.staff.pages import jobs
from dashboard.staff.public import truth
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions.approvals import ApprovalState
from tests.conftest import ROOT
from tests.e2e.checks.family import merged
from tests.e2e.checks.keyboard import KEYBOARD
from tests.e2e.checks.looks import OPEN
from tests.e2e.checks.markup import faults_of
from tests.e2e.conftest import Reader
from tests.e2e.test_access import DOUBTFUL, look
from tests.logos import ALT, SVG
from tests.staff.conftest import QUICK, TERRITORY, Browser, copied, email, hired

HOST = "http://127.0.0.1:9"
"""Where the pages are said to be: nothing listens there, the browser is handed each of them."""
NARROW = {"width": 320, "height": 256}
AT_THE_DOOR = "R25"
"""The menu is short for who is not signed in: there is nowhere else to go."""
EDITOR, SECOND, READER = StaffRole.EDITOR, StaffRole.ADMIN, StaffRole.READER
SETTLE = "/departager"
WHY = "La programmation de 2020, corrigée après la revue de projets."
SINCE = {"number": 2, "who": "Paul", "changes": []}
BOTH_CHANGED = [
    Clash(
        (Collision("evenements.csv", "2016-01-12, Assises", "texte", "Un jour.", "Deux jours."),)
    ),
    Clash((Collision("evenements.csv", "2016-01-12, Bal", "texte", "Au parc.", "", whole=True),)),
    Clash((Collision("territoire.toml", theirs="a", ours="b"),)),
]
GONE = OperationalError("select", {}, Exception("la base est partie"))


@dataclass
class Scene:
    """A territory where two people publish: the one who asks, the one who answers."""

    settings: StaffSettings
    base: StaffBase
    site: Flask

    def signed_in(self, role: StaffRole) -> Browser:
        """That person, signed in once more."""
        browser = Browser(self.site.test_client())
        assert browser.sign_in(email(role)).status_code == 303
        browser.open("/agents")
        return browser

    def keep(self, made: Draft | Approval | Job) -> int:
        """Keep it, hers unless said otherwise; its number."""
        with self.base.unit() as unit:
            unit.add(made)
            unit.flush()
            return made.id

    def account(self, role: StaffRole) -> int:
        """The number of the account of that person."""
        with self.base.unit() as unit:
            return unit.query(Account).filter_by(email=email(role)).one().id

    def draft(self, state: DraftState, **found: object) -> int:
        """A draft of the editor; its number."""
        told = {"file": "programmation 2020.csv", "checksum": "0" * 64, "state": str(state)}
        whose = {"territory": TERRITORY, "owner": self.account(EDITOR)}
        said = {"title": "Programmation annuelle, 2020", "licence": [], **found}
        return self.keep(Draft(**whose, **told, created=now(), base=2, found=said))

    def disputed(self, left: int) -> int:
        """A draft of the editor that collides, the last ones left to settle; its number."""
        told = {"left": left, "count": len(BOTH_CHANGED)}
        number = self.draft(DraftState.DISPUTED, disputed=told, seen=2, since=SINCE)
        files = truth.truth(self.settings).files
        rows = rebasing.told(Rebased({}, (files, files, files), tuple(BOTH_CHANGED), {}))
        with self.base.unit() as unit:
            disputes.keep(unit, number, rows)
            unit.execute(
                update(Dispute)
                .where(Dispute.draft == number, Dispute.rank < len(rows) - left)
                .values(kept="publié", who="Paul", when=now())
            )
        return number

    def asked(self, number: int, state: ApprovalState, answer: str = "") -> None:
        """She asked that this draft be published; the other one refuses where there is an
        ``answer``."""
        with self.base.unit() as unit:
            read = drafts.fingerprint(unit.get_one(Draft, number))
        told: dict[str, Any] = {"why": WHY, "read": read, "state": str(state), "answer": answer}
        if answer:
            told |= {"by": self.account(SECOND), "answered": now()}
        whose = {"territory": TERRITORY, "account": self.account(EDITOR)}
        self.keep(Approval(draft=number, asked=now(), **whose, **told))

    def job(self, kind: JobKind, state: JobState, said: str = "", share: int | None = None) -> int:
        """A work that she asked three minutes ago; its number."""
        told: dict[str, Any] = {
            "kind": str(kind),
            "state": str(state),
            "said": said,
            "share": share,
            "asked": {},
        }
        whose = {"territory": TERRITORY, "account": self.account(EDITOR)}
        began = now() - dt.timedelta(minutes=3)
        return self.keep(Job(**whose, **told, step="lecture des lignes", created=began, seen=now()))


@pytest.fixture
def scene(var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """Two versions, the second of which asks for two people and changes a row."""
    monkeypatch.setattr(passwords, "PasswordHasher", lambda: QUICK)
    monkeypatch.setattr(jobs, "PATIENCE", 0.0)
    monkeypatch.setenv("DEPOT_MO", "1")
    copied(var, tmp_path)
    settings = StaffSettings(TERRITORY, ROOT / "data" / TERRITORY, tmp_path)
    base = opened(settings.base)
    for role in (EDITOR, SECOND, READER):
        hired(base, role)
    _two_versions(settings)
    yield Scene(settings, base, create_site(settings, base))
    base.close()


def _two_versions(settings: StaffSettings) -> None:
    depot, files = Depot(settings.var), truth.truth(settings).files
    said = with_texts(files["territoire.toml"], {"approbation": "oui"})
    changed = files["evenements.csv"].replace(
        b"Le contrat est prolong", b"Le contrat de ville est prolong"
    )
    later = {**files, "territoire.toml": said, "evenements.csv": changed}
    for number, kept in enumerate((files, later)):
        why = WHY if number else "Le dossier livré avec le logiciel."
        depot.add(TERRITORY, kept, Deposit("Paul", why, VersionOrigin("saisie", "0" * 64)), number)


def stories(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str, str]]:
    """Each state: what it is, words that only it has, its page."""
    waits, refused = (scene.draft(DraftState.READY) for _ in range(2))
    scene.asked(waits, ApprovalState.WAITING)
    scene.asked(refused, ApprovalState.REFUSED, "Il manque les cofinancements.")
    disputed, settled = (scene.disputed(left) for left in (2, 0))
    runs = scene.job(JobKind.CHECK, JobState.RUNNING, share=40)
    failed = scene.job(JobKind.PUBLISH, JobState.FAILED, "Le disque est plein : relancez-le.")
    stopped = scene.job(JobKind.PREVIEW, JobState.CANCELLED, "Annulé à votre demande.")
    editor, second, reader = (scene.signed_in(role) for role in (EDITOR, SECOND, READER))
    told = {
        "une approbation refusée, une qui attend, des travaux": (editor, "", "vous sont refusées"),
        "ce qu’elle a demandé": (editor, f"/brouillons/{waits}", "Reprendre ma demande"),
        "ce que l’autre doit dire": (second, f"/brouillons/{waits}", "Approuver et publier"),
        "ce qui lui est refusé": (editor, f"/brouillons/{refused}", "cofinancements"),
        "des choix à faire": (editor, f"/brouillons/{disputed}", "il reste 2 choix à faire"),
        "deux valeurs à départager": (editor, f"/brouillons/{disputed}{SETTLE}", "D’un coup"),
        "tout départagé": (editor, f"/brouillons/{settled}{SETTLE}?voir=tout", "Choisi par Paul"),
        "rien qu’à lire": (reader, f"/brouillons/{disputed}{SETTLE}?voir=tout", "Deux jours."),
        "un travail en cours": (editor, f"/travaux/{runs}?suivi=non", "Fait à 40"),
        "un travail échoué": (editor, f"/travaux/{failed}", "Relancer"),
        "un travail annulé": (editor, f"/travaux/{stopped}", "Annulé à votre demande"),
        "une version, et son retrait": (editor, "/versions/1", "Retirer pour de bon"),
        "des connexions": (scene.signed_in(EDITOR), "/connexions", "Fermer toutes les autres"),
        "un acte refusé": (editor, "/comptes", "(erreur 403)"),
    }
    for name, (who, path, words) in told.items():
        yield name, words, who.open(f"/agents{path}").text
    yield "l’histoire d’une ligne", "Remettre ce qu’elle était", _history(editor)
    yield "un logo", "Retirer le logo", _logo(editor)
    yield "un fichier trop grand", "(erreur 413)", _too_large(editor)
    yield "des essais de trop", "Trop d’essais", _too_often(scene)
    yield "à la sortie", "Fermer aussi ma session", _out(scene)
    monkeypatch.setattr(sessions, "account_of", lambda *_: _raise(GONE))
    yield "sans la base", "(erreur 503)", editor.open("/agents").text


def _history(who: Browser) -> str:
    listed = who.open("/agents/tables/evenements?q=avenant").text
    found = re.search(r"/agents/tables/evenements/([0-9a-f]{16})", listed)
    assert found is not None
    return who.open(f"/agents/tables/evenements/{found[1]}/histoire").text


def _logo(who: Browser) -> str:
    who.open("/agents/reglages")
    data = {
        "csrf_token": who.token(),
        "logo_texte": ALT,
        "logo": (io.BytesIO(SVG % b""), "logo.svg"),
    }
    assert who.client.post("/agents/reglages/logo", data=data).status_code == 303
    return who.open("/agents/reglages").text


def _too_large(who: Browser) -> str:
    kind = "multipart/form-data; boundary=b"
    return who.client.post("/agents/deposer", data=b"x" * 2_000_000, content_type=kind).text


def _too_often(scene: Scene) -> str:
    nobody = Browser(scene.site.test_client())
    answers = [nobody.sign_in("personne@ville.fr", "zut") for _ in range(6)]
    assert answers[-1].status_code == 429
    return nobody.page


def _out(scene: Scene) -> str:
    """The page that leads on to the provider, which here stays."""
    with scene.site.test_request_context("/agents/deconnexion"):
        said = rendering.page("deconnexion", fournisseur="ProConnect", adresse="https://id.exemple")
    return re.sub(r'<meta http-equiv="refresh"[^>]*>', "", said)


def _raise(error: Exception) -> Any:
    raise error


def faults(page: Page, html: str) -> list[str]:
    """What is wrong in that page, its folds open, walked by the keyboard and magnified."""
    page.goto(f"{HOST}/agents")
    page.evaluate(OPEN)
    found = merged([KEYBOARD.observe(page), look(page)])
    but = {*DOUBTFUL} | ({AT_THE_DOOR} if "Se déconnecter" not in html else set())
    said = [f"{number} : {what}" for number, what in found.items() if what and number not in but]
    return [*said, *faults_of(html)]


@pytest.mark.slow
def test_every_state_of_a_page_of_staff_passes_the_checks_of_every_page(
    scene: Scene, another: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = another(bypass_csp=True, viewport=NARROW).page
    html = ""

    def handed(route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if path == "/agents":
            return route.fulfill(body=html, content_type="text/html; charset=utf-8")
        found = scene.site.test_client().get(path)
        return route.fulfill(body=found.data, content_type=found.content_type)

    page.route(f"{HOST}/**", handed)
    wrong = {}
    for name, words, html in stories(scene, monkeypatch):
        assert words in html.replace("\u00a0", " "), name
        wrong[name] = faults(page, html)
    assert {name: what for name, what in wrong.items() if what} == {}
