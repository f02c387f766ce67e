"""The tables that servers share follow the program: a later form is put on those that stand."""

from __future__ import annotations

import pytest

from dashboard.postgres import layout
from dashboard.postgres.address import Address
from dashboard.postgres.connection import Base, connected
from tests.postgres import Server

LATER = (
    "alter table depot.versions add column ajoutee text;"
    "create table publications.nouvelle (nom text);"
)
"""What a later program may add: it fails where it is run twice."""


def columns(base: Base, table: str) -> list[str]:
    asked = "select column_name from information_schema.columns where table_name = %s order by 1"
    return [name for (name,) in base.execute(asked, (table,)).fetchall()]


def test_tables_of_before_gain_what_a_later_program_keeps_once_and_lose_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server.base() as address:
        with connected(Address(address)) as base:
            base.execute(layout.FORMS[0])  # as programs made them that said no form
            base.execute("insert into depot.versions values ('exemple', 1, '{}')")
        first = layout.FORMS
        for forms in (first, (*first, LATER), (*first, LATER), first, (*first, LATER)):
            monkeypatch.setattr(layout, "FORMS", forms)
            with connected(Address(address)) as base:
                layout.prepare(base)
        with connected(Address(address)) as base:
            assert columns(base, "versions") == ["ajoutee", "numero", "territoire", "texte"]
            assert columns(base, "nouvelle") == ["nom"]
            assert base.execute("select numero, ajoutee from depot.versions").fetchall() == [
                (1, None)
            ]


def test_who_only_reads_what_is_public_reads_the_tables_of_a_later_program_too(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server.base() as address:
        with connected(Address(address)) as base:
            layout.prepare(base)
            base.execute("create role qui_lit login")
            layout.grant(base, "qui_lit")
        monkeypatch.setattr(layout, "FORMS", (*layout.FORMS, LATER))
        with connected(Address(address)) as base:
            layout.prepare(base)
        with connected(Address(address)) as base:
            asked = "select has_table_privilege('qui_lit', %s, 'select')"
            reads = [
                base.execute(asked, (table,)).fetchone()[0]
                for table in ("publications.nouvelle", "depot.versions")
            ]
            base.execute("drop owned by qui_lit")
            base.execute("drop role qui_lit")
        assert reads == [True, False]
