"""Run by Alembic: brings the base of its connection to the form that is asked."""

from alembic import context

from dashboard.staff.base.tables import BaseTable

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=BaseTable.metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
