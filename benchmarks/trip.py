"""The trip of a person of the staff, in a browser without script, on the service as it is run: a
faulty programming of 500 lines, explained, corrected, previewed, published, then taken back. The
seconds from each act to its page, and to the public site.

``python -m benchmarks.trip 5`` makes it five times on the fictional territory.
"""

from __future__ import annotations

import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import measure
from benchmarks.browser import browsers
from benchmarks.served import answered
from dashboard.importers.templates.programming import TEMPLATE

PYTHON = (sys.executable, "-m", "dashboard")
EMAIL, PASSWORD = "marie@ville.fr", "quatre lapins verts dansent"
NAME = "programmation-2020.csv"
LINES = 500
FAULTS = {41: ("Moulline-Basse", "120"), 207: ("Mouline-Basse", "douze")}
"""What two lines say badly: a quarter, an amount."""
MENDED = {"42 Quartiers": "Mouline-Basse", "208 Montant en euros": "120"}
LOOK, LONGEST = 0.02, 60.0
"""Seconds between two looks at the public site, and that one waits for it."""
TO_KEEP = {"expliquée": 3.0, "retour vu du public": 1.0}
"""Seconds that a step may take."""
Steps = defaultdict[str, list[float]]


def main() -> None:
    """Print the least and the median of each step over as many trips as are asked."""
    times = int(sys.argv[1]) if sys.argv[1:] else 3
    print(f"Machine : {measure.machine()}.\n")
    print("| étape | minimum | médiane | à tenir |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as var, browsers() as start:
        if start is None:
            print("Navigateur absent : rien n’est mesuré.")
            return
        browser = start()
        steps = _trips(browser, Path(var), times)
        browser.close()
    for name, found in steps.items():
        kept = f"{TO_KEEP[name]:.0f} s" if name in TO_KEEP else "–"
        print(f"| {name} | {min(found):.2f} s | {statistics.median(found):.2f} s | {kept} |")


def _trips(browser: Any, var: Path, times: int) -> Steps:
    """The seconds of each step of so many trips. RuntimeError where what was served last is not
    once both sites are started again."""
    steps: Steps = defaultdict(list)
    with _sites(var) as (public, staff):
        page = _signed_in(browser, staff, var)
        for turn in range(times):
            _trip(page, (public, staff), turn, steps)
        last = _served(public)
    with _sites(var) as (public, _):
        if _served(public) != last:
            raise RuntimeError("what was taken back is served again after a restart")
    return steps


@contextmanager
def _sites(var: Path) -> Iterator[tuple[str, str]]:
    """Both sites, as one command runs them: their addresses."""
    ports = [_free_port(), _free_port()]
    said = {"VAR": str(var), "TERRITOIRE": "exemple", "AGENTS": "oui"}
    settings = {**os.environ, **said, "PORT": str(ports[0]), "PORT_AGENTS": str(ports[1])}
    public, staff = (f"http://127.0.0.1:{port}" for port in ports)
    quiet = subprocess.DEVNULL
    command = [*PYTHON, "servir"]
    with subprocess.Popen(command, env=settings, stdout=quiet, stderr=quiet) as service:
        try:
            answered(f"{public}/sante")
            answered(f"{staff}/agents/connexion")
            yield public, staff
        finally:
            service.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _signed_in(browser: Any, staff: str, var: Path) -> Any:
    """The page of a person who made her account by the link of the command, and signed in."""
    added = [*PYTHON, "agent", "ajouter", EMAIL, "--nom", "Marie", "--role", "administrateur"]
    where = ["--territoire", "exemple", "--var", str(var)]
    said = subprocess.run([*added, *where], check=True, capture_output=True, text=True).stdout
    link = re.findall(r"/agents/lien/\S+", said)[0]
    page = browser.new_context(java_script_enabled=False).new_page()
    page.set_default_timeout(LONGEST * 1000)
    page.goto(f"{staff}{link}")
    for field in ("nouveau", "encore"):
        page.fill(f"#{field}", PASSWORD)
    page.click("main button")
    page.fill("#adresse", EMAIL)
    page.fill("#mot-de-passe", PASSWORD)
    page.click("main button")
    page.wait_for_selector("text=Ce que voit le public")
    return page


def _trip(page: Any, sites: tuple[str, str], turn: int, steps: Steps) -> None:
    """One trip, whose amounts no other has."""
    public, staff = sites
    page.goto(f"{staff}/agents/deposer")
    file = {"name": NAME, "mimeType": "text/csv", "buffer": _programming(120 + turn)}
    page.set_input_files("#fichier", file)
    with _timed(steps, "expliquée"):
        page.click("main form button")
        page.wait_for_selector("h2 >> text=Lignes refusées")
    for cell, value in MENDED.items():
        page.fill(f"input[name='{cell}']", value)
    with _timed(steps, "corrigée"):
        page.click("text=Corriger et contrôler de nouveau")
        page.wait_for_selector(f"dt:text-is('{LINES}') + dd:has-text('prises')")
    draft = page.url
    with _timed(steps, "aperçu"):
        page.click("text=Préparer l’aperçu")
        page.wait_for_selector(".bandeau")
    page.goto(draft)
    for box in page.locator("input[name=confirme]").all():
        box.check()
    _say_why(page, public, "publication", steps)
    page.click("tbody tr:nth-child(2) a")
    _say_why(page, public, "retour", steps)


def _say_why(page: Any, public: str, what: str, steps: Steps) -> None:
    """Say why in the form of the page: the seconds until its page, and until the public sees it."""
    page.fill("#motif", "Essai")
    seen = threading.Thread(target=_seen, args=(public, _served(public), what, steps))
    seen.start()
    with _timed(steps, f"{what}, sa page"):
        page.click("form:has(#motif) button")
        page.wait_for_url("**/versions")
    seen.join()


def _seen(public: str, before: str, what: str, steps: Steps) -> None:
    """Keep the seconds until the public is served something else."""
    limit = time.monotonic() + LONGEST
    with _timed(steps, f"{what} vu{'e' * (what == 'publication')} du public"):
        while _served(public) == before and time.monotonic() < limit:
            time.sleep(LOOK)


def _served(public: str) -> str:
    """The publication that the public site serves."""
    with urllib.request.urlopen(f"{public}/sante", timeout=LONGEST) as answer:
        return str(json.load(answer)["publication"])


def _programming(amount: int) -> bytes:
    """The programming of a year, two of whose lines are faulty."""
    head = ";".join(field.title for field in TEMPLATE.fields)
    line = "2020;Atelier {};Régie du Rouet;;Cohésion sociale;;{};habitants;;etat-p147;accordé;{}"
    right = ("Mouline-Basse", str(amount))
    rows = (line.format(n, *FAULTS.get(n, right)) for n in range(1, LINES + 1))
    return "\n".join((head, *rows, "")).encode()


@contextmanager
def _timed(steps: Steps, name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    steps[name].append(time.perf_counter() - begun)


if __name__ == "__main__":
    main()
