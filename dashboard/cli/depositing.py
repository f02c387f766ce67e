"""The verbs of the depot: what it holds, a version out as a folder, a folder in as a version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.publishing import sentences
from dashboard.cli.speech import moment, say, stop
from dashboard.cli.workplace import Reason, TerritoryPaths, reason_options, territory_options
from dashboard.domain import french

if TYPE_CHECKING:
    from dashboard.depot import Files, Version, VersionOrigin


NAMED = 20
"""Things that a folder lacks which are named one by one."""
KEPT = "Rien n’a changé. Si tout cela est à retirer, relancez avec --remplacer."


@click.command()
@click.argument("dossier", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option(
    "--remplacer", is_flag=True, help="Accepte de retirer ce que tient la dernière version."
)
@territory_options
@reason_options(required=True)
def reprendre(paths: TerritoryPaths, reason: Reason, dossier: Path, remplacer: bool) -> None:
    """Fait d’un dossier une version du dépôt, sans la publier.

    DOSSIER est celui d’un territoire : data/NOM, ou ce qu’« exporter » a écrit, ici ou ailleurs. Il
    est vérifié d’abord. Le dossier de data/ est gardé comme première version ; dès lors le dépôt
    fait foi, et data/ n’est plus publié. Ce qui n’y est pas et que tient la dernière version est
    nommé, et n’est retiré qu’avec --remplacer.
    """
    from dashboard.depot.package import taken

    files, origin = taken(dossier, paths.slug)
    _check(files, paths.slug)
    last = paths.depot.last(paths.slug)
    if last is not None:
        _say_gone(paths, last, files, remplacer)
    last = last or _first(paths, reason.who, files)
    made = _kept(paths, files, reason, origin, last.number if last else 0)
    say([*_told(made, 0), "Pour la publier : python -m dashboard publier"])


def _kept(
    paths: TerritoryPaths, files: Files, reason: Reason, origin: VersionOrigin, after: int
) -> Version:
    from dashboard.depot import Deposit

    deposit = Deposit(reason.who, reason.why, origin)
    return paths.depot.add(paths.slug, files, deposit, after)


def _first(paths: TerritoryPaths, who: str, files: Files) -> Version | None:
    """The folder of ``data/`` as the first version, said where it is kept."""
    from dashboard.depot.first import founded

    made = founded(paths.depot, paths.data, who, files)
    say(_told(made, 0) if made else [])
    return made


def _say_gone(paths: TerritoryPaths, last: Version, files: Files, accepted: bool) -> None:
    """Name what that version holds and the files do not; nothing is done unless it is accepted."""
    from dashboard.depot import sentences
    from dashboard.depot.compare import gone
    from dashboard.depot.version import sha256

    kept = {name for name, content in files.items() if last.files.get(name) == sha256(content)}
    held = {name: paths.depot.file(last, name) or b"" for name in last.files.keys() - kept}
    lost = list(gone(held, files))
    told = [sentences.loss(*one) for one in lost[:NAMED]]
    more = len(lost) - len(told)
    told += [f"  et {french.counted(more, 'autre')}."] if more else []
    if lost and not accepted:
        head = f"La version {last.number} tient ce que ce dossier n’a pas :"
        raise stop([head, *told, KEPT])
    say(["Retiré :", *told] if lost else [])


def _check(files: Files, slug: str) -> None:
    from dashboard.depot.laid import laid
    from dashboard.schema import check_folder

    with laid(files, slug) as folder:
        problems = tuple(problem for problem in check_folder(folder) if problem.blocking)
    if problems:
        raise stop([*sentences(problems), "Rien n’a changé."])


@click.command()
@territory_options
def versions(paths: TerritoryPaths) -> None:
    """Montre les versions du dépôt : qui, quand, pourquoi, de quoi, ce qui change.

    La dernière d’abord. Celle qui est servie est marquée.
    """
    from dashboard.publication import served_version

    held = paths.depot.versions(paths.slug)
    if not held:
        say([f"{_empty(paths)}."])
    served = served_version(paths.var, paths.slug) or 0
    say(line for version in held for line in _told(version, served))


@click.command()
@click.argument("dossier", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option("--version", metavar="NUMÉRO", type=int, help="Laquelle ; sans elle, la dernière.")
@territory_options
def exporter(paths: TerritoryPaths, dossier: Path, version: int | None) -> None:
    """Écrit une version du dépôt dans un dossier neuf, décrit (Frictionless).

    Ce dossier est une sauvegarde, et de quoi déménager : « reprendre » le fait entrer ailleurs.
    """
    from dashboard.depot import package

    last = paths.depot.last(paths.slug)
    if last is None:
        raise stop([f"{_empty(paths)} : déposez-en une par « reprendre »."])
    found = paths.depot.version(paths.slug, last.number if version is None else version)
    package.export(found, paths.depot.files(found), dossier)
    count = french.counted(len(found.files), "fichier")
    say([f"Écrit : {dossier}, version {found.number} ({count})."])


def _empty(paths: TerritoryPaths) -> str:
    return f"Le dépôt n’a pas de version de « {paths.slug} », {paths.data} fait foi"


def _told(version: Version, served: int) -> list[str]:
    """A version in lines: who, when, why, from what, what it changes; why it was withdrawn."""
    from dashboard.depot import sentences

    if version.withdrawn:
        gone = version.withdrawn
        return [
            f"Version {version.number}, retirée le {moment(gone.when)} par {gone.who} : {gone.why}"
        ]
    origin = version.deposit.origin
    said = [origin.name, origin.source, origin.licence, f"SHA-256 {origin.checksum[:16]}…"]
    mark = " (servie)" if version.number == served else ""
    head = f"Version {version.number}{mark}, {moment(version.when)}, {version.deposit.who}"
    files = french.counted(len(version.files), "fichier")
    return [
        f"{head} : {version.deposit.why}",
        f"  {files}, de {', '.join(filter(None, said))}",
        *(f"  {sentences.change(item)}" for item in version.changes),
        *(f"  {sentences.total(item)}" for item in version.totals),
    ]
