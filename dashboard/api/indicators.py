"""The dictionary of the indicators, and their series by territory."""

from __future__ import annotations

from typing import Any

from dashboard.api.resource import Answered, Arguments, Parameter, Resource, Unanswerable, paged
from dashboard.api.shapes import flag, many, maybe, number, text, thing, whole
from dashboard.domain import rounding
from dashboard.domain.indicator import (
    Break,
    Direction,
    Indicator,
    Observation,
    Status,
    Unit,
    absence,
)
from dashboard.domain.series import Series
from dashboard.store import Store

BREAK = thing(annee=whole("Première année qui ne se compare plus"), motif=text(), source=text())
INDICATOR = thing(
    slug=text(),
    nom=text(),
    definition=text(),
    theme=text(),
    piliers=many(text()),
    unite=text("", *map(str, Unit)),
    decimales=whole("Décimales publiées, au plus"),
    sens=text("Ce qu’est une hausse", *map(str, Direction)),
    sommable=flag("Faux : ni somme ni moyenne entre quartiers"),
    limites=maybe(text()),
    ruptures=many(BREAK),
    sources=many(text("Identifiant")),
)
POINT = thing(
    annee=whole("L’année de la donnée"),
    valeur=maybe(number("Dans l’unité de l’indicateur ; null, jamais 0, où elle est absente")),
    pas=maybe(number("L’arrondi de la source, dans la même unité")),
    statut=text("", *map(str, Status)),
    motif=maybe(text("Pourquoi la valeur est absente")),
    source=text("Identifiant"),
    note=maybe(text("Fichier et note de la source")),
)
SERIES = thing(
    territoire=text("Code"),
    nom=text(),
    genre=text(),
    generation=maybe(text("L’année des périmètres : deux ne font jamais une ligne")),
    ruptures=many(BREAK),
    points=many(POINT),
)
SLUG = Parameter("indicateur", "Le slug d’un indicateur", text(), path=True, required=True)
TERRITORY = Parameter("territoire", "Le code d’un seul territoire", text())


def dictionary(store: Store, asked: Arguments) -> Answered:
    """Every indicator that has a value here."""
    shown, page = paged(store.values.indicators, asked)
    return _of(store, [_indicator(store, item) for item in shown], page)


def one(store: Store, asked: Arguments) -> Answered:
    """One indicator; Unanswerable where there is no such."""
    return _of(store, _indicator(store, _known(store, asked)), None)


def values(store: Store, asked: Arguments) -> Answered:
    """The series of an indicator, one a territory; Unanswerable where there is no such one."""
    item, code = _known(store, asked), asked.values.get(TERRITORY.name)
    held = store.values.measured(item, store.places.by_code)
    if code is not None and code not in held:
        raise Unanswerable(404, f"« {code[:40]} » n’a aucune valeur de cet indicateur.")
    shown, page = paged([one for one in held if code in (None, one)], asked)
    found = [store.values.series(item, one) for one in shown]
    sources = {p.observation.source for s in found for p in s.points if p.observation}
    return Answered([_series(series) for series in found], sorted(sources), page)


def _known(store: Store, asked: Arguments) -> Indicator:
    slug = asked.values[SLUG.name]
    found = next((item for item in store.values.indicators if item.slug == slug), None)
    if found is None:
        raise Unanswerable(404, f"« {slug[:40]} » n’est pas un indicateur publié ici.")
    return found


def _of(store: Store, data: Any, page: Any) -> Answered:
    listed = data if isinstance(data, list) else [data]
    sources = {source for item in listed for source in item["sources"]}
    return Answered(data, sorted(sources), page)


def _indicator(store: Store, item: Indicator) -> dict[str, Any]:
    return {
        "slug": item.slug,
        "nom": item.label,
        "definition": item.definition,
        "theme": item.theme,
        "piliers": list(item.pillars),
        "unite": str(item.unit),
        "decimales": item.decimals,
        "sens": str(item.direction),
        "sommable": item.summable,
        "limites": item.limits or None,
        "ruptures": [_break(broken) for broken in item.breaks],
        "sources": sorted(store.coverage.sources_of(item.slug) or (item.source,)),
    }


def _break(broken: Break) -> dict[str, Any]:
    return {"annee": broken.year, "motif": broken.reason, "source": broken.source}


def _series(series: Series) -> dict[str, Any]:
    place = series.territory
    return {
        "territoire": place.code,
        "nom": place.name,
        "genre": str(place.kind),
        "generation": place.generation or None,
        "ruptures": [_break(broken) for broken in series.breaks],
        "points": [
            _point(series.indicator, point.observation)
            for point in series.points
            if point.observation
        ],
    }


def _point(indicator: Indicator, found: Observation) -> dict[str, Any]:
    step = indicator.coarsest(found.step)
    known = found.value is not None
    return {
        "annee": found.year,
        "valeur": None if found.value is None else round(found.value, rounding.decimals(step)),
        "pas": step if known else None,
        "statut": str(found.status),
        "motif": None if known else absence(found.status),
        "source": found.source,
        "note": found.note or None,
    }


RESOURCES = (
    Resource(
        "/indicateurs",
        "Le dictionnaire des indicateurs",
        "Définition, unité, sens, limites, ruptures et sources de chaque indicateur publié.",
        many(INDICATOR),
        dictionary,
        paged=True,
    ),
    Resource(
        "/indicateurs/{indicateur}",
        "Un indicateur",
        "Sa définition, ses limites, ses ruptures, ses sources.",
        INDICATOR,
        one,
        own=(SLUG,),
    ),
    Resource(
        "/indicateurs/{indicateur}/valeurs",
        "Les valeurs d’un indicateur",
        "Sa série par territoire : chaque année publiée, ou le motif de son absence.",
        many(SERIES),
        values,
        own=(SLUG, TERRITORY),
        paged=True,
    ),
)
