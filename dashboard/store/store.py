"""The Store: everything one can ask of a publication. Immutable; any number may be open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard import keys
from dashboard.domain import logo
from dashboard.domain.basemap import Basemap
from dashboard.domain.chronicle import Chronicle
from dashboard.domain.contract import Contact, Event, Orientation
from dashboard.domain.distribution import Distribution
from dashboard.domain.funding import Match, Subsidy
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.landmark import Landmark
from dashboard.domain.likeness import Company
from dashboard.domain.location import NameKind
from dashboard.domain.logo import Logo
from dashboard.domain.option import AllowedValues
from dashboard.domain.quarter_map import BoundingBox
from dashboard.domain.scdl import Essential
from dashboard.domain.settings import Settings
from dashboard.domain.territory import KnownPlace
from dashboard.store import (
    agenda,
    agreements,
    distributions,
    gazetteer,
    geopackage,
    landmarks,
    likeness,
    names,
    publication_pointer,
    value_rows,
)
from dashboard.store.actions import Actions
from dashboard.store.archive import Archive
from dashboard.store.bridges import Bridges
from dashboard.store.chronicling import ChronicleFile
from dashboard.store.coverage import Coverage, coverage_of
from dashboard.store.cuts import Cuts
from dashboard.store.fundings import Fundings
from dashboard.store.money import Money
from dashboard.store.names import FoundNames
from dashboard.store.places import Places, choices_of, places_of
from dashboard.store.values import Values
from dashboard.store.yearly_reports import YearlyReports
from dashboard.system import clock


@dataclass(frozen=True)
class Store:
    """One publication, ready to answer."""

    archive: Archive
    places: Places
    values: Values
    money: Money
    fundings: Fundings
    actions: Actions
    bridges: Bridges
    cuts: Cuts
    choices: AllowedValues
    coverage: Coverage
    ledger: ChronicleFile = field(default_factory=ChronicleFile)

    @property
    def digest(self) -> str:
        """The name of the publication: the hash of its sources and of its format."""
        return str(self.archive.manifest["empreinte"])

    @property
    def format(self) -> str:
        """The format in which it was frozen."""
        return str(self.archive.manifest["format"])

    @property
    def published_on(self) -> dt.date:
        """The day it was made, where the territory is."""
        return clock.here(dt.datetime.fromisoformat(self.archive.manifest["publie_le"])).date()

    @property
    def settings(self) -> Settings:
        """The settings of the territory."""
        return self.places.settings

    @cached_property
    def logo(self) -> Logo | None:
        """The logo of the territory; None where it has none."""
        path = self.archive.folder / logo.FILE
        return Logo(path.read_bytes(), self.settings.logo) if path.is_file() else None

    def as_draft(self) -> Store:
        """The same, every page of which says that it is not published."""
        return replace(self, places=self.places.as_draft())

    def over(self, basemap: Basemap | None) -> Store:
        """The same, whose maps lie over the images of the operator on a screen."""
        return replace(self, places=self.places.over(basemap))

    def telling(self, ledger: ChronicleFile) -> Store:
        """The same, which tells the acts that this ledger holds."""
        return replace(self, ledger=ledger)

    @property
    def version(self) -> int:
        """The number of the version that it was made from; 0 for the folder of ``data/``."""
        return int(self.archive.manifest.get("version", 0))

    @property
    def chronicle(self) -> Chronicle:
        """The acts of staff that the public is told of, up to now."""
        return self.ledger.read()

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows of each source table."""
        return dict(self.archive.manifest["comptes"])

    def landmarks(self, box: BoundingBox) -> tuple[Landmark, ...]:
        """The places, then the streets, whose point stands in that part of the map."""
        return landmarks.landmarks(self.archive, box)

    def orientations(self, year: int) -> tuple[Orientation, ...]:
        """The orientations announced for that year; empty where none is known."""
        return agenda.orientations(self.archive, year)

    def orientation_links(self, code: str) -> tuple[tuple[str, str, str], ...]:
        """What speaks of an orientation: (kind, target, comment)."""
        return tuple(
            (row["genre"], row["cible"], row["commentaire"])
            for row in self.archive.document("orientations_liens")
            if row["orientation"] == code
        )

    @property
    def reports(self) -> YearlyReports:
        """What the team says of each year."""
        return YearlyReports(self.archive)

    def events(self) -> tuple[Event, ...]:
        """The dated facts of the contract, in order."""
        return agenda.events(self.archive)

    def contacts(self, quarter: str | None) -> tuple[Contact, ...]:
        """The organisations to turn to, for a quarter those that serve it."""
        here = self.places.by_code.get(quarter or "")
        return agenda.contacts(self.archive, (here.code, *here.communes) if here else ())

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A small table as published: participation, posts, sources, concordance, themes…"""
        return list(self.archive.document(name))

    def every_value(self) -> Iterator[Observation]:
        """Every value and every absence that is published, by indicator, territory and year."""
        return value_rows.every(self.archive)

    def distribution(self, indicator: Indicator, generation: str, year: int) -> Distribution | None:
        """The last values known by that year over all the quarters of the country; None where the
        territory publishes none."""
        return distributions.last(self.archive, indicator, generation, year)

    def company(self, code: str) -> Company | None:
        """The quarters of the country most like that one; None where none is published."""
        return likeness.company(self.archive, code)

    def subsidies(self, year: int) -> tuple[Subsidy, ...]:
        """The agglomeration's own subsidies of that year, the largest first; none where the
        territory publishes none."""
        return agreements.subsidies(self.archive, year)

    @property
    def subsidised(self) -> tuple[int, ...]:
        """The years of which the agglomeration's own subsidies are published."""
        return agreements.years(self.archive)

    def essentials(self, year: int) -> tuple[Essential, ...]:
        """The same subsidies by the columns of the schema « Subventions »."""
        return agreements.lines(self.archive, year)

    def named(self, words: str, most: int = 12) -> FoundNames:
        """The quarters, communes, known places, streets and doors whose name answers those words,
        the nearest first; ``most`` of them."""
        centre = self.places.by_code.get(self.settings.centre)
        return names.found(self.archive, words, most, centre.name if centre else "")

    @cached_property
    def searchable(self) -> Mapping[NameKind, int]:
        """How many things of each kind may be found by their name."""
        return names.counts(self.archive)

    @cached_property
    def doors(self) -> int:
        """How many numbers of streets are known; 0 where the operator imported none."""
        return names.doors(self.archive)

    def known_places(self, words: str = "") -> tuple[KnownPlace, ...]:
        """The places whose name, or another spelling, has words that start so, in order."""
        return gazetteer.known_places(self.archive, words)

    def matches(self) -> tuple[Match, ...]:
        """What the lines that name known places come to, by year and places."""
        return gazetteer.matches(self.archive)

    @property
    def changes(self) -> tuple[str, ...]:
        """What this publication changed, table by table; empty for the first one."""
        return tuple(self.archive.manifest.get("changements", ()))

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the open files that this publication offers."""
        return tuple(self.archive.manifest.get("fichiers", ()))

    def outlines(self) -> dict[str, bytes]:
        """The outline of each quarter and commune by its code, as the open file has it, every point
        kept; empty where nothing is drawn."""
        path = self.file("quartiers.gpkg")
        return geopackage.outlines(path) if path else {}

    def file(self, name: str) -> Path | None:
        """An open file of the publication; None for any other name."""
        return self.archive.folder / "fichiers" / name if name in self.files else None

    def source(self, code: str) -> dict[str, str]:
        """One source by its identifier; an empty one where the table lacks it."""
        found: dict[str, dict[str, str]] = {row["id"]: row for row in self.rows("sources")}
        return found.get(code, {"id": code, "titre": code, "producteur": "", "licence": ""})


def open_store(var: Path, slug: str) -> Store:
    """The publication named for that territory; NotPublished where there is none to open."""
    return open_folder(publication_pointer.current(var, slug))


def open_folder(folder: Path) -> Store:
    """The publication in that folder."""
    archive = Archive(folder)
    places = places_of(archive)
    money = Money(archive, places)
    values, fundings = Values(archive, places), Fundings(archive, money)
    store = Store(
        archive=archive,
        places=places,
        values=values,
        money=money,
        fundings=fundings,
        actions=Actions(archive, money),
        bridges=Bridges(archive, money),
        cuts=Cuts(archive, money, fundings, values),
        choices=choices_of(places, archive),
        coverage=coverage_of(archive.document("couverture")),
    )
    return replace(store, choices=store.choices.with_options(keys.options(store, ())))
