"""data/<territoire>/ → var/publications/<hash>/: validate, compute, freeze, point to, roll back."""

from dashboard.publication.publish import Report, listing, publish, rollback

__all__ = ["Report", "listing", "publish", "rollback"]
