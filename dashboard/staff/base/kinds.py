"""What the columns of the base hold: moments, texts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import DateTime, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[dt.datetime]):
    """A moment of universal time; a base that knows no time zone keeps it without."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """The moment as it is kept."""
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """The moment as it was given; None for none."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


class BaseText(TypeDecorator[str]):
    """A text. PostgreSQL keeps no null character: it is then kept as the mark of one that is
    unknown, so that what is looked for is not found instead of failing."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it is kept; None for none."""
        return None if value is None else value.replace("\0", "\ufffd")
