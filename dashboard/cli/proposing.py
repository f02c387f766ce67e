"""The verb that proposes quarters again, from the places that lines name."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cli.options import data_option, territory_option
from dashboard.cli.speech import say, stop, tell
from dashboard.cli.territory import existing
from dashboard.domain import french


@click.command()
@territory_option
@data_option
def proposer(territoire: str, donnees: Path) -> None:
    """Propose de nouveau le quartier des lignes d’après les lieux qu’elles nomment.

    À lancer quand lieux_nommes.csv a été corrigé à la main. Un quartier officiel, nommé ou
    corrigé reste tel quel.
    """
    from dashboard.importers import apply, entry, lieux
    from dashboard.importers.imported import Refused
    from dashboard.importers.report import told_without_file

    folder = existing(donnees / territoire)
    try:
        with entry.held(folder, tell) as territory:
            planned = apply.plan(lieux.again(territory), territory)
            say(told_without_file(planned))
            if planned.problems:
                raise stop(["Rien n’a été écrit."])
            written = () if planned.nothing else apply.write(planned, folder)
    except Refused as error:
        raise stop([str(error)]) from error
    say([f"Écrit : {french.listed(written)}." if written else "Il n’y a rien à écrire."])
