"""The images under the maps of a screen: what the operator said in ``FOND_DE_CARTE``.

They are the one thing that a page asks of another site: nothing where nothing is said.
"""

from __future__ import annotations

import logging
import os
import re

from dashboard.domain.basemap import BBOX, SIDE, Basemap
from dashboard.words.typography import typeset

SETTING, LAYER, MENTION = "FOND_DE_CARTE", "FOND_DE_CARTE_COUCHE", "FOND_DE_CARTE_MENTION"
NONE, IGN = "non", "ign"

PLAN = "GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"
"""The layer of IGN where none is said: its plan."""
GEOPLATEFORME = (
    "https://data.geopf.fr/wms-r?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS={couche}&STYLES="
    f"&FORMAT=image/png&CRS=EPSG:2154&BBOX={BBOX}&WIDTH={SIDE}&HEIGHT={SIDE}"
)
"""Images of IGN in the projection of our maps, free to use under the Licence Ouverte 2.0
(https://cartes.gouv.fr/aide/fr/guides-utilisateur/acceder-aux-geodonnees/diffusion/wms-raster)."""
CREDIT = "© IGN, Géoplateforme, Licence Ouverte 2.0"

NAMED = re.compile(r"[\w.:-]+", re.ASCII)
"""A layer, as an address holds it."""
ADDRESS = re.compile(
    r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?/[!-~]*", re.ASCII | re.IGNORECASE
)
"""An address of which a policy can name the site and a page hold the rest."""

log = logging.getLogger(__name__)


def of_operator() -> Basemap | None:
    """What the operator said; None where nothing is."""
    said = (os.environ.get(name, "").strip() for name in (SETTING, LAYER, MENTION))
    return read(*said)


def read(said: str, layer: str = "", mention: str = "") -> Basemap | None:
    """« non », « ign », or an address that holds ``{bbox}``, with what must be said of its images.
    None where one of them cannot be, and the journal says which."""
    if said.lower() in ("", NONE):
        return None
    ours = said.lower() == IGN
    address = (GEOPLATEFORME if ours else said).replace("{couche}", layer or PLAN)
    wrong = _wrong(address, layer or PLAN, mention or (CREDIT if ours else ""))
    if wrong:
        log.warning("%s ; aucun fond de carte n’est montré", wrong)
        return None
    return Basemap(address, typeset(mention or CREDIT))


def _wrong(address: str, layer: str, mention: str) -> str:
    """Why no image can be asked so; empty where they can."""
    if not NAMED.fullmatch(layer):
        return f"{LAYER} : « {layer} » n’est pas le nom d’une couche"
    whole = ADDRESS.fullmatch(address) and address.count("{") == address.count(BBOX) == 1
    if not whole:
        return f"{SETTING} : « {address} » n’est pas une adresse d’images avec {BBOX}"
    return "" if mention else f"{MENTION} : la licence des images reste à dire"
