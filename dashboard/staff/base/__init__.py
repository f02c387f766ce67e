"""The base of the staff site: its tables, its changes, how it is opened."""

from dashboard.staff.base.opening import Base, opened

__all__ = ["Base", "opened"]
