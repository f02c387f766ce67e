"""What is known of the file of a draft, whatever its checks find."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0013", "0012"
KNOWN = ("corrected", "unnamed")


def upgrade() -> None:
    """Add it, filled with what the checks kept of it until then."""
    op.add_column("drafts", sa.Column("received", sa.JSON(), nullable=False, server_default="{}"))
    drafts = sa.table(
        "drafts",
        *(sa.column(name) for name in ("id",)),
        sa.column("found", sa.JSON()),
        sa.column("received", sa.JSON()),
    )
    base = op.get_bind()
    for number, found in base.execute(sa.select(drafts.c.id, drafts.c.found)).all():
        known = {name: found[name] for name in KNOWN if name in found}
        if known:
            base.execute(drafts.update().where(drafts.c.id == number).values(received=known))
