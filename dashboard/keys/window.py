"""The part of the map that is looked at: a quarter by its code, or a width and a centre."""

from dashboard.keys.key import Key, KeyRole

WHOLE = "Tout le territoire"

KEY = Key(name="cadre", label="Vue", prompt="Zoomer sur", role=KeyRole.ORDER, free=True)
