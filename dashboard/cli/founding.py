"""The verb that founds a territory."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cli.options import data_option
from dashboard.cli.speech import say, stop


@click.command()
@click.argument("nom", metavar="NOM")
@click.argument(
    "contours", metavar="CONTOURS...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--siren", required=True, metavar="SIREN", help="SIREN de l’intercommunalité.")
@click.option("--titre", metavar="NOM", help="Nom à l’écran ; sans lui, celui du dossier.")
@click.option(
    "--commune",
    "communes",
    metavar="COMMUNE",
    multiple=True,
    help="Code ou nom d’une commune, si les contours ne disent pas l’intercommunalité.",
)
@data_option
def nouveau(
    nom: str,
    contours: tuple[Path, ...],
    siren: str,
    titre: str | None,
    communes: tuple[str, ...],
    donnees: Path,
) -> None:
    """Fonde un territoire à partir des contours officiels de ses quartiers.

    CONTOURS : un ou plusieurs fichiers de l’ANCT (2015, 2024). Le dossier data/NOM est créé, avec
    ses réglages et ses tables vides ; les autres fichiers y entrent par « importer ».
    """
    from dashboard.importers.door.file import open_document
    from dashboard.importers.founding import found
    from dashboard.importers.founding_quarters import FoundedTerritory
    from dashboard.importers.imported import Refused

    who = FoundedTerritory(nom, titre or nom, siren, communes)
    try:
        founded = found([open_document(path) for path in contours], who, donnees / nom)
    except Refused as error:
        raise stop([str(error)]) from error
    say([f"Fondé : {donnees / nom}.", *(f"  {quarter}" for quarter in founded.quarters)])
    say(_presumed(file, codes) for file, codes in founded.by_commune)
    say(["Relisez locatif et genitif dans territoires.csv, puis importez les fichiers officiels."])


def _presumed(file: str, codes: tuple[str, ...]) -> str:
    """How the quarters of a file that says no agglomeration were told from the others."""
    taken = ", ".join(codes) or "aucun quartier"
    return (
        f"{file} ne dit pas l’intercommunalité ; pris d’après leur commune : {taken}. "
        "Une commune qui manque se donne par --commune."
    )
