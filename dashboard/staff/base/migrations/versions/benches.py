"""Works know the server that took them: several may share one base."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0002", "0001"


def upgrade() -> None:
    """Add what names a server, and when it was last seen at work."""
    op.add_column("jobs", sa.Column("bench", sa.String()))
    op.add_column("jobs", sa.Column("seen", Moment()))
