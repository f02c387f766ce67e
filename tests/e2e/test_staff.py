"""A chargée de mission puts her own figures in by herself, and takes them back: the whole trip, in
a browser without scripts, on the service as it is run. Each page that she meets passes the checks
of every page."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, ViewportSize, expect

from dashboard import cli
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.store import publication_pointer
from tests.e2e.captures import NO_GUTTER, WRITTEN
from tests.e2e.checks.family import merged
from tests.e2e.checks.keyboard import KEYBOARD
from tests.e2e.checks.looks import DISPLAY, TOOL
from tests.e2e.checks.markup import served
from tests.e2e.conftest import Reader
from tests.e2e.test_access import DOUBTFUL, look
from tests.service import answered, free_port, running
from tests.test_documentation import IMAGES

PASSWORD = "quatre lapins verts dansent"
ACTION = "PROG-2020-001"
PATH = f"/actions/{ACTION}"
NAME = "programmation-2020.csv"
LINES = 500
"""Lines of the programming of a year, two of them faulty."""
MOST = 12
"""What she may have to do, from the first page to the public one that shows her figures."""
GONE = "Un nom y figurait."
LONG = 120_000
"""Milliseconds that a work may take on a machine that does much else."""
MOMENT = 100
"""Milliseconds between two looks of the public at an address."""
STOPPED = "ERR_CONNECTION"
"""What a browser says of a page that is open while its site is stopped."""
AT_THE_DOOR = "R25"
"""The menu is short before one is signed in: there is nowhere else to go."""
MENU = ("Accueil", "Déposer un fichier", "Tables", "Relecture", "Versions", "Comptes", "Journal")
ASIDE = ("sources", "reglages", "mot-de-passe")
"""The pages that the menu does not open: ages, settings, password. ``test_staff_states.py`` has the
rest."""
NARROW, WIDE = ViewportSize(width=320, height=256), ViewportSize(width=1440, height=900)
PAPER = 1280
"""The width of a picture of the guide."""


@pytest.fixture
def home(var: Path, tmp_path: Path) -> Path:
    """A folder where the fictional territory is published, as it is when nobody acted yet."""
    home = tmp_path / "var"
    name = publication_pointer.named(var, "exemple")
    place = home / "publications" / name
    shutil.copytree(var / "publications" / name, place, copy_function=os.link)
    shutil.copy(var / "courante-exemple", home)
    return home


@contextmanager
def both(home: Path, journal: Path) -> Iterator[tuple[str, str]]:
    """Both sites, as one command runs them: their addresses."""
    port = free_port()
    settings = {"VAR": str(home), "TERRITOIRE": "exemple", "AGENTS": "oui"}
    with running({**settings, "PORT_AGENTS": str(port), "OUVRIERS": "1"}, journal) as service:
        staff = f"http://127.0.0.1:{port}/agents"
        answered(f"{staff}/connexion", 60)
        yield f"http://127.0.0.1:{service.port}", staff


def link(home: Path) -> str:
    """The path of the link that the command shows for a first account."""
    arguments = ["agent", "ajouter", "marie@ville.fr", "--nom", "Marie Martin"]
    arguments += ["--role", "administrateur", "--territoire", "exemple", "--var", str(home)]
    said = CliRunner().invoke(cli.main, arguments).output
    return said.rpartition("/agents")[2].strip()


def passes(page: Page, but: Container[str] = DOUBTFUL) -> None:
    """The page where she stands passes the checks of every page, at a desk and magnified."""
    page.wait_for_load_state()
    found = [KEYBOARD.observe(page), served(page), look(page)]
    page.set_viewport_size(NARROW)
    found += [look(page, (DISPLAY, TOOL))]
    page.set_viewport_size(WIDE)
    faults = merged(found)
    assert {number: what for number, what in faults.items() if what and number not in but} == {}


def come_in(page: Page, staff: str, path: str) -> None:
    page.goto(f"{staff}{path}")
    for field in ("nouveau", "encore"):
        page.fill(f"#{field}", PASSWORD)
    passes(page, but={*DOUBTFUL, AT_THE_DOOR})
    page.click("main button")
    sign_in(page)


def sign_in(page: Page) -> None:
    page.fill("#adresse", "marie@ville.fr")
    page.fill("#mot-de-passe", PASSWORD)
    page.click("main button")
    page.wait_for_selector("text=Ce que voit le public")


@dataclass
class Hand:
    """Her hand on the keyboard of a page, never on a mouse: all that she does there is counted."""

    page: Page
    acts: int = 0

    def click(self, what: str) -> None:
        self.acts += 1
        self.page.locator(what).first.press("Enter")

    def fill(self, where: str, said: str) -> None:
        self.acts += 1
        self.page.fill(where, said)

    def give(self, name: str, content: bytes) -> None:
        self.acts += 1
        with self.page.expect_file_chooser() as asked:
            self.page.press("#fichier", "Enter")
        file = {"name": name, "mimeType": "text/csv", "buffer": content}
        asked.value.set_files(file)  # type: ignore[arg-type]


def programming() -> bytes:
    """The programming of a year as she holds it: a quarter and an amount are badly written."""
    head = ";".join(field.title for field in TEMPLATE.fields)
    line = "2020;Atelier {};Régie du Rouet;;Cohésion sociale;;{};habitants;;etat-p147;accordé;{}"
    said = {41: ("Moulline-Basse", "120"), 207: ("Mouline-Basse", "douze")}
    rows = [line.format(n, *said.get(n, ("Mouline-Basse", "120"))) for n in range(1, LINES + 1)]
    return "\n".join((head, *rows, "")).encode()


def say_why(hand: Hand, why: str) -> None:
    hand.fill("#motif", why)
    hand.click("form:has(#motif) button")
    hand.page.wait_for_url("**/versions", timeout=LONG)


def comes_to_answer(reader: Reader, address: str, status: int) -> bool:
    """Whether the public is told so there, as soon as what was done is served."""
    for _ in range(LONG // MOMENT):
        if said_at(reader, address) == status:
            return True
        reader.page.wait_for_timeout(MOMENT)
    return False


def frozen_address(reader: Reader) -> str:
    """The address at which what the public sees never changes."""
    link = reader.page.locator("footer a", has_text="figé").first
    return str(link.evaluate("link => link.href"))


def said_at(reader: Reader, address: str) -> int:
    """What that address answers."""
    answer = reader.page.goto(address)
    return answer.status if answer else 0


@contextmanager
def signed_in(home: Path, tmp_path: Path, page: Page) -> Iterator[tuple[str, str]]:
    """Both sites, and the person signed in by her first link."""
    with both(home, tmp_path / "journal") as (public, staff):
        come_in(page, staff, link(home))
        yield public, staff


def load(hand: Hand) -> None:
    """The faulty table: what is wrong is told by line, mended in the page, and what it changes."""
    page = hand.page
    hand.click("header nav >> text=Déposer un fichier")
    picture(page, "agents-deposer")
    hand.give(NAME, programming())
    hand.click("main form button")
    page.wait_for_url("**/brouillons/*", timeout=LONG)
    refused = page.locator("section", has=page.locator("h2 >> text=Lignes refusées"))
    told = refused.inner_text()
    assert all(said in told for said in ("Moulline-Basse", "douze", "Vouliez-vous dire"))
    passes(page)
    picture(page, "agents-corriger", 1330)
    cell = "input[name='42 Quartiers']"
    expect(page.locator(cell)).to_have_accessible_description(re.compile("Vouliez-vous dire"))
    hand.fill(cell, "Mouline-Basse")
    hand.fill("input[name='208 Montant en euros']", "120")
    hand.click("text=Corriger et contrôler de nouveau")
    page.wait_for_selector(f"dt:text-is('{LINES}') + dd:has-text('prises')", timeout=LONG)
    assert "Euros par pilier" in page.locator("main").inner_text()


def look_before(hand: Hand) -> None:
    """The draft as the public will see it, then back to it."""
    page = hand.page
    hand.click("text=Préparer l’aperçu")
    page.wait_for_url("**/vu/", timeout=LONG)
    hand.click("header nav >> text=Actions")
    band = page.locator(".bandeau").all_inner_texts()
    if WRITTEN:
        page.goto(f"{page.url}?annee=2020")
    picture(page, "agents-apercu")
    assert any("Brouillon · pas publié" in said.replace("\xa0", " ") for said in band)
    assert "/vu/" in (page.locator("header a").first.get_attribute("href") or "")
    hand.click("text=Revenir au brouillon")
    page.wait_for_selector("#motif")


def picture(page: Page, name: str, height: int = 900) -> None:
    """Have the guide show that page as it is, where its pictures are asked for: it tells the hour,
    so that none is compared with the one before."""
    if WRITTEN:
        page.set_viewport_size({"width": PAPER, "height": height})
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.screenshot(path=IMAGES / f"{name}.png", style=NO_GUTTER)
        page.set_viewport_size(WIDE)


def withdraw(page: Page) -> None:
    """The second version, for good."""
    page.click("tbody tr:nth-child(1) a")
    page.click("text=Retirer pour de bon")
    page.fill("#raison", GONE)
    page.check("#compris")
    page.click("form:has(#raison) button")
    page.wait_for_url("**/versions", timeout=LONG)


def change_a_row(page: Page) -> None:
    """A row typed in a form: its faults told beside the fields, then kept in a draft, then undone;
    the history of one that stands."""
    page.click("header nav >> text=Tables")
    page.click("main >> text=Dates du contrat")
    passes(page)
    page.click("text=Ajouter une ligne")
    page.click("text=Enregistrer dans le brouillon")
    page.wait_for_selector("#erreurs")
    passes(page)
    for field, said in (("date", "14/03/2025"), ("titre", "Assises"), ("texte", "Une *journée*.")):
        page.fill(f"#{field}", said)
    page.select_option("#precision", "jour")
    page.click("text=Enregistrer dans le brouillon")
    page.click("main a:has-text('Votre brouillon')")
    page.wait_for_selector("text=dans ce brouillon")
    passes(page)
    page.click("text=Supprimer ce brouillon")
    page.click("text=Supprimer pour de bon")
    page.wait_for_selector("text=est supprimé")
    page.click("header nav >> text=Tables")
    page.click("main >> text=Dates du contrat")
    page.click("tbody a >> nth=0")
    passes(page)
    page.click("text=Qui a changé cette ligne")
    page.wait_for_selector("text=de cette ligne")
    passes(page)


def say_columns(page: Page) -> None:
    """A table that nothing recognises: what its columns are is asked, and told to be incomplete."""
    hand = Hand(page)
    hand.click("header nav >> text=Déposer un fichier")
    hand.give("suivi.csv", b"Exercice;Action;QPV\n2020;Jardins;Mouline-Basse\n")
    hand.click("main form button")
    page.wait_for_url("**/colonnes", timeout=LONG)
    picture(page, "agents-colonnes", 1150)
    passes(page)
    hand.click("text=Lire le fichier ainsi")
    page.wait_for_selector("#erreurs")
    passes(page)


def put_in(hand: Hand, reader: Reader, public: str) -> str:
    """Her figures, until the public sees them: in few acts, the last one being to open the public
    site. The address at which what it then shows never changes."""
    load(hand)
    look_before(hand)
    assert comes_to_answer(reader, public + PATH, 404)
    say_why(hand, "La programmation de 2020")
    assert comes_to_answer(reader, public + PATH, 200)
    assert hand.acts + 1 <= MOST
    picture(hand.page, "agents-publie", 640)
    return frozen_address(reader)


def look_at_the_others(page: Page, staff: str) -> None:
    """Every page that the menu opens, then those that it does not."""
    for name in MENU:
        page.click(f"header nav >> text={name}")
        passes(page)
        if name == "Relecture":
            page.goto(f"{page.url}?doute=quartiers")
            picture(page, "agents-relecture")
    for path in ASIDE:
        page.goto(f"{staff}/{path}")
        passes(page)


@pytest.mark.slow
def test_figures_are_put_in_seen_by_the_public_and_taken_back_for_good(
    home: Path, tmp_path: Path, another: Callable[..., Reader]
) -> None:
    reader = another(java_script_enabled=False)
    agent = another(bypass_csp=True, viewport=WIDE)
    for seen_by, said in (
        (reader, "404"),
        (reader, "410"),
        (reader, STOPPED),
        (agent, STOPPED),
        (agent, "422"),
        (agent, "404"),
    ):
        seen_by.allowed.append(said)
    page = agent.page
    with signed_in(home, tmp_path, page) as (public, staff):
        frozen = put_in(Hand(page), reader, public)
        page.click("tbody tr:nth-child(2) a")
        passes(page)
        say_why(Hand(page), "Erreur de fichier")
        assert comes_to_answer(reader, public + PATH, 404)
        assert said_at(reader, frozen) == 200
        change_a_row(page)
        say_columns(page)
        page.click("header nav >> text=Versions")
        withdraw(page)
        assert comes_to_answer(reader, frozen, 410)
        assert GONE in reader.page.locator("main").inner_text()
        look_at_the_others(page, staff)
    with both(home, tmp_path / "encore") as (public, _):
        assert comes_to_answer(reader, public + PATH, 404)
