"""The columns of a table that nothing recognises: proposed, said, remembered with those that staff
said in the pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.cli.options import ClickCommand
from dashboard.cli.speech import say, stop, tell
from dashboard.cli.staffing import GONE, acting, unit_of
from dashboard.cli.workplace import TerritoryPaths, territory_options, working
from dashboard.system import clock

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Unit

    from dashboard.importers.door.confined import Tell
    from dashboard.importers.entry import FileReader
    from dashboard.importers.imported import Document, Imported, Refused
    from dashboard.importers.matching.matching import Matching
    from dashboard.importers.matching.sight import Sight
    from dashboard.importers.territory_folder import TerritoryFolder
    from dashboard.staff.columns.remembering import Remembered
    from dashboard.staff.settings import StaffSettings

UNFIT = "Ces colonnes ne sont pas retenues : les titres du fichier sont ailleurs qu’attendu."
file_argument = click.argument("fichier", metavar="FICHIER", type=click.Path(path_type=Path))
_columns = click.option(
    "--colonnes",
    metavar="FICHIER",
    type=click.Path(path_type=Path),
    help="Dit ce que contient chaque colonne d’une table que rien ne reconnaît (TOML).",
)


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file to bring in, and the one that says what its columns are, where it has to be said."""

    path: Path
    columns: Path | None

    def reading(self, paths: TerritoryPaths) -> FileReader:
        """How it is read; Refused where what is said of its columns cannot be."""
        from dashboard.importers import entry

        said = self._said()
        return partial(recalled, paths) if said is None else partial(entry.apart, said=said)

    def keep(self, paths: TerritoryPaths, folder: Path) -> None:
        """Remember what was said of its columns, for the next file of these headings; nothing
        where nothing was."""
        from dashboard.importers import entry
        from dashboard.importers.matching.matching import wrong_in

        said = self._said()
        if said is None:
            return
        seen = entry.looked_at(self.path, folder)
        if seen is None or wrong_in(said, titles(seen)):
            say([UNFIT])
            return
        _remember(paths, self.path.name, seen, said)
        say(["Ces colonnes sont retenues pour le fichier de l’an prochain, ici et dans les pages."])

    def _said(self) -> Matching | None:
        from dashboard.importers.matching import written

        return written.opened(self.columns) if self.columns else None


def given(command: ClickCommand) -> ClickCommand:
    """The file and its columns, given to the command as ``given``."""

    @wraps(command)
    def told(fichier: Path, colonnes: Path | None, **others: Any) -> Any:
        return command(given=GivenFile(fichier, colonnes), **others)

    return file_argument(_columns(told))


def recalled(
    paths: TerritoryPaths, document: Document, territory: TerritoryFolder, tell: Tell
) -> Imported:
    """What the document holds: as an importer reads it, else by what was said of files of the same
    headings. Refused where neither is known."""
    from dashboard.importers import entry
    from dashboard.importers.imported import Refused
    from dashboard.importers.recognise import is_unknown

    try:
        return entry.apart(document, territory, tell)
    except Refused as unknown:
        seen = entry.sighted(document, territory) if is_unknown(unknown) else None
        held = _held(paths, seen) if seen else None
        if held is None:
            raise
    tell(f"Colonnes reconnues d’après le choix du {clock.here(held.when):%d/%m/%Y} ({held.title}).")
    return entry.apart(document, territory, tell, held.said)


@click.command()
@file_argument
@click.option("--oublier", is_flag=True, help="Oublie ce qui est retenu de ces colonnes.")
@territory_options
def colonnes(paths: TerritoryPaths, fichier: Path, oublier: bool) -> None:
    """Propose ce que contient chaque colonne d’une table que rien ne reconnaît, en TOML.

    À enregistrer, à corriger, puis à donner à « importer --colonnes ». Ce qui a déjà été dit d’un
    fichier de mêmes colonnes, ici ou sur le site des agents, est proposé d’abord.
    """
    from dashboard.importers.matching.written import proposed

    seen = _seen(paths, fichier)
    held = _held(paths, seen)
    if oublier:
        _forget(paths, held)
        return
    if held:
        tell(f"Retenu le {clock.here(held.when):%d/%m/%Y}.")
    click.echo(proposed(seen, held.said if held else None), nl=False)


def _seen(paths: TerritoryPaths, path: Path) -> Sight:
    from dashboard.importers import entry
    from dashboard.importers.imported import Refused

    try:
        with working(paths) as work:
            seen = entry.looked_at(path, work.folder)
    except Refused as error:
        raise stop([str(error)]) from error
    if seen is None:
        raise stop([f"{path.name} : ce n’est pas une table avec des titres de colonnes."])
    return seen


def titles(seen: Sight) -> tuple[str, ...]:
    """The headings that were seen."""
    return tuple(column.heading for column in seen.columns)


def unknown(error: Refused) -> list[str]:
    """What to do with a table that no importer knows; nothing of any other."""
    from dashboard.importers.recognise import is_unknown

    said = "Si c’est une table, dites ses colonnes : python -m dashboard colonnes FICHIER"
    return [said] if is_unknown(error) else []


def _held(paths: TerritoryPaths, seen: Sight) -> Remembered | None:
    """What is remembered of files of these headings."""
    from dashboard.staff.columns import remembering

    if not _settings(paths).begun:
        return None
    with _unit(paths) as unit:
        return remembering.remembered(unit, paths.slug, titles(seen))


def _remember(paths: TerritoryPaths, name: str, seen: Sight, said: Matching) -> None:
    from dashboard.importers.matching.matching import template_of
    from dashboard.staff import journal
    from dashboard.staff.columns import remembering

    with _unit(paths) as unit:
        remembering.remember(unit, paths.slug, titles(seen), said)
        what = f"{name}, {template_of(said.template).title}"
        journal.write(unit, paths.slug, acting(), journal.Act.MATCHED, what)


def _forget(paths: TerritoryPaths, held: Remembered | None) -> None:
    from dashboard.staff import journal
    from dashboard.staff.columns import remembering

    if held is None:
        raise stop(["Rien n’est retenu de ces colonnes."])
    with _unit(paths) as unit:
        remembering.forget(unit, paths.slug, held.number)
        journal.write(unit, paths.slug, acting(), journal.Act.FORGOTTEN, held.title)
    say([f"Oublié : {held.title}."])


def _settings(paths: TerritoryPaths) -> StaffSettings:
    from dashboard.staff.settings import StaffSettings

    return StaffSettings(paths.slug, paths.data, paths.var)


@contextmanager
def _unit(paths: TerritoryPaths) -> Iterator[Unit]:
    """The base where it is kept; the command stops where it does not answer."""
    from sqlalchemy.exc import OperationalError

    try:
        with unit_of(_settings(paths)) as unit:
            yield unit
    except OperationalError as error:
        raise stop([GONE]) from error
