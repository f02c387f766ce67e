"""What every exhibit needs: its tags, its source line, its file name, its text alternative."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from dashboard import catalogue, keys
from dashboard.content import Cell, Row
from dashboard.domain import french, rounding
from dashboard.domain.frame import Frame, SaidFilter
from dashboard.domain.funding import Action, Euros, Origin
from dashboard.domain.indicator import Indicator, Observation, Status, show
from dashboard.domain.lazy_sequence import LazySequence
from dashboard.domain.pillar import Pillar
from dashboard.domain.series import Gap
from dashboard.domain.settings import DRAFT
from dashboard.domain.territory import Outline, PlaceDrawing
from dashboard.keys import Key, KeyRole
from dashboard.view import View

Held = TypeVar("Held")

FICTIONAL = "Territoire fictif"
PROPOSED_PILLAR = "pilier proposé"
PROPOSED_THEME = "thème proposé"
PROPOSED_STEP = "étape proposée"
PRESUMED = "année présumée"
_INEXACT = (Outline.SIMPLIFIED, Outline.INDICATIVE)
RECENT = 3
"""Years after which a figure says how old it is."""
ALT_END = "Tableau des données ci-après."
ALT_LENGTH = 150
COPY = "copie publique, à recharger du fichier officiel"

MARKS_NOTE = (
    f"« {french.NOT_AVAILABLE} » : non disponible ; « s » : secret statistique ; "
    "« – » : sans objet. Une valeur absente n’est jamais un zéro."
)
NEAR_NOTE = (
    "« Environ » : la source arrondit l’une des deux valeurs ; chaque valeur a les chiffres que sa "
    "source publie."
)
COUNTED_ONCE = (
    "Une action peut concerner plusieurs quartiers : son montant est réparti en parts égales, "
    "et elle compte une fois dans chaque quartier."
)


PLACE_PROPOSED = (
    "« Proposé : lieu nommé » : la ligne nomme un lieu (école, centre social…) que le périmètre de "
    "son année contient. C’est le siège de ce qui est financé, pas la zone servie."
)


def warning_tags(view: View) -> tuple[str, ...]:
    """« Brouillon · pas publié », « Territoire fictif » where it is; nothing else."""
    settings = view.store.settings
    return (DRAFT,) * settings.draft + (FICTIONAL,) * settings.fictional


def pillar_tag(view: View) -> tuple[str, ...]:
    """« pilier proposé » where pillars come from our rules and not from the source."""
    return (PROPOSED_PILLAR,) if view.store.coverage.proposed_pillars else ()


def theme_tag(view: View) -> tuple[str, ...]:
    """« thème proposé » likewise: the same rules give both."""
    return (PROPOSED_THEME,) if view.store.coverage.proposed_pillars else ()


def age_tag(view: View) -> tuple[str, ...]:
    """« étape proposée » where rules give the step of the path and not the source."""
    return (PROPOSED_STEP,) if Origin.RULE in view.store.coverage.ages else ()


def outline_tag(drawings: Iterable[PlaceDrawing]) -> tuple[str, ...]:
    """« tracé indicatif », « tracé officiel simplifié (5 m) » where some of the outlines are."""
    said = {item.label for item in drawings if item.outline in _INEXACT}
    return tuple(sorted(said))


def until_tag(view: View, year: int | None) -> tuple[str, ...]:
    """« données jusqu’à 2021 » where a figure is more than three years older than what is asked."""
    old = year is not None and view.selection.year - year > RECENT
    return (f"données jusqu’à {year}",) if old else ()


def presumed_tag(observations: Iterable[Observation | None]) -> tuple[str, ...]:
    """« année présumée » where the data year of one value is not certain."""
    presumed = any(item is not None and item.status is Status.PRESUMED for item in observations)
    return (PRESUMED,) if presumed else ()


def indicator_source(view: View, indicator: Indicator, years: str, generation: str = "") -> str:
    """« Insee, Filosofi 2021 · périmètres de 2015 · Licence Ouverte 2.0 »: the sources of the
    quarters of that generation, of every territory where none is named."""
    slugs = view.store.coverage.sources_of(indicator.slug, generation) or (indicator.source,)
    labels = " ; ".join(dict.fromkeys(source_label(view, slug) for slug in slugs))
    licences = " ; ".join(dict.fromkeys(_licence(view, slug) for slug in slugs))
    parts = [f"{labels} {years}".strip(), perimeter_text(generation), licences]
    return " · ".join(part for part in parts if part)


def indicators_source(view: View, shown: Iterable[Indicator]) -> str:
    """The producers and the licences of several indicators, whose rows have their own sources."""
    slugs = [slug for item in shown for slug in view.store.coverage.sources_of(item.slug)]
    names = dict.fromkeys(source_label(view, slug).split(",", maxsplit=1)[0] for slug in slugs)
    lines = "sources ligne par ligne dans « Données et méthodes »"
    licences = " ; ".join(dict.fromkeys(_licence(view, slug) for slug in slugs))
    return " · ".join(part for part in (", ".join(names), lines, licences) if part)


def source_label(view: View, slug: str) -> str:
    """What a source line says of that source: the catalogue's short name, else the table's."""
    known = catalogue.SOURCES.get(slug)
    if known is not None:
        return known.label
    row = view.store.source(slug)
    return ", ".join(part for part in (row["producteur"], row["titre"]) if part)


def ground_label(view: View, slug: str) -> str:
    """Who drew what lies under the quarters, with a licence that asks to be named."""
    licence = _licence(view, slug)
    known = catalogue.SOURCES.get(slug)
    name = known.label if known is not None else view.store.source(slug)["producteur"]
    return name if licence == catalogue.OPEN_LICENCE else f"{name} ({licence})"


def _licence(view: View, slug: str) -> str:
    known = catalogue.SOURCES.get(slug)
    return known.licence if known is not None else view.store.source(slug)["licence"]


def money_source(view: View) -> str:
    """The sources of the actions, with their vintage and licence."""
    store, codes = view.store, view.store.coverage.sources
    if not store.coverage.money:
        return "aucune source de subventions n’est publiée ici"
    years = french.years(min(store.choices.years), max(store.choices.years))
    copied = any("copie publique" in row.get("obtention", "") for row in _sources(view, codes))
    return source_of(view, codes, years, COPY if copied else "")


def source_of(view: View, codes: Collection[str], years: str = "", *notes: str) -> str:
    """« ANCT, Subventions… 2016-2025 · Licence Ouverte 2.0 »: all that those cells of the column
    « source » name, who publishes it, the notes, the licences."""
    found = _sources(view, codes)
    named = " ; ".join(", ".join(filter(None, (r["producteur"], r["titre"]))) for r in found)
    licences = " ; ".join(dict.fromkeys(row["licence"] for row in found))
    parts = (f"{named} {years}".strip(), *notes, licences)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _sources(view: View, codes: Iterable[str]) -> list[dict[str, str]]:
    """The sources that those cells name, each once; what follows « # » says where in it."""
    named = (name.partition("#")[0] for code in codes for name in code.split(","))
    return [view.store.source(name) for name in dict.fromkeys(named)]


