"""The verb that brings an official file in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli import columns
from dashboard.cli.speech import say, stop, tell
from dashboard.cli.workplace import (
    Reason,
    TerritoryPaths,
    reason_options,
    territory_options,
    working,
)
from dashboard.domain import french

if TYPE_CHECKING:
    from dashboard.depot import VersionOrigin
    from dashboard.importers.apply import Plan

SWEEPING = (
    "Plus de la moitié des lignes d’une année seraient retirées. "
    "Si le fichier est bien entier, relancez avec --remplacer."
)
DOUBTFUL = (
    "Des lignes seraient retirées : ce sont peut-être celles du fichier qui sont refusées. "
    "Corrigez celles-ci, ou relancez avec --remplacer."
)
UNUSUAL = (
    "Des valeurs sortent de l’ordinaire : elles sont dites plus haut. "
    "Si le fichier a raison, relancez avec --confirmer."
)


@click.command()
@columns.given
@click.option("--essai", is_flag=True, help="Dit ce qui changerait, n’écrit rien.")
@click.option(
    "--remplacer",
    is_flag=True,
    help="Accepte de retirer plus de la moitié d’une année, ou ce que cachent des lignes refusées.",
)
@click.option(
    "--confirmer",
    is_flag=True,
    help="Accepte un saut hors de l’ordinaire, d’une série ou d’un total.",
)
@territory_options
@reason_options(required=False)
def importer(
    paths: TerritoryPaths,
    reason: Reason,
    given: columns.GivenFile,
    essai: bool,
    remplacer: bool,
    confirmer: bool,
) -> None:
    """Fait entrer un fichier officiel dans les données.

    FICHIER est reconnu par son contenu : Insee (DEMO, IPRO, REVN, Filosofi), chiffres des quartiers
    de 2024, subventions de l’État (programme 147), subventions de l’agglomération (SCDL), postes de
    l’ANCT, contours et repères des quartiers, lieux et voies d’une ville. Rien n’est écrit à
    moitié. Chaque ligne du fichier est prise, refusée ou laissée de côté, et le compte est dit :
    une ligne fautive n’arrête pas les autres. Où le dépôt fait foi, le résultat y devient une
    version. Une table que rien ne reconnaît entre avec --colonnes, une fois : ce qui est dit de ses
    colonnes est retenu.
    """
    from dashboard.importers import apply, entry
    from dashboard.importers.imported import Refused
    from dashboard.importers.report import told

    try:
        reading = given.reading(paths)
        with (
            working(paths) as work,
            entry.planned(given.path, work.folder, tell, reading) as planned,
        ):
            say(told(planned))
            going = [SWEEPING] * planned.sweeping + [DOUBTFUL] * planned.doubtful
            unusual = [UNUSUAL] if planned.questions and not confirmer else []
            waiting = [*([] if remplacer else going), *unusual]
            if planned.problems or (waiting and not essai):
                raise stop(["Rien n’a été écrit.", *waiting])
            if not essai:
                given.keep(paths, work.folder)
            if essai or planned.nothing:
                say(["Essai : rien n’a été écrit." if essai else "Il n’y a rien à écrire."])
                return
            written = french.listed(apply.write(planned, work.folder))
            made = work.keep(_named(reason, planned), lambda _: _origin(given.path, planned))
            say([f"Déposé : version {made.number} ({written})." if made else f"Écrit : {written}."])
    except Refused as error:
        raise stop([str(error), *columns.unknown(error)]) from error
    say(["Pour le publier : python -m dashboard publier"])


def _named(reason: Reason, planned: Plan) -> Reason:
    """The reason given, else what was imported."""
    return Reason(reason.who, reason.why or f"Import : {planned.imported.title}")


def _origin(path: Path, planned: Plan) -> VersionOrigin:
    from dashboard.depot import VersionOrigin
    from dashboard.depot.version import sha256
    from dashboard.importers.door.file import open_document

    document = open_document(path)
    licences = {row["licence"] for row in planned.imported.taken.get("sources", ())}
    said = french.listed(sorted(filter(None, licences)))
    return VersionOrigin(document.name, sha256(document.content), planned.imported.title, said)
