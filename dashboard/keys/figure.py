"""The figure of a page that stands on its « fiche de séance »."""

from dashboard.keys.key import Key, KeyRole

KEY = Key(name="figure", label="Figure de la fiche", role=KeyRole.ORDER, free=True)
