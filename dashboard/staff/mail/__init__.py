"""Mails: what tells staff that something waits for them, and what sends it."""
