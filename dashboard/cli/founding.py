"""The verb that founds a territory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.options import data_option
from dashboard.cli.speech import say, stop, tell
from dashboard.domain import french

if TYPE_CHECKING:
    from dashboard.importers.founding_account import Founded
    from dashboard.importers.imported import Document
    from dashboard.importers.named_places import NamedPlaces

NAMELESS = (
    "Aucun fichier ne dit comment se nomme l’intercommunalité {siren}. Dites-le : "
    '--titre "Ma Ville".'
)


@click.command()
@click.argument(
    "fichiers", metavar="FICHIERS...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--siren", required=True, metavar="SIREN", help="SIREN de l’intercommunalité.")
@click.option("--titre", metavar="NOM", help="Nom à l’écran ; sans lui, celui que dit un fichier.")
@click.option("--dossier", metavar="NOM", help="Nom du dossier ; sans lui, tiré du titre.")
@click.option(
    "--commune",
    "communes",
    metavar="COMMUNE",
    multiple=True,
    help="Une commune, si les fichiers ne disent pas l’intercommunalité : son code, son nom ou "
    "les deux.",
)
@data_option
def creer(
    fichiers: tuple[Path, ...],
    siren: str,
    titre: str | None,
    dossier: str | None,
    communes: tuple[str, ...],
    donnees: Path,
) -> None:
    """Crée le dossier d’un territoire à partir des fichiers nationaux.

    FICHIERS : les contours des quartiers de l’ANCT (2015, 2024), et à leur suite, si vous les avez,
    une table des communes et les fichiers de l’Insee. Chacun est reconnu à ce qu’il contient. Le
    dossier data/NOM est créé, avec ses réglages à compléter et ses deux contrats ; ce qui n’a pas
    de fichier reste vide.
    """
    from dashboard.importers.door.file import open_document
    from dashboard.importers.founding import found
    from dashboard.importers.founding_quarters import FoundedTerritory
    from dashboard.importers.imported import Refused
    from dashboard.importers.national_files import national_files

    try:
        files = national_files([open_document(path) for path in fichiers])
        name = titre or _named(files.named, siren)
        who = FoundedTerritory(dossier or french.slug(name), name, siren, communes)
        founded = found(files, who, donnees / who.slug)
    except Refused as error:
        raise stop([str(error)]) from error
    say(_told(founded, donnees / who.slug))
    refused = [said for document in files.others if (said := _entered(document, donnees, who.slug))]
    say(["À relire : locatif et genitif dans territoires.csv, unite dans territoire.toml."])
    if refused:
        raise stop(["Le territoire est créé, mais ne sont pas entrés :", *refused])


def _named(places: NamedPlaces, siren: str) -> str:
    """The name that the files give to the agglomeration; it stops where none does."""
    found = places.name(siren)
    if not found:
        raise stop([NAMELESS.format(siren=siren)])
    return french.typeset(found)


def _told(founded: Founded, folder: Path) -> Iterator[str]:
    yield f"Créé : {folder}."
    yield from (f"  {quarter}" for quarter in founded.quarters)
    yield from (_presumed(file, codes) for file, codes in founded.by_commune)
    if founded.by_outline:
        codes = french.listed(founded.by_outline)
        yield f"{codes} : dans la commune du quartier qui a presque ce tracé, non dite."


def _presumed(file: str, codes: tuple[str, ...]) -> str:
    """How the quarters of a file that says no agglomeration were told from the others."""
    taken = french.listed(codes)
    return (
        f"{file} ne dit pas l’intercommunalité ; pris d’après leur commune ou leur tracé : "
        f"{taken}. Une commune qui manque se donne par --commune."
    )


def _entered(document: Document, data: Path, slug: str) -> str:
    """Import the file and say what it brings; gives why it does not enter, empty where it does."""
    from dashboard.importers import apply, entry
    from dashboard.importers.imported import Refused

    try:
        with entry.held(data / slug, tell) as territory:
            planned = apply.plan(entry.apart(document, territory, tell), territory)
            if planned.problems or planned.questions:
                return f"{document.name} : à faire entrer par « importer », qui dit ses réserves."
            apply.write(planned, data / slug)
    except Refused as error:
        return str(error)
    rows = french.counted(len(planned.imported.account.taken), "ligne prise", "lignes prises")
    say([f"{document.name} : {planned.imported.title}, {rows}."])
    return ""
