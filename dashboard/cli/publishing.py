"""The verbs that change what is served: publish, go back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dashboard.cli.speech import moment, say, stop
from dashboard.cli.territory import existing
from dashboard.cli.withdrawing import settled
from dashboard.cli.workplace import TerritoryPaths, territory_options, why_option
from dashboard.domain import french

if TYPE_CHECKING:
    from dashboard.depot import Version
    from dashboard.publication import Report
    from dashboard.schema import Problems

SHOWN = 30


@click.command()
@click.option("--version", metavar="NUMÉRO", type=int, help="Quelle version du dépôt publier.")
@click.option(
    "--refaire",
    is_flag=True,
    help="Refait la publication servie sans passer à une version plus récente, comme « servir ».",
)
@why_option
@territory_options
def publier(paths: TerritoryPaths, version: int | None, refaire: bool, motif: str) -> None:
    """Vérifie les données et en fait le jeu servi.

    Les données sont celles de data/, ou la dernière version du dépôt dès qu’il en tient une. Si une
    table est fautive, rien ne change : le jeu précédent reste servi, et chaque faute est dite avec
    son fichier, sa ligne, sa colonne et son remède.
    """
    from dashboard import publication

    if refaire and version is not None:
        raise click.UsageError(
            "--refaire refait ce qui est servi, --version en publie une autre : donnez l’une ou "
            "l’autre."
        )
    settled(paths)
    last = paths.depot.last(paths.slug)
    if last is None and version is None:
        told(publication.publish(existing(paths.data), paths.var, _waiting))
        return
    served = publication.served_version(paths.var, paths.slug) if refaire else None
    if served == 0:
        say([f"La publication servie est d’avant le dépôt : elle le reste. {_remedy(last)}"])
        return
    chosen = version if version is not None else served or (last.number if last else 1)
    _publish(paths, paths.depot.version(paths.slug, chosen), None if served else motif)
    say(_aside(paths, last))


def _remedy(last: Version | None) -> str:
    number = last.number if last else 0
    return f"Pour publier la version {number} : python -m dashboard publier."


def _publish(paths: TerritoryPaths, version: Version, why: str | None) -> None:
    """Serve that version; what was served already is told to the public, for that reason, unless it
    is but made again (None)."""
    from dashboard import publication
    from dashboard.depot.laid import laid
    from dashboard.staff.public import public_acts as public

    before = public.served(paths.var, paths.slug)
    with laid(paths.depot.files(version), paths.slug) as folder:
        told(publication.publish(folder, paths.var, _waiting, version.number))
    if why is not None:
        public.tell(paths.var, paths.slug, version.number, before, why)
        _noted(paths, before, why or version.deposit.why)
    say([f"C’est la version {version.number} du dépôt, « {version.deposit.why} »."])


def _aside(paths: TerritoryPaths, last: Version | None) -> list[str]:
    """That the folder of ``data/`` is not published, where it holds what no version does: one that
    staff have only left behind has nothing to say."""
    if last is None or not paths.data.is_dir() or _is_kept(paths):
        return []
    return [
        f"{paths.data} a changé, aucune version ne le tient : le dépôt fait foi, ce dossier n’est "
        f"pas publié. Pour l’y verser : python -m dashboard reprendre {paths.data} --motif …"
    ]


def _is_kept(paths: TerritoryPaths) -> bool:
    """Whether a version holds just what the folder of ``data/`` does."""
    from dashboard.depot import NotKept
    from dashboard.depot.package import taken
    from dashboard.depot.version import checksum

    try:
        held = taken(paths.data, paths.slug)[1].checksum
    except NotKept:
        return False
    return any(checksum(one.files) == held for one in paths.depot.versions(paths.slug))


@click.command()
@click.argument("empreinte", metavar="[EMPREINTE]", required=False)
@territory_options
@why_option
@click.option("--liste", is_flag=True, help="Montre les publications gardées, sans rien changer.")
def revenir(paths: TerritoryPaths, empreinte: str | None, motif: str, liste: bool) -> None:
    """Remet en service une publication antérieure.

    Sans EMPREINTE, celle qui précède la publication servie. Une version plus ancienne que les
    publications gardées se remet par « publier --version ».
    """
    from dashboard import publication
    from dashboard.staff.public import public_acts as public

    var, slug = paths.var, paths.slug
    if liste:
        held = publication.listing(var, slug)
        say(map(_line, held))
        say([] if held else ["Aucune publication n’est gardée."])
        return
    before = public.served(var, slug)
    told(publication.rollback(var, slug, empreinte))
    if paths.depot.versions(slug):
        public.tell(var, slug, public.served(var, slug), before, motif)
        _noted(paths, before, motif)


def _noted(paths: TerritoryPaths, before: int, why: str) -> None:
    """Have the journal of staff, where one is kept, say that another version than that one is
    served, by whom, and why."""
    from dashboard.cli.staffing import acting, unit_of
    from dashboard.staff import journal
    from dashboard.staff.public import public_acts
    from dashboard.staff.settings import from_environment

    settings = from_environment(paths.slug, paths.data.parent, paths.var)
    now = public_acts.served(paths.var, paths.slug)
    if now == before or not settings.begun:
        return
    act = journal.Act.PUBLISHED if now > before else journal.Act.ROLLED_BACK
    with unit_of(settings) as unit:
        journal.write(unit, paths.slug, acting(), act, f"version {now}", why)


def _line(manifest: dict[str, Any]) -> str:
    """A publication that is kept: its name, its day, its version, whether one can return to it."""
    from dashboard.publication import is_read

    number = manifest.get("version", 0)
    said = [f"version {number}"] if number else []
    old = [] if is_read(manifest) else ["d’un format ancien : on n’y revient pas"]
    return "  ".join((manifest["empreinte"], moment(manifest["publie_le"]), *said, *old))


def _waiting() -> None:
    say(["Une autre publication est en cours : celle-ci attend qu’elle finisse."])


def told(report: Report) -> None:
    """Say what a publication did; the command stops where it was refused."""
    say(sentences(report.remarks))
    if not report.accepted:
        raise stop([*sentences(report.problems), "Rien n’a changé."])
    verb = "Publié" if report.created else "Servi"
    if report.repaired:
        say([f"La publication était abîmée ({report.repaired}) : elle a été refaite."])
    counts = ", ".join(f"{name} {french.number(count)}" for name, count in report.counts)
    say([f"{verb} : {report.digest}.", f"Lignes : {counts}.", *report.changes])


def sentences(problems: Problems) -> list[str]:
    """Each problem in a sentence; the first ones where there are many."""
    found = [problem.sentence() for problem in problems]
    left = len(found) - SHOWN
    return [*found[:SHOWN], *([f"et {french.counted(left, 'autre')}."] if left > 0 else [])]
