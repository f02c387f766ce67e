"""The group of commands, and the verbs of every day.

Each verb imports what it needs when it is called: ``--help`` answers at once, and the server never
holds what only publication needs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.control import controler
from dashboard.cli.founding import nouveau
from dashboard.cli.french import Setting, Verbs, speak_french
from dashboard.cli.options import data_option, port_of, territory_option, var_option
from dashboard.cli.proposing import proposer
from dashboard.cli.sheets import fiches
from dashboard.cli.speech import moment, say, stop, tell
from dashboard.cli.territory import existing
from dashboard.domain import french

if TYPE_CHECKING:
    from dashboard.publication import Report
    from dashboard.schema import Problems

speak_french()

_HELP = {"help_option_names": ["--aide", "--help", "-h"], "max_content_width": 100}
_SHOWN = 30
_SWEEPING = (
    "Plus de la moitié des lignes d’une année seraient retirées. "
    "Si le fichier est bien entier, relancez avec --remplacer."
)
_DOUBTFUL = (
    "Des lignes seraient retirées : ce sont peut-être celles du fichier qui sont refusées. "
    "Corrigez celles-ci, ou relancez avec --remplacer."
)
_UNUSUAL = (
    "Des valeurs sortent de l’ordinaire : elles sont dites plus haut. "
    "Si le fichier a raison, relancez avec --confirmer."
)


@click.group(cls=Verbs, context_settings=_HELP, invoke_without_command=True)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Tableau de bord du contrat de ville : importer, publier, servir.

    Les données d’un territoire sont dans data/NOM. Un fichier officiel y entre par « importer » ;
    « publier » les vérifie et en fait le jeu servi ; « revenir » remet le précédent.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


main.add_command(nouveau)


@main.command()
@click.argument("fichier", metavar="FICHIER", type=click.Path(path_type=Path))
@territory_option
@data_option
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
def importer(
    fichier: Path, territoire: str, donnees: Path, essai: bool, remplacer: bool, confirmer: bool
) -> None:
    """Fait entrer un fichier officiel dans les données.

    FICHIER est reconnu par son contenu : Insee (DEMO, IPRO, REVN, Filosofi), chiffres des quartiers
    de 2024, subventions de l’État (programme 147), subventions de l’agglomération (SCDL), postes de
    l’ANCT, contours et repères des quartiers, lieux et voies d’une ville. Rien n’est écrit à
    moitié. Chaque ligne du fichier est prise, refusée ou laissée de côté, et le compte est dit :
    une ligne fautive n’arrête pas les autres.
    """
    from dashboard.importers import apply, entry
    from dashboard.importers.imported import Refused
    from dashboard.importers.report import told

    folder = existing(donnees / territoire)
    try:
        with entry.planned(fichier, folder, tell) as planned:
            say(told(planned))
            going = [_SWEEPING] * planned.sweeping + [_DOUBTFUL] * planned.doubtful
            unusual = [_UNUSUAL] if planned.questions and not confirmer else []
            waiting = [*([] if remplacer else going), *unusual]
            if planned.problems or (waiting and not essai):
                raise stop(["Rien n’a été écrit.", *waiting])
            if essai or planned.nothing:
                say(["Essai : rien n’a été écrit." if essai else "Il n’y a rien à écrire."])
                return
            say([f"Écrit : {french.listed(apply.write(planned, folder))}."])
    except Refused as error:
        raise stop([str(error)]) from error
    say(["Pour le publier : python -m dashboard publier"])


main.add_command(proposer)


@main.command()
@territory_option
@data_option
@var_option
def publier(territoire: str, donnees: Path, var: Path) -> None:
    """Vérifie les données et en fait le jeu servi.

    Si une table est fautive, rien ne change : le jeu précédent reste servi, et chaque faute est
    dite avec son fichier, sa ligne, sa colonne et son remède.
    """
    from dashboard import publication

    _said(publication.publish(existing(donnees / territoire), var, _waiting))


@main.command()
@click.argument("empreinte", metavar="[EMPREINTE]", required=False)
@territory_option
@var_option
@click.option("--liste", is_flag=True, help="Montre les publications gardées, sans rien changer.")
def revenir(empreinte: str | None, territoire: str, var: Path, liste: bool) -> None:
    """Remet en service une publication antérieure.

    Sans EMPREINTE, celle qui précède la publication servie.
    """
    from dashboard import publication

    if liste:
        held = publication.listing(var, territoire)
        say(f"{item['empreinte']}  {moment(item['publie_le'])}" for item in held)
        say([] if held else ["Aucune publication n’est gardée."])
        return
    _said(publication.rollback(var, territoire, empreinte))


main.add_command(controler)
main.add_command(fiches)


def _waiting() -> None:
    say(["Une autre publication est en cours : celle-ci attend qu’elle finisse."])


@main.command()
@click.option(
    "--hote",
    cls=Setting,
    metavar="ADRESSE",
    envvar="HOST",
    default="127.0.0.1",
    show_default=True,
    show_envvar=True,
    help="Adresse d’écoute.",
)
@click.option(
    "--port",
    cls=Setting,
    metavar="NUMÉRO",
    envvar="PORT",
    default=8050,
    show_default=True,
    show_envvar=True,
    type=int,
    callback=lambda _ctx, _option, value: port_of(value),
    help="Port d’écoute.",
)
@territory_option
@data_option
@var_option
def servir(hote: str, port: int, territoire: str, donnees: Path, var: Path) -> None:
    """Publie si les données ont changé, puis sert le tableau de bord.

    Si les données sont fautives, la dernière publication est servie.
    """
    options = ["--territoire", territoire, "--donnees", str(donnees), "--var", str(var)]
    # In a process of its own, while the server loads: it never loads what only publication needs.
    publishing = subprocess.Popen([sys.executable, "-m", "dashboard", "publier", *options])
    from dashboard.store.publication_pointer import NotPublished
    from dashboard.web.server import serve

    publishing.wait()
    try:
        serve(hote, port, territoire, var)
    except NotPublished as error:
        raise stop([str(error)]) from error


@main.command()
@territory_option
@data_option
def verifier(territoire: str, donnees: Path) -> None:
    """Vérifie les données sans rien publier.

    Dit tout ce qui est fautif ou douteux : fichier, ligne, colonne, valeur, remède.
    """
    from dashboard.schema import check_folder

    problems = check_folder(existing(donnees / territoire))
    say(_sentences(tuple(problem for problem in problems if not problem.blocking)))
    blocking = tuple(problem for problem in problems if problem.blocking)
    if blocking:
        raise stop(_sentences(blocking))
    doubts = french.counted(len(problems), "remarque") if problems else "aucune remarque"
    say([f"Les données de « {territoire} » peuvent être publiées ({doubts})."])


@main.command()
@click.option(
    "--dossier",
    cls=Setting,
    metavar="DOSSIER",
    default="docs",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Dossier de la documentation.",
)
def documenter(dossier: Path) -> None:
    """Refait le glossaire et le dictionnaire des indicateurs.

    Ils viennent des déclarations du code : rien n’y est écrit à la main.
    """
    from dashboard.cli import documentation

    say(f"Écrit : {path}." for path in documentation.write(dossier))


def _said(report: Report) -> None:
    say(_sentences(report.remarks))
    if not report.accepted:
        raise stop([*_sentences(report.problems), "Rien n’a changé."])
    verb = "Publié" if report.created else "Servi"
    if report.repaired:
        say([f"La publication était abîmée ({report.repaired}) : elle a été refaite."])
    counts = ", ".join(f"{name} {french.number(count)}" for name, count in report.counts)
    say([f"{verb} : {report.digest}.", f"Lignes : {counts}.", *report.changes])


def _sentences(problems: Problems) -> list[str]:
    return _cut([problem.sentence() for problem in problems])


def _cut(sentences: list[str]) -> list[str]:
    left = len(sentences) - _SHOWN
    return [*sentences[:_SHOWN], *([f"et {french.counted(left, 'autre')}."] if left > 0 else [])]
