"""Lines of the journal may end, but none unsaid: what ends is counted and summed first."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0008", "0007"

UNSAID = "le journal ne change pas : aucune ligne ne part sans être dite"
SAID = """exists (select 1 from journal_ended e where e.territory = old.territory
    and old.id <= e.upto and old."when" <= e.last)"""
ENDS = f"""create trigger journal_delete before delete on journal when not {SAID}
    begin select raise(abort, '{UNSAID}'); end"""
GROWS = """create trigger journal_ended_{act} before {act} on journal_ended
    begin select raise(abort, 'le journal ne change pas'); end"""
REFUSES = f"""create function journal_ne_part_pas() returns trigger language plpgsql as $$
    begin
        if not {SAID} then raise exception '{UNSAID}';
        end if;
        return old;
    end $$"""
ENDS_SHARED = """create trigger journal_delete before delete on journal
    for each row execute function journal_ne_part_pas()"""
GROWS_SHARED = """create trigger journal_ended_{act} before {act} on journal_ended
    for each statement execute function journal_ne_change_pas()"""


def upgrade() -> None:
    """Make the table, and let go what it says and nothing else."""
    op.create_table(
        "journal_ended",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("territory", sa.String(), nullable=False),
        *(sa.Column(name, Moment(), nullable=False) for name in ("when", "first", "last")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("days", "upto", "count")),
        sa.Column("checksum", sa.String(), nullable=False),
    )
    op.create_index("ix_journal_ended_territory", "journal_ended", ["territory"])
    shared = op.get_context().dialect.name == "postgresql"
    op.execute(
        "drop trigger journal_delete on journal" if shared else "drop trigger journal_delete"
    )
    if shared:
        op.execute(REFUSES)
    op.execute(ENDS_SHARED if shared else ENDS)
    for act in ("update", "delete", *(("truncate",) if shared else ())):
        op.execute((GROWS_SHARED if shared else GROWS).format(act=act))
