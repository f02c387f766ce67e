"""The pages of the staff site: a blueprint a subject, and the French beside it."""
