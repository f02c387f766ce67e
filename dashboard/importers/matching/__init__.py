"""Which column of a file holds which column of a model: proposed, chosen, read."""
