"""The verbs of the staff site: who has an account, and serving it alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.cli.french import Setting, Verbs
from dashboard.cli.options import (
    ClickCommand,
    data_option,
    host_option,
    port_of,
    territory_option,
    var_option,
)
from dashboard.cli.speech import say, stop
from dashboard.cli.typed_command import typed
from dashboard.cli.workplace import session_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Unit

    from dashboard.staff.base.tables import Account
    from dashboard.staff.settings import StaffSettings

GONE = "La base des comptes ne répond pas : rien n’a changé. Réessayez."
ROLES = ("lecteur", "rédacteur", "éditeur", "administrateur")
FIRST = 'agent ajouter ADRESSE --nom "PRÉNOM NOM" --role administrateur'


@click.group(cls=Verbs)
def agent() -> None:
    """Le site des agents : leurs comptes, et le servir seul.

    Un compte s’ouvre ici ; la personne choisit son mot de passe par le lien qui est montré.
    """


def staff_options(command: ClickCommand) -> ClickCommand:
    """The territory and its folders, given to the command as ``settings``; it stops where the site
    refuses."""

    @wraps(command)
    def told(territoire: str, donnees: Path, var: Path, **others: Any) -> Any:
        from sqlalchemy.exc import OperationalError

        from dashboard.postgres.address import Unreachable
        from dashboard.staff.refusal import NotDone
        from dashboard.staff.settings import from_environment
        from dashboard.system.mounts import WrongMounts

        try:
            return command(settings=from_environment(territoire, donnees, var), **others)
        except (NotDone, Unreachable, WrongMounts) as error:
            raise stop([str(error)]) from error
        except OperationalError as error:
            raise stop([GONE]) from error

    return territory_option(data_option(var_option(told)))


@contextmanager
def unit_of(settings: StaffSettings) -> Iterator[Unit]:
    """A unit of work in the base of the site, brought to its last form."""
    from dashboard.staff.base import opened

    base = opened(settings.base)
    try:
        with base.unit() as unit:
            yield unit
    finally:
        base.close()


def acting() -> str:
    """Who acts, as the journal says it."""
    return f"ligne de commande ({session_name()})"


@agent.command()
@click.argument("adresse", metavar="ADRESSE")
@click.option("--nom", cls=Setting, metavar="NOM", required=True, help="Nom de la personne.")
@click.option(
    "--role",
    cls=Setting,
    metavar="RÔLE",
    type=click.Choice(ROLES),
    required=True,
    help=f"L’un de : {', '.join(ROLES)}. Chacun fait aussi ce que fait le précédent.",
)
@staff_options
def ajouter(settings: StaffSettings, adresse: str, nom: str, role: str) -> None:
    """Ouvre un compte et montre son lien, une seule fois.

    ADRESSE est l’adresse électronique de la personne. Le lien vaut trois jours.
    """
    from dashboard.staff.accounts import accounts
    from dashboard.staff.base.tables import Account
    from dashboard.staff.journal import now

    account = Account(
        territory=settings.territory, email=adresse, name=nom, role=role, created=now()
    )
    with unit_of(settings) as unit:
        token = accounts.add(unit, account, acting())
    say([f"Compte ouvert : {account.name}, {role}.", *_link(settings, token)])


@agent.command()
@staff_options
def lister(settings: StaffSettings) -> None:
    """Montre les comptes : qui, quel rôle, quel état."""
    from dashboard.staff.accounts import accounts

    with unit_of(settings) as unit:
        found = accounts.every(unit, settings.territory)
    say([f"{item.email}  {item.name}, {item.role}, {_state(item)}" for item in found])
    if not found:
        _say_first([settings], told_port())


def _state(account: Account) -> str:
    if account.closed:
        return "retiré"
    return "ouvert" if account.password or account.subject else "attend sa première connexion"


@agent.command()
@click.argument("adresse", metavar="ADRESSE")
@click.option("--motif", cls=Setting, metavar="TEXTE", default="", help="Pourquoi, au journal.")
@staff_options
def retirer(settings: StaffSettings, adresse: str, motif: str) -> None:
    """Retire un compte : ses sessions se ferment aussitôt."""
    from dashboard.staff.accounts import accounts

    with unit_of(settings) as unit:
        account = accounts.known(unit, settings.territory, adresse)
        accounts.close(unit, account, acting(), motif)
    say([f"Compte retiré : {account.name}."])


@agent.command()
@click.argument("adresse", metavar="ADRESSE")
@staff_options
def lien(settings: StaffSettings, adresse: str) -> None:
    """Montre un nouveau lien pour choisir un mot de passe ; les précédents ne valent plus."""
    from dashboard.staff.accounts import accounts

    with unit_of(settings) as unit:
        account = accounts.known(unit, settings.territory, adresse)
        token = accounts.invite(unit, account, acting())
    say(_link(settings, token))


def _link(settings: StaffSettings, token: str) -> list[str]:
    from dashboard.view import is_public

    if settings.provider and not settings.passwords:
        return [f"La personne entre par {settings.provider.name}, à cette adresse."]
    here = f"http://{os.environ.get('HOST', '127.0.0.1')}:{told_port()}"
    home = settings.site if is_public(settings.site) else f"{here}{settings.site}"
    head = "Lien à donner à la personne, valable une fois et trois jours :"
    return [head, f"{home}/agents/lien/{token}"]


def _say_first(sites: Iterable[StaffSettings], port: int) -> None:
    """How the first account of each of these sites is made, to be typed as it stands."""
    say(["Premier compte, depuis un autre terminal, dans ce dossier :"])
    for site in sites:
        where = {
            "TERRITOIRE": site.territory,
            "DONNEES": site.data.parent,
            "VAR": site.var,
            "PORT_AGENTS": port,
        }
        click.echo(typed(FIRST, where))


def told_port() -> int:
    """The port of the staff site as the environment says it."""
    said = os.environ.get("PORT_AGENTS", "")
    return int(said) if said.isdigit() else default_port()


def default_port(public: int | None = None) -> int:
    """The port of the staff site where nobody said it: the one after that of the public site."""
    said = os.environ.get("PORT", "")
    return (public or (int(said) if said.isdigit() else 8050)) + 1


def port_option(command: ClickCommand) -> ClickCommand:
    """``--port-agents``, else ``PORT_AGENTS``."""
    return click.option(
        "--port-agents",
        "port_agents",
        cls=Setting,
        metavar="NUMÉRO",
        envvar="PORT_AGENTS",
        show_envvar=True,
        type=int,
        callback=lambda _ctx, _option, value: None if value is None else port_of(value),
        help="Port du site des agents ; sans lui, celui qui suit PORT.",
    )(command)


@agent.command(name="servir")
@host_option
@port_option
@click.option("--suivre", type=int, hidden=True)
@click.option("--public", default="", hidden=True)
@staff_options
def servir_agents(
    settings: StaffSettings, hote: str, port_agents: int | None, suivre: int | None, public: str
) -> None:
    """Sert le site des agents seul, sans le site public."""
    from dashboard.staff.service.service import StaffService
    from dashboard.staff.settings import together
    from dashboard.system import journal, processes

    journal.begin()
    if suivre:
        processes.follow_parent(suivre)
    port = port_agents or default_port()
    sites = together(replace(settings, beside=public))
    service = StaffService(sites, hote, port)
    say([f"Le site des agents est servi sur http://{hote}:{port}/agents"])
    _say_first(sites.values(), port)
    service.run()
