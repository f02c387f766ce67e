"""Indexes: the rows of tables, found, searched and sorted without reading their files."""
