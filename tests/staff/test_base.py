"""The tables of the base are those that the code declares, whatever base they come from."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from dashboard.staff.base import Base, opened
from dashboard.staff.base.tables import Table
from dashboard.staff.settings import Settings


def test_the_migrations_make_what_the_code_declares(base: Base) -> None:
    with base._engine.begin() as connection:
        found = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(found, Table.metadata) == []


def test_a_base_that_is_up_to_date_is_opened_as_it_is(base: Base, settings: Settings) -> None:
    with base.unit() as unit:
        before = unit.connection().exec_driver_sql("pragma schema_version").scalar()
    opened(settings.base).close()
    with base.unit() as unit:
        assert unit.connection().exec_driver_sql("pragma schema_version").scalar() == before
        assert unit.connection().exec_driver_sql("pragma journal_mode").scalar() == "wal"