def alt(sentence: str) -> str:
    """A text alternative of at most 150 characters, typeset, that points to the table."""
    room = ALT_LENGTH - len(ALT_END) - 1
    text = french.mended(sentence.rstrip(". "))
    if len(text) + 1 <= room:
        return f"{text}. {ALT_END}"
    return f"{text[: room - 1].rsplit(' ', 1)[0].rstrip(' ,:;')}… {ALT_END}"


def file_name(view: View, frame: Frame, *parts: str) -> str:
    """A plain French file name: territory, subject, filters, each once."""
    settings = view.store.settings
    warned = ["territoire-fictif"] * settings.fictional + ["brouillon"] * settings.draft
    words = [settings.slug, *parts, *frame.file, *warned]
    return "_".join(dict.fromkeys(french.slug(word) for word in words if word))


def value_cell(indicator: Indicator, observation: Observation | None) -> Cell:
    """A table cell for an observation: its number for files, the mark where it is absent."""
    if observation is None or observation.value is None:
        return Cell(show(indicator, observation))
    decimals = rounding.decimals(indicator.coarsest(observation.step))
    return Cell(show(indicator, observation), observation.value, decimals=decimals)


def difference_cell(gap: Gap) -> Cell:
    """A table cell for a gap, no finer than the sources of its two values."""
    found = gap.difference
    return Cell(found.signed, found.value, decimals=rounding.decimals(found.step))


def made(origins: Sequence[Row | Held], make: Callable[[Held], Row]) -> Sequence[Row]:
    """The rows of a table that may be long: each is made of its origin when it is read."""
    return LazySequence(origins, lambda held: held if isinstance(held, Row) else make(held))


def money_cell(amount: float) -> Cell:
    """A table cell for an amount in euros."""
    return Cell(french.euros(amount), Euros(round(amount, 2)))


def granted_cell(view: View, action: Action, amount: float) -> Cell:
    """A table cell for what a line was granted: a line that was refused has no amount, not zero."""
    refused = Cell(f"aucun montant {view.store.settings.stage}")
    return money_cell(amount) if action.funded else refused


def count_cell(count: int) -> Cell:
    """A table cell for a count."""
    return Cell(french.number(count), count)


def pillar_of(view: View, slug: str) -> Pillar:
    """The pillar of a line."""
    return view.store.settings.pillar(slug)


def frame_of(view: View, depends: Collection[Key], marked: Collection[Key] = ()) -> Frame:
    """The frame of a figure whose values those keys change, and that marks what others choose."""
    held = [key for key in keys.KEYS if key.applies(view.selection)]
    others = [key for key in view.asked_keys if key not in depends]
    left = [key for key in others if key not in marked and key.role is KeyRole.FILTER]
    return Frame(
        said=_said(view, (key for key in held if key in depends)),
        marked=_said(view, (key for key in others if key in marked)),
        unreached=(*_said(view, left), *view.unheard),
    )


def _said(view: View, found: Iterable[Key]) -> tuple[SaidFilter, ...]:
    """Those keys in words; what the path says goes without saying."""
    asked = view.asked_keys
    return tuple(
        replace(said, constant=said.constant or key not in asked)
        for key in found
        for said in [key.said(view.store, view.selection)]
    )


def frame_of_lines(view: View, *more: Key) -> Frame:
    """The frame of a figure that counts the lines of the view."""
    return frame_of(view, (*keys.of_lines(), *more))


def frame_of_years(view: View) -> Frame:
    """The frame of a figure that counts the lines of every year, and marks the one chosen."""
    depends = tuple(key for key in keys.of_lines() if key is not keys.YEAR)
    return frame_of(view, depends, (keys.YEAR,))


def filters_text(view: View, constant: bool = True) -> str:
    """Every filter in words, for a caption: « 2016, Cohésion sociale, thème : Santé ».

    What every view has, its year, is left out unless ``constant``.
    """
    held = [key for key in keys.KEYS if key.role.is_said]
    shown = [key for key in held if (constant and key.constant) or key.value(view.selection)]
    return ", ".join(key.said(view.store, view.selection).sentence for key in shown)


def years_text(view: View) -> str:
    """« en 2016 » or « de 2016 à 2019 »."""
    return french.in_years(*view.selection.years)


def perimeter_text(generation: str) -> str:
    """« périmètres de 2015 »."""
    return f"périmètres de {generation}" if generation else ""
