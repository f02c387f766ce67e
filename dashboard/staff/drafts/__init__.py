"""Drafts: the territory as it would be, in a folder of its own, and the file that makes it."""
