"""What several commands are told in the same words: which territory, who acts, and why."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.cli.french import Setting
from dashboard.cli.options import ClickCommand, data_option, territory_option, var_option
from dashboard.cli.speech import say, stop
from dashboard.cli.territory import existing
from dashboard.domain import french

if TYPE_CHECKING:
    from dashboard.depot import Depot, Version, VersionOrigin


@dataclass(frozen=True, slots=True)
class TerritoryPaths:
    """A territory: its short name, its folder in ``data/``, the folder of what is made of it."""

    slug: str
    data: Path
    var: Path

    @property
    def depot(self) -> Depot:
        """The versions kept of its sources."""
        from dashboard.depot import Depot

        return Depot(self.var)


@dataclass(frozen=True, slots=True)
class Reason:
    """Who acts, and why; empty where it was not said."""

    who: str
    why: str


def territory_options(command: ClickCommand) -> ClickCommand:
    """The three options of a territory, given to the command as its ``paths``; the command stops
    where the depot refuses."""

    @wraps(command)
    def told(territoire: str, donnees: Path, var: Path, **others: Any) -> Any:
        from dashboard.depot import NotKept
        from dashboard.postgres.address import Unreachable

        try:
            return command(paths=TerritoryPaths(territoire, donnees / territoire, var), **others)
        except (NotKept, Unreachable) as error:
            raise stop([str(error), "Rien n’a changé."]) from error

    return territory_option(data_option(var_option(told)))


def reason_options(required: bool) -> Callable[[ClickCommand], ClickCommand]:
    """``--par`` and ``--motif``, given to the command as its ``reason``."""

    def decorated(command: ClickCommand) -> ClickCommand:
        @wraps(command)
        def told(par: str, motif: str, **others: Any) -> Any:
            if required and not motif:
                raise click.BadParameter("dites pourquoi.", param_hint="--motif")
            return command(reason=Reason(par, motif), **others)

        return _who(why_option(told))

    return decorated


def _who(command: ClickCommand) -> ClickCommand:
    return click.option(
        "--par",
        cls=Setting,
        metavar="NOM",
        default=session_name,
        help="Qui dépose, dit dans le dépôt ; sans lui, le nom de la session.",
    )(command)


def session_name() -> str:
    """The name of the session that runs the command; a system may know none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "inconnu"


def why_option(command: ClickCommand) -> ClickCommand:
    """``--motif``, empty where it was not given: it goes through the door of the pages of staff."""
    return click.option(
        "--motif",
        cls=Setting,
        metavar="TEXTE",
        default="",
        callback=lambda _ctx, _option, said: _reason(said) if said else "",
        help="Pourquoi : le public le lit une fois la version publiée. Ne nommez personne.",
    )(command)


def _reason(said: str) -> str:
    from dashboard.staff.refusal import NotDone
    from dashboard.staff.versions.reasons import reason

    try:
        return reason(said, "dites pourquoi.")
    except NotDone as error:
        raise click.BadParameter(french.typeset(str(error))) from error


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folder where a territory is read and written: that of ``data/``, or version ``base`` of
    the depot laid apart, which is then to be kept as a new one, after the ``last``."""

    folder: Path
    depot: Depot
    base: Version | None
    last: int

    def keep(self, reason: Reason, origin: Callable[[Version], VersionOrigin]) -> Version | None:
        """Keep what the folder now holds as the next version; None where the folder is the truth
        itself."""
        from dashboard.depot import Deposit
        from dashboard.depot.laid import lifted

        if self.base is None:
            return None
        deposit = Deposit(reason.who, reason.why, origin(self.base))
        files = lifted(self.folder)
        return self.depot.add(self.base.territory, files, deposit, self.last)


@contextmanager
def working(paths: TerritoryPaths) -> Iterator[Workplace]:
    """Where that territory is worked on."""
    from dashboard.depot.laid import laid

    depot = paths.depot
    last = depot.last(paths.slug)
    if last is None:
        yield Workplace(existing(paths.data), depot, None, 0)
        return
    base = _started_from(paths, last)
    with laid(depot.files(base), paths.slug) as folder:
        yield Workplace(folder, depot, base, last.number)


def _started_from(paths: TerritoryPaths, last: Version) -> Version:
    """The version that work goes on from: the last one, else the one served where the last one was
    published, then taken back; which is said."""
    from dashboard import publication

    served = publication.served_version(paths.var, paths.slug)
    published = {held.get("version") for held in publication.listing(paths.var, paths.slug)}
    if not served or served == last.number or last.number not in published:
        return last
    say(
        [
            f"Part de la version {served}, que voit le public : on y est revenu après la version "
            f"{last.number}."
        ]
    )
    return paths.depot.version(paths.slug, served)
