"""What makes a territory itself: names, publisher, contracts, how its lines are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.domain import french, logo
from dashboard.domain.basemap import Basemap
from dashboard.domain.contract import Contract
from dashboard.domain.funding import Stage
from dashboard.domain.local_words import STANDARD, LocalWords
from dashboard.domain.pillar import Pillar, PillarGrid

DRAFT = "Brouillon · pas publié"
"""What every page, image and file of a draft says."""


@dataclass(frozen=True, slots=True)
class LineNoun:
    """How one line of money is called: « subvention de l’État », « action financée »."""

    singular: str
    plural: str
    detail: str = ""

    def counted(self, count: int) -> str:
        """A count of lines: ``64 subventions de l’État``."""
        return french.counted(count, self.singular, self.plural)

    def brief(self, count: int) -> str:
        """The count with the head of the noun, where the title says the whole of it:
        ``64 subventions``."""
        return french.counted(count, *self.heads)

    @property
    def heads(self) -> tuple[str, str]:
        """The head of the noun, of one and of several: « subvention », « subventions »."""
        return self.singular.split()[0], self.plural.split()[0]

    def full(self, count: int) -> str:
        """The count with what it is taken from: ``… (programme 147)``."""
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.counted(count)}{detail}"

    @property
    def exact(self) -> str:
        """One line with what it is taken from: « subvention de l’État (programme 147) »."""
        return f"{self.singular} ({self.detail})" if self.detail else self.singular

    @property
    def number(self) -> str:
        """What a count of them is called: « nombre de subventions de l’État »."""
        return f"nombre {french.elide('de', self.plural)}"

    @property
    def name(self) -> str:
        """The plural with what it is taken from, for a title."""
        return f"{self.plural} ({self.detail})" if self.detail else self.plural


@dataclass(frozen=True, slots=True)
class Leads:
    """The indicators that stand for a territory where none is asked: the first of all, the one
    whose gap is told, those of short tables. Slugs of the catalogue; empty for its own choice."""

    main: str = ""
    gap: str = ""
    table: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings file of a territory, validated.

    ``window`` is the default frame of the map in degrees (west, south, east, north). ``draft``: its
    figures are not published, staff alone look at them. ``basemap``: the images that the operator
    lays under the maps, if any. ``logo`` is what is read in place of the logo, if any;
    ``words`` are those that the territory has of its own.
    """

    slug: str
    name: str
    at: str
    of: str
    fictional: bool
    publisher: str
    error_mail: str
    centre: str
    epci: tuple[str, ...]
    reference: str
    window: tuple[float, float, float, float]
    line: LineNoun
    stage: Stage
    contracts: tuple[Contract, ...]
    leads: Leads = Leads()
    draft: bool = False
    basemap: Basemap | None = None
    logo: str = ""
    words: LocalWords = STANDARD

    def contract(self, year: int) -> Contract:
        """The contract in force that year, else the nearest one."""
        for contract in self.contracts:
            if contract.covers(year):
                return contract
        return min(self.contracts, key=lambda item: abs(item.last_year - year))

    def contract_on(self, generation: str) -> Contract | None:
        """The last contract that applies to those perimeters; None where no contract does."""
        found = [item for item in self.contracts if item.perimeters == generation]
        return found[-1] if found else None

    @property
    def pillars(self) -> tuple[Pillar, ...]:
        """Those that a line may bear: the first contract's, then what later ones add to them."""
        every = (pillar for contract in self.contracts for pillar in contract.grid.pillars)
        return tuple(map(self.pillar, dict.fromkeys(pillar.slug for pillar in every)))

    def pillar(self, slug: str) -> Pillar:
        """The pillar of that slug, as the first contract that has it says it; KeyError where none
        does."""
        for contract in self.contracts:
            for pillar in contract.grid.pillars:
                if pillar.slug == slug:
                    return pillar
        raise KeyError(slug)

    @property
    def notice(self) -> str:
        """The band under the header: not published yet, fictional, not signed by anyone, or
        empty."""
        return " ".join(filter(None, (f"{DRAFT}." if self.draft else "", self._origin)))

    @property
    def _origin(self) -> str:
        if self.fictional:
            return (
                "Territoire fictif. Lieux, actions et montants sont inventés pour montrer l’outil."
            )
        if not self.publisher:
            return f"Données publiques réunies par l’outil. Non publié par {self.name}."
        return ""


