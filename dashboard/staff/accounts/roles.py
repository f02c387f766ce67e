"""What a member of staff may do: each role does what those before it do, and more."""

from __future__ import annotations

from enum import StrEnum


class StaffRole(StrEnum):
    """From the one who only reads to the one who keeps the accounts."""

    READER = "lecteur"
    WRITER = "rédacteur"
    EDITOR = "éditeur"
    ADMIN = "administrateur"

    def allows(self, asked: StaffRole) -> bool:
        """Whether who has this role may do what that one may."""
        order = list(StaffRole)
        return order.index(self) >= order.index(asked)


MEANING = {
    StaffRole.READER: "lit les brouillons et les versions",
    StaffRole.WRITER: "dépose des fichiers, prépare des brouillons",
    StaffRole.EDITOR: "publie, revient à une version",
    StaffRole.ADMIN: "ouvre et retire les comptes, lit le journal",
}
"""What each role adds to those before it."""
