"""What staff say of the columns of files that nothing recognises, remembered for the next ones."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Make the table, and let a draft hold what its columns are."""
    columns: sa.Column[object] = sa.Column(
        "columns", sa.JSON(), nullable=False, server_default="{}"
    )
    op.add_column("drafts", columns)
    op.create_table(
        "matchings",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("territory", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("when", Moment(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.UniqueConstraint("territory", "mark"),
    )
