"""No line of the journal is replaced: SQLite asks no other guard where ``replace`` removes one."""

from alembic import op

revision, down_revision = "0011", "0010"

KEPT = """create trigger {table}_insert before insert on {table}
    when exists (select 1 from {table} held where held.id = new.id)
    begin select raise(abort, 'le journal ne change pas'); end"""


def upgrade() -> None:
    """Refuse a line under the number of another; PostgreSQL has no way to replace one."""
    if op.get_context().dialect.name == "sqlite":
        for table in ("journal", "journal_ended"):
            op.execute(KEPT.format(table=table))
