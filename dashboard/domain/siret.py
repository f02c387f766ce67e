"""SIREN and SIRET: the check digits that tell a number from a slip of the hand."""

from __future__ import annotations

LA_POSTE = "356000000"
"""Its establishments do not follow the common key: the sum of their digits is a multiple of 5."""


def is_siret(digits: str) -> bool:
    """Whether fourteen digits are a SIRET: their own key, and that of the SIREN that they hold."""
    if len(digits) != 14 or not (digits.isascii() and digits.isdigit()):
        return False
    if digits.startswith(LA_POSTE):
        return luhn(digits) or sum(map(int, digits)) % 5 == 0
    return luhn(digits) and luhn(digits[:9])


def luhn(digits: str) -> bool:
    """Whether the digits satisfy the key that SIREN and SIRET share."""
    doubled = (int(digit) * (1 + rank % 2) for rank, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
