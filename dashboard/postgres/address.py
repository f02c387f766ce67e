"""Where the shared base is, as the operator says it by the environment and nowhere else."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

OWNER, READER = "BASE", "BASE_LECTURE"
"""The variables that hold the address of who writes in the base, and of who only reads it."""
SCHEMES = ("postgresql", "postgres")
FORM = "postgresql://NOM:MOT-DE-PASSE@MACHINE/BASE"


class Unreachable(Exception):
    """The shared base cannot be used; the text says why and what to do, and holds no secret."""


@dataclass(frozen=True, slots=True)
class Address:
    """The address of the base. ``text`` holds a password: it is given to the driver alone."""

    text: str = field(repr=False)

    @property
    def said(self) -> str:
        """The machine and the name of the base: what may be told and written in a journal."""
        found = urlsplit(self.text)
        return f"{found.hostname or 'cette machine'}{found.path}"

    @property
    def role(self) -> str:
        """The role that it names; empty where it names none."""
        return unquote(urlsplit(self.text).username or "")

    @property
    def of_alchemy(self) -> str:
        """The same address as SQLAlchemy wants it."""
        return f"postgresql+psycopg://{self.text.partition('://')[2]}"


def owner() -> Address | None:
    """The base that this process writes in; None where everything lies in files."""
    return _said(OWNER)


def reader() -> Address | None:
    """The base that a public server follows, by a role that only reads where the operator gave one;
    None where everything lies in files."""
    return _said(READER) or owner()


def _said(name: str) -> Address | None:
    """The address that this variable holds. Unreachable where it is none: the driver would quote
    what it does not understand, password included."""
    text = os.environ.get(name, "").strip()
    if text and not _is_clear(text):
        raise Unreachable(
            f"{name} n’est pas l’adresse d’une base : {FORM}. Dans le mot de passe, les signes "
            "« @ », « / », « : », « ? » et « # » s’écrivent %40, %2F, %3A, %3F et %23."
        )
    return Address(text) if text else None


def _is_clear(text: str) -> bool:
    try:
        found = urlsplit(text)
        return (
            found.scheme in SCHEMES
            and len(found.path) > 1
            and found.netloc.count("@") < 2
            and found.netloc.rpartition("@")[0].count(":") < 2
            and (found.port is None or found.port > 0)
            and not found.fragment
        )
    except ValueError:
        return False
