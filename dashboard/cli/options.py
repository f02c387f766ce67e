"""The options that several commands of the operator share, each with its variable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dashboard.cli.french import Setting

ClickCommand = Callable[..., Any]


def territory_option(command: ClickCommand) -> ClickCommand:
    """The territory: ``--territoire``, else ``TERRITOIRE``."""
    return click.option(
        "--territoire",
        cls=Setting,
        metavar="NOM",
        envvar="TERRITOIRE",
        default="grand-chambery",
        show_default=True,
        show_envvar=True,
        help="Dossier du territoire dans data/.",
    )(command)


def data_option(command: ClickCommand) -> ClickCommand:
    """The folder of the territories: ``--donnees``, else ``DONNEES``."""
    return click.option(
        "--donnees",
        cls=Setting,
        metavar="DOSSIER",
        envvar="DONNEES",
        default="data",
        show_default=True,
        show_envvar=True,
        type=click.Path(path_type=Path),
        help="Dossier des territoires.",
    )(command)


def var_option(command: ClickCommand) -> ClickCommand:
    """The folder of the publications: ``--var``, else ``VAR``."""
    return click.option(
        "--var",
        cls=Setting,
        metavar="DOSSIER",
        envvar="VAR",
        default="var",
        show_default=True,
        show_envvar=True,
        type=click.Path(path_type=Path),
        help="Dossier des publications.",
    )(command)


def host_option(command: ClickCommand) -> ClickCommand:
    """The address that a service listens at: ``--hote``, else ``HOST``."""
    return click.option(
        "--hote",
        cls=Setting,
        metavar="ADRESSE",
        envvar="HOST",
        default="127.0.0.1",
        show_default=True,
        show_envvar=True,
        help="Adresse d’écoute.",
    )(command)


def port_of(number: int) -> int:
    """The number of a port; a French refusal for any other."""
    if 1 <= number <= 65_535:
        return number
    raise click.BadParameter(f"{number} n’est pas un port (de 1 à 65535).")
