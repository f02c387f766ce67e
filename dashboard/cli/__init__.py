"""The commands of the operator: one group of verbs, each importing what it needs when called."""

from dashboard.cli.verbs import main

__all__ = ["main"]
