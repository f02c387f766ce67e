"""The verb that brings an official file in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.cli.options import ClickCommand
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
    from dashboard.importers.entry import FileReader
    from dashboard.importers.imported import Refused

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


_file = click.argument("fichier", metavar="FICHIER", type=click.Path(path_type=Path))
_columns = click.option(
    "--colonnes",
    metavar="FICHIER",
    type=click.Path(path_type=Path),
    help="Dit ce que contient chaque colonne d’une table que rien ne reconnaît (TOML).",
)


@dataclass(frozen=True, slots=True)
class Given:
    """A file to bring in, and the one that says what its columns are, where it has to be said."""

    path: Path
    columns: Path | None

    @property
    def reading(self) -> FileReader:
        """How it is read; Refused where what is said of its columns cannot be."""
        from dashboard.importers import entry
        from dashboard.importers.matching import written

        said = written.opened(self.columns) if self.columns else None
        return partial(entry.apart, said=said)


def _given(command: ClickCommand) -> ClickCommand:
    """The file and its columns, given to the command as ``given``."""

    @wraps(command)
    def told(fichier: Path, colonnes: Path | None, **others: Any) -> Any:
        return command(given=Given(fichier, colonnes), **others)

    return _file(_columns(told))


@click.command()
@_given
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
    given: Given,
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
    version. Une table que rien ne reconnaît entre avec --colonnes.
    """
    from dashboard.importers import apply, entry
    from dashboard.importers.imported import Refused
    from dashboard.importers.report import told

    try:
        reading = given.reading
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
            if essai or planned.nothing:
                say(["Essai : rien n’a été écrit." if essai else "Il n’y a rien à écrire."])
                return
            written = french.listed(apply.write(planned, work.folder))
            made = work.keep(_named(reason, planned), lambda _: _origin(given.path, planned))
            say([f"Déposé : version {made.number} ({written})." if made else f"Écrit : {written}."])
    except Refused as error:
        raise stop([str(error), *_unknown(error)]) from error
    say(["Pour le publier : python -m dashboard publier"])


@click.command()
@click.argument("fichier", metavar="FICHIER", type=click.Path(path_type=Path))
@territory_options
def colonnes(paths: TerritoryPaths, fichier: Path) -> None:
    """Propose ce que contient chaque colonne d’une table que rien ne reconnaît, en TOML.

    À enregistrer, à corriger, puis à donner à « importer --colonnes ».
    """
    from dashboard.importers import entry
    from dashboard.importers.imported import Refused
    from dashboard.importers.matching.written import proposed

    try:
        with working(paths) as work:
            seen = entry.looked_at(fichier, work.folder)
    except Refused as error:
        raise stop([str(error)]) from error
    if seen is None:
        raise stop([f"{fichier.name} : ce n’est pas une table avec des titres de colonnes."])
    click.echo(proposed(seen), nl=False)


def _unknown(error: Refused) -> list[str]:
    """What to do with a table that no importer knows."""
    from dashboard.importers.recognise import is_unknown

    said = "Si c’est une table, dites ses colonnes : python -m dashboard colonnes FICHIER"
    return [said] if is_unknown(error) else []


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
