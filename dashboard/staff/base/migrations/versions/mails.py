"""The mails that are to leave."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0007", "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "mails",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("tried", sa.Integer(), nullable=False),
        sa.Column("due", Moment(), nullable=False),
    )
    op.create_index("ix_mails_territory", "mails", ["territory"])
