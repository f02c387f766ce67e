"""How a command speaks: lines of French, said or refused."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from dashboard.domain import french


def say(lines: Iterable[str]) -> None:
    """Write each line, in French typography. What the command does goes on where nobody reads them
    any more (« … | head »)."""
    for line in lines:
        _write(line, sys.stdout)


def tell(sentence: str) -> None:
    """Write that sentence to the errors: what a command waits for."""
    _write(sentence, sys.stderr)


def stop(lines: Iterable[str]) -> click.exceptions.Exit:
    """Write each line to the errors; gives the exit to raise."""
    for line in lines:
        _write(line, sys.stderr)
    return click.exceptions.Exit(1)


def _write(line: str, where: TextIO) -> None:
    try:
        click.echo(french.typeset(line), where)
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, where.fileno())
        os.close(nowhere)


def moment(said: str) -> str:
    """A moment of a manifest, to the second."""
    return dt.datetime.fromisoformat(said).isoformat(timespec="seconds")
