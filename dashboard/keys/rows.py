"""The part of a long table that is shown; it starts again when the view changes."""

from dashboard.keys.key import Key, KeyRole

KEY = Key(name="page", label="Page", role=KeyRole.ORDER, default="1", bounds=(1, 100_000))
