"""Versions: a draft seen as the public will see it, approved, published; a version withdrawn."""
