"""The street, the place, the commune or the quarter that a reader looks for."""

from dashboard.keys.key import Key, Role

KEY = Key(
    name="lieu",
    label="Lieu cherché",
    role=Role.PRIVATE,
    kind="search",
    free=True,
    prompt="Une rue, un lieu, une commune ou un quartier",
)
