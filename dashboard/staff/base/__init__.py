"""The base of the staff site: its tables, its changes, how it is opened."""

from dashboard.staff.base.opening import StaffBase, opened

__all__ = ["StaffBase", "opened"]
