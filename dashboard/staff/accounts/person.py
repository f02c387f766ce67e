"""Who asks: the person signed in, as pages and guards see her."""

from __future__ import annotations

from dataclasses import dataclass

from flask_login import AnonymousUserMixin, UserMixin

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Account


@dataclass(frozen=True, slots=True)
class Person(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """A member of staff who is signed in; ``token`` is what her cookie holds."""

    id: int
    name: str
    email: str
    role: StaffRole
    token: str

    @property
    def signature(self) -> str:
        """How the journal names her."""
        return signature(self.name, self.email)

    def may(self, role: StaffRole) -> bool:
        """Whether she may do what that role may."""
        return self.role.allows(role)

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie."""
        return self.token


class Nobody(AnonymousUserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """Someone who is not signed in."""

    def may(self, _: StaffRole) -> bool:
        """Nothing is allowed."""
        return False


def person_of(account: Account, token: str) -> Person:
    """The person of that account, signed in under that token."""
    return Person(account.id, account.name, account.email, StaffRole(account.role), token)


def signature(name: str, email: str) -> str:
    """How the journal names someone."""
    return f"{name} ({email})"
