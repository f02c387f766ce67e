"""The pages of the staff site, on territories of more and more rows: what a first view takes, what
the next ones do, and the memory at its peak, all in one run.

``python -m benchmarks.staff_pages 500 10000 100000 1000000`` publishes a programming of so many
lines on the fictional territory, has a few more in a draft and one typed in another, then opens
every page that a writer does; the last column is the ratio of the last size to the first one. Times
are those of the processor: the cores may be shared.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks import measure
from benchmarks.programming import DATA, works
from dashboard.depot.edits import RowDiff
from dashboard.staff.accounts import accounts, sessions
from dashboard.staff.accounts.person import person_of
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft
from dashboard.staff.rows import edits
from dashboard.staff.rows.table_lines import TableLines
from dashboard.staff.settings import StaffSettings

WORKS = 3
"""Those of a programming that make the territory: its check, its publication, another check."""
AGAIN = 5
"""Views of a page after the first one."""
EMAIL = "banc@exemple.fr"
PAGES = {
    "accueil": "",
    "déposer": "/deposer",
    "tables": "/tables",
    "actions": "/tables/actions",
    "actions, cherchées (un mot courant)": "/tables/actions?q=association",
    "actions, cherchées (rien)": "/tables/actions?q=introuvable",
    "actions, triées": "/tables/actions?tri=porteur&sens=bas",
    "actions, dernière page": "/tables/actions?page=999999",
    "financements": "/tables/financements",
    "financements, cherchés": "/tables/financements?q=action+12",
    "financements, triés": "/tables/financements?tri=montant&sens=bas",
    "une action": "/tables/actions/{action}",
    "son histoire": "/tables/actions/{action}/histoire",
    "un financement": "/tables/financements/{funding}",
    "nouvelle ligne": "/tables/financeurs/nouvelle",
    "relecture": "/relecture",
    "relecture, filtrée": "/relecture?doute=theme&q=association",
    "sources": "/sources",
    "brouillon d’un fichier": "/brouillons/{file}",
    "brouillon de lignes tapées": "/brouillons/{typed}",
    "réglages": "/reglages",
    "versions": "/versions",
    "version": "/versions/2",
    "journal": "/journal",
}


@dataclass(frozen=True, slots=True)
class Views:
    """The milliseconds of processor of the first view of each page, the least of the next ones, the
    megabytes of the process at its peak."""

    first: dict[str, float]
    again: dict[str, float]
    peak: float


def main() -> None:
    """Print a line for each page, a column for each number of lines that is asked."""
    sizes = [int(said) for said in sys.argv[1:]] or [500, 10_000, 100_000]
    print(f"Machine : {measure.machine()}.\n", flush=True)
    found = [_of(size) for size in sizes]
    _say("première vue", [one.first for one in found], sizes)
    _say("vues d’après", [one.again for one in found], sizes)
    print(f"\nMémoire au plus : {', '.join(f'{one.peak:.0f} Mo' for one in found)}.")


def _of(lines: int) -> Views:
    """What the pages take on a territory of that many lines."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in islice(works(lines, Path(folder)), WORKS):
            pass
        context = multiprocessing.get_context("spawn")
        receive, send = context.Pipe(duplex=False)
        process = context.Process(target=_views, args=(Path(folder), send))
        process.start()
        found: Views = receive.recv()
        process.join()
        return found


def _views(var: Path, send: Connection) -> None:
    """Open every page in a process of its own, then send what they took."""
    from dashboard.staff.service.site import create_site

    settings = StaffSettings("exemple", DATA, var)
    base = StaffBase(settings.base)
    client = create_site(settings, base).test_client()
    named = _prepared(settings, base)
    with client.session_transaction() as session:
        session["_user_id"] = named.pop("token")
    first: dict[str, float] = {}
    again: dict[str, float] = {}
    for name, page in PAGES.items():
        address = f"/agents{page.format(**named)}"
        first[name], *more = _seen(client, address)
        again[name] = min(more)
    send.send(Views(first, again, measure.most()))


def _seen(client: Any, address: str) -> Iterator[float]:
    """The milliseconds of processor of each view of that page. RuntimeError where it has none."""
    for _ in range(1 + AGAIN):
        start = time.process_time()
        status = client.get(address).status_code
        yield (time.process_time() - start) * 1000
        if status != 200:
            raise RuntimeError(f"{address}: {status}")


def _prepared(settings: StaffSettings, base: StaffBase) -> dict[str, str]:
    """Type a row of the person of the bench, and sign her in: what the addresses name."""
    with base.unit() as unit:
        account = accounts.known(unit, settings.territory, EMAIL)
        token = sessions.begin(unit, account)
        file = unit.query(Draft).order_by(Draft.id.desc()).first()
        who = person_of(account, token)
        stand = edits.stand_of(unit, settings, who)
        action, funding = (_last(stand.table(name)) for name in ("actions", "financements"))
        typed = edits.put(unit, settings, who, [("actions", _moved(action))])
        return {
            "token": token,
            "action": edits.marked("actions", action),
            "funding": edits.marked("financements", funding),
            "file": str(file.id if file else 0),
            "typed": str(typed.id),
        }


def _last(lines: TableLines) -> RowDiff:
    return lines[len(lines) - 1]


def _moved(line: RowDiff) -> RowDiff:
    """That action, of another pillar."""
    row = line.after or {}
    pillar = "emploi" if row["pilier"] != "emploi" else "cadre-de-vie"
    return RowDiff(row, {**row, "pilier": pillar, "pilier_origine": "corrigé"})


def _say(what: str, found: list[dict[str, float]], sizes: list[int]) -> None:
    print(f"\n| {what} | {' | '.join(map(str, sizes))} | rapport |")
    print(f"|---|{'---|' * len(sizes)}---|")
    for name in PAGES:
        values = [one[name] for one in found]
        said = " | ".join(f"{value:.0f} ms" for value in values)
        print(f"| {name} | {said} | {values[-1] / values[0]:.1f} |")


if __name__ == "__main__":
    main()
