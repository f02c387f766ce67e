"""The verbs of the base that several servers share."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.french import Verbs
from dashboard.cli.options import territory_option, var_option
from dashboard.cli.speech import say, stop
from dashboard.cli.staffing import staff_options

if TYPE_CHECKING:
    from dashboard.postgres.address import Address
    from dashboard.publication.following import Follower
    from dashboard.staff.settings import StaffSettings

NO_BASE = "Dites où est la base : BASE=postgresql://NOM:MOT-DE-PASSE@MACHINE/BASE"


@click.group(cls=Verbs)
def base() -> None:
    """La base que plusieurs serveurs partagent : la préparer, y verser, en revenir.

    Son adresse vient de la variable BASE, et d’elle seule ; BASE_LECTURE est celle d’un rôle qui ne
    fait que lire les publications, pour un serveur public.
    """


@contextmanager
def _refusing() -> Iterator[None]:
    from dashboard.depot import NotKept
    from dashboard.postgres.address import Unreachable

    try:
        yield
    except (NotKept, Unreachable) as error:
        raise stop([str(error)]) from error


def _owner() -> Address:
    from dashboard.postgres import address

    found = address.owner()
    if found is None:
        raise stop([NO_BASE])
    return found


@base.command()
@staff_options
def preparer(settings: StaffSettings) -> None:
    """Fait les tables, ou les met à jour ; ouvre les publications au rôle de BASE_LECTURE."""
    from dashboard.postgres import address, layout
    from dashboard.postgres.connection import connected
    from dashboard.staff.base import opened

    shared, reader = _owner(), address.reader()
    opened(settings.base).close()
    with _refusing(), connected(shared) as connection:
        layout.prepare(connection)
        if reader is not None and reader.role != shared.role:
            layout.grant(connection, reader.role)
            say([f"« {reader.role} » lit les publications, et rien d’autre."])
    say([f"La base {shared.said} est prête."])


@base.command()
@staff_options
def verser(settings: StaffSettings) -> None:
    """Verse dans la base tout ce que VAR tient : dépôt, publications, comptes, brouillons.

    Les fichiers de VAR restent tels quels. Arrêtée en chemin, la commande se relance.
    """
    from dashboard.staff.service import moving

    with _refusing():
        for line in moving.pour(settings, _owner()):
            say([line])


@base.command()
@staff_options
def rapatrier(settings: StaffSettings) -> None:
    """Ramène dans un VAR vide tout ce que la base tient ; elle reste telle quelle."""
    from dashboard.staff.service import moving

    with _refusing():
        for line in moving.bring_back(settings, _owner()):
            say([line])
    say(["Pour servir ces fichiers, lancez sans BASE."])


@base.command()
@territory_option
@var_option
@click.option("--une-fois", is_flag=True, help="Prend ce qui est servi, puis s’arrête.")
@click.option("--suivre", type=int, hidden=True)
def suivre(territoire: str, var: Path, une_fois: bool, suivre: int | None) -> None:
    """Suit la base à côté d’un serveur public : il sert ce qu’elle dit, en cinq secondes.

    « servir » le lance de lui-même ; avec gunicorn, lancez-le à part. Sans la base, la dernière
    publication reste servie et /sante le dit.
    """
    from dashboard.postgres import address
    from dashboard.store import followed
    from dashboard.system import journal, processes

    journal.begin()
    if suivre:
        processes.follow_parent(suivre)
    with _refusing():
        shared = address.reader()
    if shared is None:
        raise stop([NO_BASE])
    if une_fois:
        say(filter(None, [_follower(shared, var, territoire).once()]))
        return
    kept = processes.Kept("le suiveur de la base", lambda: _follow(shared, var, territoire))
    _until_told(kept.stop)
    kept.run()
    followed.forget(var, territoire)


def _follow(shared: Address, var: Path, territory: str) -> None:
    """Follow until told to stop: in a process of its own, which is begun again if it dies."""
    follower = _follower(shared, var, territory)
    _until_told(follower.stop)
    follower.run()


def _follower(shared: Address, var: Path, territory: str) -> Follower:
    from dashboard.publication.following import Follower

    return Follower(shared, var, territory)


def _until_told(stop: Callable[..., None]) -> None:
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
