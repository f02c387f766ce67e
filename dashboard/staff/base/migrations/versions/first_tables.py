"""The first tables, and a journal that only grows."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0001", None

GROWS = """create trigger journal_{act} before {act} on journal
    begin select raise(abort, 'le journal ne change pas'); end"""
REFUSES = """create function journal_ne_change_pas() returns trigger language plpgsql as $$
    begin raise exception 'le journal ne change pas'; end $$"""
GROWS_SHARED = """create trigger journal_{act} before {act} on journal
    for each statement execute function journal_ne_change_pas()"""


def upgrade() -> None:
    """Make the tables."""
    _people()
    _journal()
    _work()


def _people() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created", Moment(), nullable=False),
        sa.Column("password", sa.String()),
        sa.Column("closed", Moment()),
        sa.UniqueConstraint("territory", "email", name="uq_accounts_territory"),
    )
    for name, *moments in (("links", "expires"), ("sessions", "opened", "seen")):
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.id"), nullable=False),
            sa.Column("mark", sa.String(), nullable=False),
            *(sa.Column(moment, Moment(), nullable=False) for moment in moments),
            sa.Column("used" if name == "links" else "closed", Moment()),
            sa.UniqueConstraint("mark", name=f"uq_{name}_mark"),
        )
        op.create_index(f"ix_{name}_account", name, ["account"])
    op.create_table(
        "attempts",
        sa.Column("mark", sa.String(), primary_key=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=False),
    )
    op.create_index("ix_attempts_last", "attempts", ["last"])


def _journal() -> None:
    texts = ("territory", "who", "act", "what", "why")
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("when", Moment(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
    )
    op.create_index("ix_journal_territory", "journal", ["territory"])
    _only_grows(op.get_context().dialect.name == "postgresql")


def _only_grows(shared: bool) -> None:
    if shared:
        op.execute(REFUSES)
    for act in ("update", "delete", *(("truncate",) if shared else ())):
        op.execute((GROWS_SHARED if shared else GROWS).format(act=act))


def _work() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("owner", sa.Integer(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("created", Moment(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer()),
    )
    op.create_index("ix_drafts_territory", "drafts", ["territory"])
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("draft", sa.Integer(), sa.ForeignKey("drafts.id")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("created", Moment(), nullable=False),
        sa.Column("begun", Moment()),
        sa.Column("ended", Moment()),
    )
    for column in ("territory", "state"):
        op.create_index(f"ix_jobs_{column}", "jobs", [column])
