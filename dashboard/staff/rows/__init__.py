"""Rows: what staff change of the tables in a draft, in words, and what became of each."""
