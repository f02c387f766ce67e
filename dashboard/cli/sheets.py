"""The verb that makes the sheets of every quarter, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from dashboard.cli.french import Setting
from dashboard.cli.options import territory_option, var_option
from dashboard.cli.speech import say, stop, tell
from dashboard.domain import french

STEP = 50
"""Sheets between two lines of progress."""


@click.command()
@click.argument("fichier", metavar="[FICHIER]", type=click.Path(path_type=Path), required=False)
@click.option("--annee", metavar="ANNÉE", help="L’année des chiffres ; sinon, la dernière.")
@click.option(
    "--adresse",
    cls=Setting,
    metavar="ADRESSE",
    help="Adresse publique du site, imprimée sur chaque fiche ; sans elle, celle que disent "
    "ADRESSE_PUBLIQUE et TERRITOIRES.",
)
@territory_option
@var_option
def fiches(
    fichier: Path | None, annee: str | None, adresse: str | None, territoire: str, var: Path
) -> None:
    """Fait la fiche PDF de chaque quartier, dans un ZIP ou dans un seul PDF.

    FICHIER se termine par « .pdf » pour un seul PDF. Il n’est là qu’entier : Ctrl+C arrête sans
    rien laisser.
    """
    from dashboard.documents import batch
    from dashboard.documents.imprint import DocumentStamp
    from dashboard.pages import PAGES, quarters, router
    from dashboard.store import NotPublished, open_store
    from dashboard.system import clock, mounts

    try:
        store = open_store(var, territoire)
    except NotPublished as error:
        raise stop([str(error)]) from error
    view = router.view_of(quarters.PAGE, "", f"annee={annee}" if annee else "", store)
    if view.remarks:
        raise stop(view.remarks)
    day = clock.today()
    site = mounts.of_territory(territoire).site if adresse is None else adresse.rstrip("/")
    made = batch.of(PAGES, view, DocumentStamp(site, day))
    target = fichier or Path(f"{made.name}.zip")
    with _whole(target) as opened:
        write = made.album if target.suffix == ".pdf" else made.pack
        write(opened, _told)
    say([f"{french.counted(len(made.codes), 'fiche')} : {target}"])


def _told(done: int, whole: int) -> None:
    if done % STEP == 0:
        tell(f"{french.number(done)} fiches sur {french.number(whole)}…")


@contextmanager
def _whole(target: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name once it is whole; nothing of it is left otherwise."""
    partial = target.with_name(f"{target.name}.partiel")
    try:
        with partial.open("wb") as opened:
            yield opened
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
