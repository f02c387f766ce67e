"""The verb that withdraws versions for good, and what finishes it where it was stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dashboard.cli.speech import say, stop
from dashboard.cli.workplace import Reason, TerritoryPaths, reason_options, territory_options

if TYPE_CHECKING:
    from dashboard.staff.settings import StaffSettings


@click.command()
@click.argument("numeros", metavar="NUMÉRO...", type=int, nargs=-1, required=True)
@click.option(
    "--servir", metavar="NUMÉRO", type=int, default=0, help="Quelle version montrer à la place."
)
@territory_options
@reason_options(required=True)
def retirer(paths: TerritoryPaths, reason: Reason, numeros: tuple[int, ...], servir: int) -> None:
    """Retire des versions qui tiennent une donnée personnelle ou rompent un secret.

    Pour de bon : leurs fichiers sont effacés du dépôt et des publications. Toute adresse qui les
    montrait répond 410 avec le motif, que le public lit. Sans --servir, la version d’avant est
    montrée. Une version aux mêmes fichiers part avec elles.
    """
    from dashboard.staff.base import opened
    from dashboard.staff.refusal import NotDone
    from dashboard.staff.versions import withdrawing

    settings = _settings(paths)
    base = opened(settings.base)
    signature = f"ligne de commande ({reason.who})"
    done = withdrawing.WithdrawalOrder(reason.who, signature, reason.why)
    try:
        with base.alone(settings.territory):
            numbers = withdrawing.concerned(settings, frozenset(numeros))
            served = withdrawing.instead(settings, numbers, servir)
            say([withdrawing.withdraw(settings, base, numbers, served, done)])
    except NotDone as error:
        raise stop([str(error), "Rien n’a changé."]) from error
    say(_left(paths, 1 in numbers))


def _left(paths: TerritoryPaths, first: bool) -> list[str]:
    """What no command can remove."""
    kept = [f"{paths.data} peut tenir les mêmes lignes : corrigez-le."] if first else []
    return [*kept, "Vos sauvegardes les tiennent encore : effacez-les, ou refaites-les."]


def settled(paths: TerritoryPaths) -> None:
    """Have done what a withdrawal that was stopped did not come to."""
    if not any(version.withdrawn for version in paths.depot.versions(paths.slug)):
        return
    from dashboard.staff.base import opened
    from dashboard.staff.versions import withdrawing

    settings = _settings(paths)
    withdrawing.settle(settings, opened(settings.base))


def _settings(paths: TerritoryPaths) -> StaffSettings:
    from dashboard.staff.settings import from_environment

    return from_environment(paths.slug, paths.data.parent, paths.var)
