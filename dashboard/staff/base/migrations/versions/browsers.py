"""The family of the browser that a session was opened in, which its person recognises it by."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0009", "0008"


def upgrade() -> None:
    """Add it, empty for the sessions of before."""
    column: sa.Column[str] = sa.Column("browser", sa.String(), nullable=False, server_default="")
    op.add_column("sessions", column)
