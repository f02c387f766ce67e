"""How a command speaks: lines of French, said or refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import click

from dashboard.domain import french


def say(lines: Iterable[str]) -> None:
    """Write each line, in French typography."""
    for line in lines:
        click.echo(french.typeset(line))


def tell(sentence: str) -> None:
    """Write that sentence to the errors: what a command waits for."""
    click.echo(french.typeset(sentence), err=True)


def stop(lines: Iterable[str]) -> click.exceptions.Exit:
    """Write each line to the errors; gives the exit to raise."""
    for line in lines:
        click.echo(french.typeset(line), err=True)
    return click.exceptions.Exit(1)


def moment(said: str) -> str:
    """A moment of a manifest, to the second."""
    return dt.datetime.fromisoformat(said).isoformat(timespec="seconds")
