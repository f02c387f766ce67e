"""The verb that proposes quarters again, from the places that lines name."""

from __future__ import annotations

import click

from dashboard.cli.speech import say, stop, tell
from dashboard.cli.workplace import (
    Reason,
    TerritoryPaths,
    reason_options,
    territory_options,
    working,
)
from dashboard.domain import french

WHY = "Quartiers proposés de nouveau d’après les lieux nommés"


@click.command()
@territory_options
@reason_options(required=False)
def proposer(paths: TerritoryPaths, reason: Reason) -> None:
    """Propose de nouveau le quartier des lignes d’après les lieux qu’elles nomment.

    À lancer quand lieux_nommes.csv a été corrigé à la main. Un quartier officiel, nommé ou
    corrigé reste tel quel.
    """
    from dashboard.depot import Version
    from dashboard.importers import apply, entry, lieux
    from dashboard.importers.imported import Refused
    from dashboard.importers.report import told_without_file

    try:
        with working(paths) as work, entry.held(work.folder, tell) as territory:
            planned = apply.plan(lieux.again(territory), territory)
            say(told_without_file(planned))
            if planned.problems:
                raise stop(["Rien n’a été écrit."])
            if planned.nothing:
                say(["Il n’y a rien à écrire."])
                return
            written = french.listed(apply.write(planned, work.folder))
            made = work.keep(Reason(reason.who, reason.why or WHY), Version.as_origin)
            say([f"Déposé : version {made.number} ({written})." if made else f"Écrit : {written}."])
    except Refused as error:
        raise stop([str(error)]) from error
