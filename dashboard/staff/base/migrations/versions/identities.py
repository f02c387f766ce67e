"""The identity that a provider gives to the person of an account, and the session it began."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0005", "0004"


def upgrade() -> None:
    """Add both, empty; an identity opens one account of a territory at most."""
    op.add_column("accounts", sa.Column("subject", sa.String()))
    op.create_index("ix_accounts_subject", "accounts", ["territory", "subject"], unique=True)
    op.add_column("sessions", sa.Column("hint", sa.String()))
