"""What the staff site refuses, in a French sentence with its remedy."""

from __future__ import annotations


class NotDone(Exception):
    """Nothing was done; the text of the exception says why and what to do."""
