"""The verb that gives the models of files to fill."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cli.speech import say, stop
from dashboard.cli.workplace import TerritoryPaths, territory_options, working
from dashboard.domain import french


@click.command()
@click.argument("dossier", metavar="DOSSIER", type=click.Path(path_type=Path))
@territory_options
def modeles(paths: TerritoryPaths, dossier: Path) -> None:
    """Écrit dans DOSSIER les modèles à remplir, en XLSX, avec les listes du territoire.

    Programmation, participations, orientations, dates, réunions, contacts, lieux, indicateurs de
    source locale. Un modèle rempli entre par « importer », ou par le site des agents.
    """
    from dashboard.importers.imported import Refused
    from dashboard.importers.templates import TEMPLATES
    from dashboard.importers.templates.given import workbook
    from dashboard.importers.territory_folder import open_territory

    try:
        with working(paths) as work:
            territory = open_territory(work.folder)
            dossier.mkdir(parents=True, exist_ok=True)
            for item in TEMPLATES:
                (dossier / f"modele-{item.slug}.xlsx").write_bytes(workbook(item, territory))
    except Refused as error:
        raise stop([str(error)]) from error
    except OSError as error:
        raise stop(
            [f"Les modèles ne peuvent pas être écrits dans {dossier}.", str(error)]
        ) from error
    say([f"{french.counted(len(TEMPLATES), 'modèle écrit', 'modèles écrits')} dans {dossier}."])
