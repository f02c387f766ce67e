"""data/<territoire>/ → var/publications/<hash>/: validate, compute, freeze, point to, roll back."""

from dashboard.publication.judged import JudgedSources, judge
from dashboard.publication.publish import (
    Report,
    check,
    is_read,
    listing,
    publish,
    rollback,
    served_version,
)
from dashboard.publication.sources import NotPublishable
from dashboard.publication.telling import tell, told
from dashboard.publication.withdrawing import withdraw

__all__ = [
    "JudgedSources",
    "NotPublishable",
    "Report",
    "check",
    "is_read",
    "judge",
    "listing",
    "publish",
    "rollback",
    "served_version",
    "tell",
    "told",
    "withdraw",
]
