"""The street, the place, the commune or the quarter that a reader looks for."""

from dashboard.keys.key import Key, KeyRole

KEY = Key(
    name="lieu",
    label="Lieu cherché",
    role=KeyRole.PRIVATE,
    kind="search",
    free=True,
    prompt="Une rue, un lieu, une commune ou un quartier",
)
