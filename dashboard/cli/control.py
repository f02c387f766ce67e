"""The verb that checks the publications held, part by part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.options import territory_option, var_option
from dashboard.cli.speech import moment, say, stop

if TYPE_CHECKING:
    from dashboard.depot import Depot, Version
    from dashboard.store.parts import Manifest


@click.command()
@territory_option
@var_option
def controler(territoire: str, var: Path) -> None:
    """Contrôle chaque fichier des publications gardées et des versions du dépôt.

    Sa taille et son contenu sont comparés à ce qui a été écrit. Une publication abîmée est refaite
    par « publier » tant que les données n’ont pas changé ; une version, par « reprendre » du
    dossier qu’« exporter » en a écrit.
    """
    from dashboard import publication

    checked = publication.check(var, territoire)
    say(_verdict(*item) for item in checked)
    spoiled = _spoiled(var, territoire)
    say(spoiled)
    if not any(served and not wrong for _, served, wrong in checked):
        raise stop(["La publication à servir manque ou est abîmée : lancez publier."])
    if spoiled or any(wrong for _, _, wrong in checked):
        raise click.exceptions.Exit(1)


def _spoiled(var: Path, territory: str) -> list[str]:
    """What is wrong with the versions of the depot, one sentence each."""
    from dashboard.depot import Depot, NotKept

    depot = Depot(var)
    found = []
    try:
        for version in depot.versions(territory):
            found += [] if version.withdrawn else _damage(depot, version)
    except NotKept as error:
        found.append(str(error))
    return found


def _damage(depot: Depot, version: Version) -> list[str]:
    from dashboard.depot import NotKept

    try:
        depot.files(version)
    except NotKept as error:
        return [f"version {version.number} du dépôt : {error}"]
    return []


def _verdict(manifest: Manifest, served: bool, wrong: str) -> str:
    state = f"abîmée : {wrong}" if wrong else "entière"
    made = moment(manifest["publie_le"])
    return f"{manifest['empreinte']}  {made}  {state}{' (servie)' if served else ''}"
