"""The figure of a page that stands on its « fiche de séance »."""

from dashboard.keys.key import Key, Role

KEY = Key(name="figure", label="Figure de la fiche", role=Role.ORDER, free=True)
