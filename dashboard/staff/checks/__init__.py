"""Checks: what is found of a draft, on top of what the public sees, and what it reaches."""
