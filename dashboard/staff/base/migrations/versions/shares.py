"""How much of a work is behind."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0010", "0009"


def upgrade() -> None:
    """Add it, empty: nobody can tell of works that are done."""
    op.add_column("jobs", sa.Column("share", sa.Integer()))
