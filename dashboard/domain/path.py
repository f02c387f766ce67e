"""The path of young people: its steps, and how a table says that a line has none."""

from __future__ import annotations

STEPS = ("préadolescence", "adolescence", "jeunesse", "adulte")
"""From the youngest on."""
NO_STEP = "sans étape"
"""What a table says of a line that has no step; an empty cell says nothing of it."""
