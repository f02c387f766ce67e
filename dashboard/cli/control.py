"""The verb that checks the publications held, part by part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.options import territory_option, var_option
from dashboard.cli.speech import moment, say, stop

if TYPE_CHECKING:
    from dashboard.store.parts import Manifest


@click.command()
@territory_option
@var_option
def controler(territoire: str, var: Path) -> None:
    """Contrôle chaque fichier des publications gardées.

    Sa taille et son contenu sont comparés à ce qui a été écrit. Une publication abîmée est refaite
    par « publier » tant que les données n’ont pas changé.
    """
    from dashboard import publication

    checked = publication.check(var, territoire)
    say(_verdict(*item) for item in checked)
    if not any(served and not wrong for _, served, wrong in checked):
        raise stop(["La publication à servir manque ou est abîmée : lancez publier."])
    if any(wrong for _, _, wrong in checked):
        raise click.exceptions.Exit(1)


def _verdict(manifest: Manifest, served: bool, wrong: str) -> str:
    state = f"abîmée : {wrong}" if wrong else "entière"
    made = moment(manifest["publie_le"])
    return f"{manifest['empreinte']}  {made}  {state}{' (servie)' if served else ''}"
