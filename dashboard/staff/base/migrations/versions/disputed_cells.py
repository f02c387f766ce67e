"""What a draft and a version published meanwhile both changed, a row for each; the version on which
the file of a draft was first read."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0014", "0013"


def upgrade() -> None:
    """Make the table; a draft that showed both values is to be checked again, on what it was."""
    op.create_table(
        "disputes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("draft", sa.Integer(), sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("file", "key", "title")),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        *(sa.Column(n, sa.String(), nullable=False, server_default="") for n in ("kept", "who")),
        sa.Column("when", Moment()),
    )
    op.create_index("ix_disputes_draft", "disputes", ["draft", "rank"])
    op.add_column("drafts", sa.Column("start", sa.Integer()))
    _begin()


def _begin() -> None:
    names = ("id", "base", "start", "state", "typed")
    columns = (*(sa.column(name) for name in names), sa.column("found", sa.JSON()))
    drafts = sa.table("drafts", *columns)
    base = op.get_bind()
    every = base.execute(sa.select(drafts.c.id, drafts.c.base, drafts.c.typed, drafts.c.found))
    for number, started, typed, found in every.all():
        said = {"start": started} if found and not typed else {}
        if found.get("collisions"):
            said |= {"state": "à contrôler", "found": {}}
        if said:
            base.execute(drafts.update().where(drafts.c.id == number).values(**said))
