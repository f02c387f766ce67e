"""data/<territoire>/ → var/publications/<hash>/: validate, compute, freeze, point to, roll back."""

from dashboard.publication.publish import (
    Report,
    check,
    listing,
    publish,
    rollback,
    served_version,
)

__all__ = ["Report", "check", "listing", "publish", "rollback", "served_version"]
