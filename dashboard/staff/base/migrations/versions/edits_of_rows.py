"""The edits of rows that staff make in the forms, and the drafts that hold them."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Make the table, and tell the drafts of files from the others."""
    typed: sa.Column[bool] = sa.Column(
        "typed", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("drafts", typed)
    op.create_table(
        "edits",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("draft", sa.Integer(), sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("when", Moment(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("key", sa.JSON(), nullable=False),
        sa.Column("cells", sa.JSON()),
    )
    op.create_index("ix_edits_draft", "edits", ["draft"])
