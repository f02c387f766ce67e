"""What an editor asks a second one to publish."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0006", "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("draft", sa.Integer(), sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("account", sa.Integer(), sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("asked", Moment(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("read", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), sa.ForeignKey("accounts.id")),
        sa.Column("answered", Moment()),
        sa.Column("answer", sa.String(), nullable=False),
    )
    for column in ("draft", "territory"):
        op.create_index(f"ix_approvals_{column}", "approvals", [column])
