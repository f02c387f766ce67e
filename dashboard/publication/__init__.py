"""data/<territoire>/ → var/publications/<hash>/: validate, compute, freeze, point to, roll back."""

from dashboard.publication.publish import (
    Report,
    check,
    is_read,
    listing,
    publish,
    rollback,
    served_version,
)
from dashboard.publication.telling import tell, told
from dashboard.publication.withdrawing import withdraw

__all__ = [
    "Report",
    "check",
    "is_read",
    "listing",
    "publish",
    "rollback",
    "served_version",
    "tell",
    "told",
    "withdraw",
]
