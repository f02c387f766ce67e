"""When a person last changed a draft: from then on are the days counted that it is kept."""

import sqlalchemy as sa
from alembic import op

from dashboard.staff.base.kinds import Moment

revision, down_revision = "0012", "0011"


def upgrade() -> None:
    """Add it: the last edit of those that are typed, empty for the others."""
    op.add_column("drafts", sa.Column("changed", Moment()))
    op.execute(
        'update drafts set changed = (select max("when") from edits where draft = drafts.id)'
    )
