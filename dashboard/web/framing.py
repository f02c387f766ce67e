"""Which other sites may show our figures in a frame: what the operator said in ``ENCARTS``."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass

from dashboard.view import EMBEDS
from dashboard.web.refusal import SECURITY

NONE, ANY = "non", "oui"
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.ASCII)
"""A site as a policy names it: no path, nothing that could say more."""

POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors {}"
)
"""No script at all. Styles are written in the drawing itself."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Framing:
    """The sites that may, as a policy spells them: « * » is every one; empty is none."""

    sites: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The headers of what they may show."""
        others = {name: said for name, said in SECURITY.items() if name != "X-Frame-Options"}
        return {**others, "Content-Security-Policy": POLICY.format(self.sites)}

    def reaches(self, path: str) -> bool:
        """Whether they may show what stands at that path."""
        return bool(self.sites) and path.startswith(EMBEDS)


def of_operator() -> Framing:
    """What the operator said: nobody may where nothing is said."""
    return read(os.environ.get("ENCARTS", NONE))


def read(said: str) -> Framing:
    """« oui », « non », or the addresses of sites. Nobody may where one of them is no address of a
    site: a site that was meant to be named is not every site, and the journal says so."""
    sites = said.lower().replace(",", " ").split()
    if sites in ([], [NONE]):
        return Framing()
    if sites == [ANY]:
        return Framing("*")
    wrong = [site for site in sites if not ORIGIN.fullmatch(site)]
    if wrong:
        log.warning("ENCARTS : « %s » n’est pas l’adresse d’un site, aucun n’est permis", wrong[0])
        return Framing()
    return Framing(" ".join(sites))
