"""/preparation/<ticket>: a document that takes a while is told, given, given up; by the real press,
for two services that share a folder."""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from benchmarks.memory import children
from dashboard.documents.offers import KINDS
from dashboard.press import rack
from dashboard.press.desk import Desk
from dashboard.press.limits import Limits
from dashboard.press.work import BEGUN, FAILED, PROGRESS, READY, Work
from dashboard.store.store_provider import FollowedStore
from dashboard.web import factory
from dashboard.web.factory import create_app

REPORT = "/document/bilan/2016.pptx"
SHEETS = "/document/quartiers.zip?annee=2025&generation=2015"


@pytest.fixture(scope="module")
def workers(var: Path) -> Iterator[tuple[FlaskClient, FlaskClient]]:
    """Two services of one territory, and the press that either starts."""
    apps = [create_app(var=var, territory="grand-chambery") for _ in range(2)]
    yield apps[0].server.test_client(), apps[1].server.test_client()
    for child in children(os.getpid()):
        if b"dashboard.press" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(child, signal.SIGTERM)


@pytest.fixture(scope="module")
def unpressed(var: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[FlaskClient, Path]:
    """A service whose press never comes, and its folder."""
    folder = tmp_path_factory.mktemp("presse") / "documents"
    with pytest.MonkeyPatch.context() as patched:
        desk = Desk(folder, Limits(waiting=2, each=2), lambda: None)
        patched.setattr(factory, "_desk", lambda *_: desk)
        app = create_app(var=var, territory="grand-chambery")
    return app.server.test_client(), folder


@pytest.fixture
def idle(unpressed: tuple[FlaskClient, Path]) -> FlaskClient:
    """That service, of which nothing was asked yet: what it says while a reader waits."""
    client, folder = unpressed
    shutil.rmtree(folder, ignore_errors=True)
    return client


@pytest.fixture
def work(unpressed: tuple[FlaskClient, Path]) -> Callable[[], Work]:
    """What gives the one document that was asked."""
    return lambda: Work(next((unpressed[1] / "travaux").iterdir()))


def asked(client: FlaskClient, address: str = REPORT) -> str:
    found = client.get(address)
    assert found.status_code == 303, found.get_data(as_text=True)
    return str(found.headers["Location"])


def ready(client: FlaskClient, where: str) -> TestResponse:
    """The page once the document is ready."""
    limit = time.monotonic() + 120
    while True:
        found = client.get(where)
        if found.status_code != 202:
            return found
        assert time.monotonic() < limit
        time.sleep(0.1)


def text(found: TestResponse) -> str:
    return found.get_data(as_text=True)


def test_a_report_to_show_is_prepared_told_and_given_by_either_service(
    workers: tuple[FlaskClient, FlaskClient],
) -> None:
    one, two = workers
    where = asked(one)
    page = ready(two, where)
    assert page.status_code == 200
    assert "Document prêt" in text(page)
    assert "_bilan_2016.pptx" in text(page)
    assert f'content="0; url={where}/fichier"' in text(page)
    found = one.get(f"{where}/fichier", buffered=True)
    assert found.headers["Content-Disposition"].endswith("_bilan_2016.pptx")
    assert zipfile.ZipFile(io.BytesIO(found.get_data())).testzip() is None
    again = two.get(REPORT, buffered=True)
    assert again.status_code == 200
    assert again.get_data() == found.get_data()


def test_a_press_that_is_killed_comes_back_by_itself_and_ends_what_it_began(
    workers: tuple[FlaskClient, FlaskClient], var: Path
) -> None:
    one, two = workers
    where = asked(one, SHEETS)
    (folder,) = {path.parent for path in var.glob("documents/*/travaux/*/demande.json")} - {
        path.parent for path in var.glob("documents/*/travaux/*/pret.json")
    }
    limit = time.monotonic() + 60
    while not (folder / BEGUN).is_file() and time.monotonic() < limit:
        one.get(where)
        time.sleep(0.05)
    presses = [pid for pid in map(int, _processes()) if _runs_press(pid, var)]
    assert presses
    for pid in presses:
        os.kill(pid, signal.SIGKILL)
    page = ready(two, where)
    assert "Document prêt" in text(page)
    with zipfile.ZipFile(
        io.BytesIO(two.get(f"{where}/fichier", buffered=True).get_data())
    ) as archive:
        assert len(archive.namelist()) == 18


def _processes() -> list[str]:
    return [path.name for path in Path("/proc").iterdir() if path.name.isdigit()]


def _runs_press(pid: int, var: Path) -> bool:
    try:
        said = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"dashboard.press" in said and str(var).encode() in said


def test_who_waits_is_told_when_to_come_back_and_comes_back_without_script(
    idle: FlaskClient,
) -> None:
    where = asked(idle)
    found = idle.get(where)
    assert found.status_code == 202
    assert found.headers["Retry-After"] == "2"
    assert found.headers["Cache-Control"] == "no-store"
    page = text(found)
    assert re.search('<noscript><meta http-equiv="refresh" content="2">\\s*</noscript>', page)
    assert "Il est le prochain." in page
    assert "Bilan annuel 2016\u00a0: PPTX" in page
    for words in (f'href="{where}"', ">Actualiser<", ">Annuler<", "noindex"):
        assert words in page
    still = text(idle.get(f"{where}?arret"))
    assert "http-equiv" not in still
    assert ">Actualiser<" in still


def test_a_document_is_given_whatever_the_folder_is_named_from(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(var.parent)
    monkeypatch.setattr(factory, "Starter", lambda *_: lambda: None)
    app = create_app(var=Path(var.name), territory="grand-chambery")
    client, works = app.server.test_client(), rack.of(var, "grand-chambery").prepared().works
    before = {work.key for work in works()}
    where = asked(client, "/document/bilan/2017.odp")
    (made,) = [work for work in works() if work.key not in before]
    made.document.write_bytes(b"un diaporama")
    made.write(READY, {"name": "bilan.odp", "size": 12})
    found = client.get(f"{where}/fichier")
    assert (found.status_code, found.get_data()) == (200, b"un diaporama")
    found.close()
    client.post(where)
    made.drop()


def test_how_far_it_is_is_told_as_it_is(idle: FlaskClient, work: Callable[[], Work]) -> None:
    where = asked(idle)
    work().write(BEGUN, {"tries": 1, "since": time.time() - 4})
    assert "a commencé il y a 4\u00a0secondes" in text(idle.get(where))
    work().write(PROGRESS, {"done": 412, "whole": 1600})
    page = text(idle.get(where))
    assert "412 fiches sur 1\u202f600 sont faites" in page
    assert re.search(r'<progress[^>]* max="1600" value="412"', page)
    told = idle.get(f"{where}?etat")
    assert told.status_code == 202
    assert text(told).startswith("<p>412 fiches")
    work().write(FAILED, {"why": "Plus de place."})
    page = text(idle.get(where))
    assert "Plus de place." in page
    assert f'href="{REPORT}"' in page
    assert "http-equiv" not in page


def test_a_document_given_up_is_no_longer_there_and_its_reader_is_back_on_the_page(
    idle: FlaskClient,
) -> None:
    where = asked(idle, f"{REPORT}?pilier=emploi")
    found = idle.post(where)
    assert (found.status_code, found.headers["Location"]) == (303, "/bilan/2016?pilier=emploi")
    assert idle.get(where).status_code == 410
    assert "n’est plus là" in text(idle.get(where))


def test_nothing_is_given_of_a_publication_that_was_withdrawn(
    idle: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = asked(idle)
    monkeypatch.setattr(FollowedStore, "withdrawn", lambda *_: "Un nom y était.")
    for address in (where, f"{where}/fichier"):
        found = idle.get(address)
        assert found.status_code == 410
        assert "Un nom y était." in text(found)


@pytest.mark.parametrize("ticket", ["x", "%2e%2e", "a" * 32, "*", "travaux"])
def test_a_ticket_that_nobody_holds_says_so(idle: FlaskClient, ticket: str) -> None:
    asked(idle)
    assert idle.get(f"/preparation/{ticket}").status_code == 410
    assert idle.get(f"/preparation/{ticket}/fichier").status_code == 303
    assert idle.post(f"/preparation/{ticket}").status_code == 303


def test_one_reader_too_many_is_told_in_french_when_to_come_back(idle: FlaskClient) -> None:
    asked(idle)
    asked(idle, "/document/bilan/2017.pptx")
    mine = idle.get("/document/bilan/2018.pptx")
    assert (mine.status_code, mine.headers["Retry-After"]) == (429, "5")
    assert "cette adresse" in text(mine)
    elsewhere = {"REMOTE_ADDR": "10.9.8.7"}
    others = idle.get("/document/bilan/2018.pptx", environ_base=elsewhere)
    assert (others.status_code, others.headers["Retry-After"]) == (503, "5")
    assert "Trop de documents" in text(others)


def test_who_reloads_the_address_of_a_document_waits_for_the_same_one(idle: FlaskClient) -> None:
    assert len({asked(idle) for _ in range(12)}) == 1


@pytest.mark.parametrize("address", [REPORT, SHEETS])
def test_who_only_looks_at_the_address_of_a_long_document_has_nothing_made(
    idle: FlaskClient, unpressed: tuple[FlaskClient, Path], address: str
) -> None:
    found = idle.head(address)
    kind = KINDS[address.partition("?")[0].rpartition(".")[2]]
    assert (found.status_code, found.mimetype) == (200, kind)
    assert "Content-Length" not in found.headers
    assert not unpressed[1].exists()


def test_the_page_of_a_preparation_has_one_place_that_speaks_and_names_its_form(
    idle: FlaskClient,
) -> None:
    page = text(idle.get(asked(idle)))
    assert page.count('role="status"') == 1
    forms = re.findall(r"<form\b[^>]*>", page)
    assert any('method="post"' in form for form in forms)
    assert all("aria-label=" in form for form in forms)


def test_a_small_document_is_given_at_once(idle: FlaskClient) -> None:
    assert idle.get("/document/quartiers/QP073001.pdf").status_code == 200
    few = idle.get("/document/quartiers.pdf?annee=2025&generation=2024")
    assert (few.status_code, few.mimetype) == (200, "application/pdf")


def test_under_a_frozen_address_a_document_stays_under_it(idle: FlaskClient) -> None:
    digest = idle.get("/sante").get_json()["publication"]
    where = asked(idle, f"/v/{digest}{REPORT}")
    assert where.startswith(f"/v/{digest}/preparation/")
    assert idle.get(where).status_code == 202
    assert idle.post(where).headers["Location"] == f"/v/{digest}/bilan/2016"


def test_an_order_can_be_made_again_from_what_is_written(
    idle: FlaskClient, work: Callable[[], Work]
) -> None:
    asked(idle)
    order = work().order()
    assert order.key == work().key
    assert replace(order, query="pilier=emploi").key != work().key
