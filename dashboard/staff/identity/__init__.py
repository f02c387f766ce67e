"""The identity provider: what it is asked about a person, and what of it is believed."""
