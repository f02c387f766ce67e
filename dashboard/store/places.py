"""The territories of a publication, its contracts and what an address may choose."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cached_property

from dashboard.domain import local_words, settings
from dashboard.domain.basemap import Basemap
from dashboard.domain.ground import Background
from dashboard.domain.location import Perimeter
from dashboard.domain.option import AllowedValues
from dashboard.domain.quarter_map import Outlines, QuarterShape, Ring
from dashboard.domain.selection import QUARTER
from dashboard.domain.settings import Settings
from dashboard.domain.territory import Outline, PlaceDrawing, Territory, TerritoryKind
from dashboard.store import outlines
from dashboard.store.archive import Archive


@dataclass(frozen=True)
class Places:
    """Who is where: territories by code, quarters by generation, outlines; ``apart`` are those of
    the quarters that an inset shows, as it draws them."""

    settings: Settings
    by_code: dict[str, Territory]
    place_of: dict[str, int]
    place_names: tuple[str, ...]
    shapes: dict[str, QuarterShape]
    background: Background
    lines: dict[str, tuple[Ring, ...]]
    towns: tuple[QuarterShape, ...] = ()
    apart: dict[str, tuple[Ring, ...]] = field(default_factory=dict)

    def perimeters(self, generation: str) -> tuple[Perimeter, ...]:
        """The quarters of that generation whose outline is known, as their source draws it."""
        codes = (code for code in self.codes(generation) if code in self.lines)
        return tuple(Perimeter(self.by_code[code], self.lines[code]) for code in codes)

    @cached_property
    def outlines(self) -> str:
        """The path that draws each outline, in whole metres, at its rank, as JSON."""
        held = (*self.shapes.values(), *self.towns)
        shapes = (shape.outlines for shape in held)
        drawn = (self.background.land, self.background.water, *shapes)
        found = {item.rank: item.path for item in drawn if item.rank is not None}
        ranked = [found.get(rank, "") for rank in range(max(found, default=-1) + 1)]
        return json.dumps(ranked, separators=(",", ":"))

    def quarters(self, generation: str) -> tuple[Territory, ...]:
        """The quarters of one generation of perimeters: QPV first, in the order of the file."""
        return self._quarters.get(generation, ())

    @cached_property
    def _quarters(self) -> dict[str, tuple[Territory, ...]]:
        found: dict[str, list[Territory]] = {}
        for territory in sorted(
            self.by_code.values(), key=lambda t: t.kind is not TerritoryKind.QPV
        ):
            if territory.kind.is_quarter:
                found.setdefault(territory.generation, []).append(territory)
        return {generation: tuple(members) for generation, members in found.items()}

    def as_draft(self) -> Places:
        """The same, of settings that say that nothing is published yet."""
        return replace(self, settings=replace(self.settings, draft=True))

    def over(self, basemap: Basemap | None) -> Places:
        """The same, of settings that say which images lie under the maps."""
        return replace(self, settings=replace(self.settings, basemap=basemap))

    def codes(self, generation: str) -> tuple[str, ...]:
        """Their codes, in the same order."""
        return self._codes.get(generation, ())

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        held = self._quarters.items()
        return {generation: tuple(item.code for item in members) for generation, members in held}

    def drawings(self, generation: str) -> frozenset[tuple[TerritoryKind, PlaceDrawing]]:
        """The kinds of quarters of that generation, each with how its place is known."""
        return self._drawings.get(generation, frozenset())

    @cached_property
    def _drawings(self) -> dict[str, frozenset[tuple[TerritoryKind, PlaceDrawing]]]:
        return {
            generation: frozenset((item.kind, item.drawing) for item in members)
            for generation, members in self._quarters.items()
        }

    def drawn(self, generation: str) -> tuple[QuarterShape, ...]:
        """Their shapes, in the same order."""
        return self._drawn.get(generation, ())

    @cached_property
    def _drawn(self) -> dict[str, tuple[QuarterShape, ...]]:
        held = self._codes.items()
        return {
            generation: tuple(self.shapes[code] for code in codes) for generation, codes in held
        }

    def close_up(self, code: str) -> QuarterShape:
        """The shape of a quarter as its source draws it, for a reader who looks closely."""
        if code not in self._close:
            held, lines = self.shapes[code], self.apart.get(code) or self.lines.get(code)
            self._close[code] = replace(held, outlines=Outlines(lines)) if lines else held
        return self._close[code]

    @cached_property
    def _close(self) -> dict[str, QuarterShape]:
        """The shapes that were looked at closely."""
        return {}

    def ended(self, code: str, year: int) -> int | None:
        """The last year of the contract for the place of that quarter, where that year is past in
        the one given; None where the place still stands in the contract."""
        last = self._ends.get(self.place_of.get(code, -1))
        return last if last is not None and last < year else None

    @cached_property
    def _ends(self) -> dict[int, int]:
        """The last year of the contract for each place, but for those that still stand in it."""
        years: dict[int, list[int | None]] = {}
        for code, place in self.place_of.items():
            years.setdefault(place, []).append(self.by_code[code].valid_to)
        ended = {
            place: [year for year in held if year is not None] for place, held in years.items()
        }
        return {place: max(held) for place, held in ended.items() if len(held) == len(years[place])}

    @cached_property
    def _standing(self) -> dict[tuple[int, str], Territory]:
        """The quarter of each place and generation, the first of the file."""
        found: dict[tuple[int, str], Territory] = {}
        for generation, members in self._quarters.items():
            for quarter in members:
                found.setdefault((self.place_of[quarter.code], generation), quarter)
        return found

    def same_place(self, code: str, generation: str) -> Territory | None:
        """The quarter of another generation that stands in the same place, if any."""
        return self._standing.get((self.place_of.get(code, -1), generation))

    @cached_property
    def renamed(self) -> bool:
        """Whether a place bears another name in another generation."""
        named = {
            (self.place_of[q.code], q.name) for q in self.by_code.values() if q.kind.is_quarter
        }
        return len(named) > len({place for place, _ in named})

    def references(self) -> tuple[Territory, ...]:
        """Every territory that is no quarter, in the order of the file."""
        return tuple(t for t in self.by_code.values() if not t.kind.is_quarter)

    @cached_property
    def generations(self) -> tuple[str, ...]:
        """The generations of perimeters, the oldest first."""
        return tuple(sorted({t.generation for t in self.by_code.values() if t.generation}))

    def in_force(self, year: int) -> tuple[str, ...]:
        """The generations that exist by that year; all of them where none does yet."""
        found = {
            item.generation
            for item in self.by_code.values()
            if item.generation and (item.valid_from is None or item.valid_from <= year)
        }
        return tuple(sorted(found)) or self.generations


def places_of(archive: Archive) -> Places:
    """The places of that publication."""
    rows = archive.document("territoires")
    by_code = {row["code"]: _territory(row) for row in rows}
    drawn = archive.read_json("carte.json")
    axes = archive.axes["money"]
    return Places(
        settings=settings_of(archive),
        by_code=by_code,
        place_of=dict(axes["places"]),
        place_names=tuple(axes["place_names"]),
        shapes=outlines.shapes(by_code, drawn),
        background=outlines.background(drawn),
        towns=outlines.towns(by_code, drawn),
        lines=outlines.outlines(archive, "perimetres.json"),
        apart=outlines.outlines(archive, "encarts.json"),
    )


def settings_of(archive: Archive) -> Settings:
    """The settings of the territory of that publication, with its own words."""
    words = local_words.read(archive.document("mots"))
    return replace(settings.read(archive.document("reglages")), words=words)


def choices_of(places: Places, archive: Archive) -> AllowedValues:
    """What the address of any page may say."""
    quarters = tuple(t.code for t in places.by_code.values() if t.kind.is_quarter)
    lower = tuple((f"{QUARTER}={code.lower()}", code) for code in quarters)
    return AllowedValues(
        pillars=tuple(archive.axes["money"]["pillars"]),
        years=tuple(int(year) for year in archive.axes["money"]["years"]),
        quarters=quarters,
        generations=places.generations,
        aliases=lower,
    )


def _territory(row: dict[str, str]) -> Territory:
    return Territory(
        code=row["code"],
        name=row["nom"],
        kind=TerritoryKind(row["genre"]),
        at=row["locatif"],
        of=row["genitif"],
        generation=row["generation"],
        valid_from=int(row["valide_de"][:4]) if row["valide_de"] else None,
        valid_to=int(row["valide_a"][:4]) if row["valide_a"] else None,
        communes=tuple(code for code in row["communes"].split("|") if code),
        outline=Outline(row["trace"] or "inconnu"),
        simplification=int(row["simplification"]) if row.get("simplification") else None,
        successor=row["successeur"],
        source=row["source"],
        mark=int(row["repere"]) if row.get("repere") else None,
        mark_reason=row.get("repere_motif", ""),
        mark_detail=row.get("repere_detail", ""),
    )