def read(data: Mapping[str, Any]) -> Settings:
    """The settings from the tables of a settings file; KeyError names what is missing, ValueError
    says what does not hold: a territory without any contract, for one."""
    is_seconded(data)
    if not data["contrats"]:
        raise ValueError("il faut un contrat au moins")
    grids = {str(item["code"]): _grid(item) for item in data["grilles"]}
    noun = data["unite"]
    return Settings(
        slug=data["slug"],
        name=data["nom"],
        at=data["locatif"],
        of=data["genitif"],
        fictional=bool(data["fictif"]),
        publisher=data.get("publie_par", ""),
        error_mail=data.get("contact_erreurs", ""),
        centre=str(data["commune_centre"]),
        epci=tuple(str(code) for code in data["epci"]),
        reference=str(data["reference"]),
        window=_window(data["emprise"]),
        line=LineNoun(noun["singulier"], noun["pluriel"], noun.get("precision", "")),
        stage=Stage(data["etape_reference"]),
        contracts=tuple(_contract(item, grids) for item in data["contrats"]),
        leads=_leads(data.get("indicateurs", {})),
        logo=_logo(data.get(logo.TEXT, "")),
    )


def is_seconded(data: Mapping[str, Any]) -> bool:
    """Whether a second person approves what is published, as the tables of a settings file say it;
    ValueError where what they say is neither yes nor no."""
    said = data.get("approbation", "non")
    if said not in ("oui", "non", True, False):
        raise ValueError("approbation : « oui » ou « non »")
    return said in ("oui", True)


def _logo(said: Any) -> str:
    """What is read in place of the logo; ValueError for what is no text, or too long a one."""
    if not isinstance(said, str) or len(said) > logo.LONGEST:
        raise ValueError(f"{logo.TEXT} : un texte de {logo.LONGEST} signes au plus")
    return said


def _window(data: Sequence[Any]) -> tuple[float, float, float, float]:
    """West, south, east, north; ValueError for what is no window on the world."""
    west, south, east, north = (float(value) for value in data)
    if not (-180 <= west < east <= 180 and -85 <= south < north <= 85):
        raise ValueError("emprise : ouest, sud, est et nord en degrés, dans cet ordre")
    return west, south, east, north


def _leads(data: Mapping[str, Any]) -> Leads:
    table = tuple(str(slug) for slug in data.get("tableau", ()))
    return Leads(str(data.get("principal", "")), str(data.get("ecart", "")), table)


def themes(data: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """The themes of a settings file; KeyError names what one of them lacks, TypeError
    what is no text."""
    found = tuple(dict(item) for item in data.get("themes", ()))
    for item in found:
        for name in ("slug", "nom", "pilier"):
            if not isinstance(item[name], str):
                raise TypeError(f"thème : {name} est un texte")
    return found


def _grid(data: Mapping[str, Any]) -> PillarGrid:
    pillars = tuple(
        Pillar(
            item["slug"],
            item["nom"],
            item["court"],
            item["role"],
            item.get("thematique", True),
            item.get("indicateur", ""),
        )
        for item in data["piliers"]
    )
    return PillarGrid(
        str(data["code"]), pillars, bool(data.get("complete", True)), data.get("note", "")
    )


def _contract(data: Mapping[str, Any], grids: Mapping[str, PillarGrid]) -> Contract:
    if str(data["grille"]) not in grids:
        raise ValueError(f"le contrat {data['code']} suit une grille, {data['grille']}, qui manque")
    return Contract(
        code=str(data["code"]),
        name=data["nom"],
        first_year=int(data["debut"]),
        last_year=int(data["fin"]),
        perimeters=str(data["perimetres"]),
        grid=grids[str(data["grille"])],
    )
