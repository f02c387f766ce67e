"""The group of commands, and the verbs of every day.

Each verb imports what it needs when it is called: ``--help`` answers at once, and the server never
holds what only publication needs.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import click

from dashboard.cli.columns import colonnes
from dashboard.cli.control import controler
from dashboard.cli.depositing import exporter, reprendre, versions
from dashboard.cli.founding import creer
from dashboard.cli.french import Setting, Verbs, speak_french
from dashboard.cli.importing import importer
from dashboard.cli.models import modeles
from dashboard.cli.options import data_option, host_option, port_of, territory_option, var_option
from dashboard.cli.proposing import proposer
from dashboard.cli.publishing import publier, revenir, sentences
from dashboard.cli.serving import beside, command, forget_base, started
from dashboard.cli.sharing import base
from dashboard.cli.sheets import fiches
from dashboard.cli.speech import say, stop
from dashboard.cli.staffing import agent, default_port, port_option
from dashboard.cli.withdrawing import retirer
from dashboard.cli.workplace import TerritoryPaths, territory_options, working
from dashboard.cli.workshop import atelier
from dashboard.domain import french

speak_french()

EVERYWHERE = ("0.0.0.0", "::", "")
"""Hosts to listen on that are no address of this machine."""
_HELP = {"help_option_names": ["--aide", "--help", "-h"], "max_content_width": 100}


@click.group(cls=Verbs, context_settings=_HELP, invoke_without_command=True)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Tableau de bord du contrat de ville : importer, publier, servir.

    Les données d’un territoire sont dans data/NOM, puis dans le dépôt dès qu’il en tient une
    version. Un fichier officiel y entre par « importer », un dossier entier par « reprendre » ;
    « publier » les vérifie et en fait le jeu servi ; « revenir » remet le précédent.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


main.add_command(creer)
main.add_command(importer)
main.add_command(colonnes)
main.add_command(modeles)
main.add_command(proposer)
main.add_command(reprendre)
main.add_command(versions)
main.add_command(exporter)
main.add_command(publier)
main.add_command(revenir)
main.add_command(retirer)
main.add_command(controler)
main.add_command(fiches)
main.add_command(agent)
main.add_command(base)


@main.command()
@host_option
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
@port_option
@territory_option
@data_option
@var_option
def servir(
    hote: str,
    port: int,
    port_agents: int | None,
    territoire: str,
    donnees: Path,
    var: Path,
) -> None:
    """Publie si les données ont changé, puis sert le tableau de bord.

    Si les données sont fautives, la dernière publication est servie. Le site des agents est servi à
    côté, sauf si AGENTS vaut « non » ; s’il s’arrête, le public n’en voit rien. TERRITOIRES, si
    elle est dite, donne les territoires à servir ensemble, par chemin ou par hôte.
    """
    from dashboard.system import mounts

    try:
        named = [mount.territory for mount in mounts.of_operator(territoire)]
    except mounts.WrongMounts as error:
        raise stop([str(error)]) from error
    options = ["--donnees", str(donnees), "--var", str(var)]
    ports = ["--hote", hote, "--port-agents", str(port_agents or default_port(port))]
    ports += ["--public", _reached(hote, port)]
    first, others = beside(named, var, options, ports)
    # In a process of its own, while the server loads: it never loads what only publication needs.
    with subprocess.Popen(command(first[0])):
        from dashboard.store.publication_pointer import NotPublished
        from dashboard.web.server import serve
    for other in first[1:]:
        subprocess.run(command(other), check=False)
    sidecars = [started(other) for other in others]
    forget_base()
    try:
        serve(hote, port, territoire, var, sidecars)
    except (NotPublished, mounts.WrongMounts) as error:
        raise stop([str(error)]) from error


def _reached(host: str, port: int) -> str:
    """The address of what listens there; empty where it listens to more than one."""
    named = f"[{host}]" if ":" in host else host
    return "" if host in EVERYWHERE else f"http://{named}:{port}"


@main.command()
@territory_options
def verifier(paths: TerritoryPaths) -> None:
    """Vérifie les données sans rien publier.

    Dit tout ce qui est fautif ou douteux : fichier, ligne, colonne, valeur, remède.
    """
    from dashboard.schema import check_folder

    with working(paths) as work:
        problems = check_folder(work.folder)
    say(sentences(tuple(problem for problem in problems if not problem.blocking)))
    blocking = tuple(problem for problem in problems if problem.blocking)
    if blocking:
        raise stop(sentences(blocking))
    doubts = french.counted(len(problems), "remarque") if problems else "aucune remarque"
    say([f"Les données de « {paths.slug} » peuvent être publiées ({doubts})."])


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


main.add_command(atelier)
