"""Where a street, a place or a door stands beside the quarters, in words and on a map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.chart import Whereabouts
from dashboard.domain.frame import Frame
from dashboard.domain.location import Containment, MapPoint, Named, NameKind, Position, position
from dashboard.domain.territory import Outline, Territory, TerritoryKind
from dashboard.exhibits import common
from dashboard.view import View

SLUG = "ou-est-ce"
OFFICIAL_SITE = "https://sig.ville.gouv.fr"
FAR = 1_000
"""Metres from which a distance is said in kilometres."""
GROUND = "En gris, des limites de communes simplifiées : elles ne se lisent pas au mètre."
KINDS = {TerritoryKind.QPV: "quartier prioritaire", TerritoryKind.QVA: "quartier en veille active"}


@dataclass(frozen=True, slots=True)
class PointStand:
    """Where the point stands in one generation of perimeters; None where no outline is known."""

    generation: str
    position: Position | None


def stands(view: View, point: MapPoint) -> tuple[PointStand, ...]:
    """Where the point stands in each generation, the one asked or else the last one first."""
    places = view.store.places
    first = view.selection.generation or places.generations[-1]
    order = sorted(places.generations, key=lambda item: (item != first, -int(item)))
    return tuple(PointStand(item, position(point, places.perimeters(item))) for item in order)


def answer(view: View, named: Named, found: tuple[PointStand, ...]) -> tuple[Text, ...]:
    """The answer in sentences: the first generation, the others, then what it is worth."""
    first, *others = found
    return tuple(
        said
        for said in (
            (*_subject(named), *_told(view, first), Span(_of(first))),
            *(_elsewhere(view, first, other) for other in others),
            _missing(view, named),
            *(_unseen(view, stand.generation) for stand in found),
            _worth(view, named),
        )
        if said
    )


def _subject(named: Named) -> Text:
    what = {NameKind.STREET: "le point connu de cette voie", NameKind.PLACE: "ce lieu"}
    said = "cette adresse" if named.number else what[named.kind]
    return text(Span(named.label, strong=True), f" : {said} ")


def _told(view: View, stand: PointStand) -> Text:
    """What is said of one generation: « est dans le quartier prioritaire Les Terrasses »."""
    found = stand.position
    if found is None:
        return text("n’est dans aucun tracé publié")
    quarter = Span(found.quarter.name, strong=True, href=view.portrait(found.quarter.code))
    if found.answer is Containment.INSIDE:
        return text(view.worded(f"est dans le {KINDS[found.quarter.kind]} "), quarter)
    if found.answer is Containment.OUTSIDE:
        far = f", est à environ {distance(found.metres)}"
        return text("n’est dans aucun quartier ; le plus proche, ", quarter, far)
    line = replace(quarter, text=found.quarter.of)
    return text(f"est {_doubt(found)} ", line, " ; dedans ou dehors, on ne peut pas dire")


def _of(stand: PointStand) -> str:
    """The generation that the sentence before speaks of."""
    return f" (périmètres de {stand.generation})."


def _doubt(found: Position) -> str:
    if found.quarter.outline is Outline.INDICATIVE:
        return "dans le tracé indicatif"
    simplified = " simplifiée" if found.quarter.outline is Outline.SIMPLIFIED else ""
    return f"à moins de {found.doubt}{french.NBSP}m de la ligne{simplified}"


def distance(metres: float) -> str:
    """Metres as one says them, no finer than a street is known: « 300 m », « 2,4 km »."""
    if metres < FAR:
        return f"{french.number(max(10, round(metres, -1)))}{french.NBSP}m"
    return f"{french.number(metres / 1_000, 1)}{french.NBSP}km"


def _elsewhere(view: View, first: PointStand, other: PointStand) -> Text:
    """What the other perimeters say, in short where they say the same."""
    if _same(view, first, other):
        return text(f"Même réponse avec les périmètres de {other.generation}.")
    return text(f"Avec les périmètres de {other.generation}, ce point ", *_told(view, other), ".")


def _same(view: View, first: PointStand, other: PointStand) -> bool:
    if first.position is None or other.position is None:
        return first.position is other.position
    if first.position.answer is not other.position.answer:
        return False
    places = view.store.places.place_of
    codes = (first.position.quarter.code, other.position.quarter.code)
    near = round(first.position.metres, -1) == round(other.position.metres, -1)
    beside = near or first.position.answer is Containment.INSIDE
    return places[codes[0]] == places[codes[1]] and beside


def _missing(view: View, named: Named) -> Text:
    if not named.missing:
        return ()
    if view.store.doors:
        why = f"Le numéro {named.missing} n’est pas dans la Base adresse nationale de cette voie"
    else:
        why = "Les numéros des voies ne sont pas connus ici"
    return text(f"{why} : la réponse vaut pour un point de la voie.")


def _unseen(view: View, generation: str) -> Text:
    """What nobody can tell: the quarters of that generation that have no outline."""
    count = len(unseen(view, generation))
    if not count:
        return ()
    said = french.agree(
        f"Périmètres de {generation} : {french.cardinal(count)} quartier[s] en veille active "
        "[n’a|n’ont] pas de tracé publié ; on ne peut pas dire si ce point y est.",
        count,
    )
    return text(view.worded(said))


def unseen(view: View, generation: str) -> tuple[Territory, ...]:
    """The quarters of that generation without outline."""
    places = view.store.places
    return tuple(q for q in places.quarters(generation) if q.code not in places.lines)


def _worth(view: View, named: Named) -> Text:
    if view.store.settings.fictional:
        return text("Territoire fictif : aucun service officiel ne connaît ces lieux.")
    runs = named.kind is NameKind.STREET and not named.number
    street = "Une voie peut entrer dans un quartier ou en sortir : vérifiez le numéro"
    start = street if runs else "Vérifiez l’adresse"
    return text(f"{start} sur ", Span("sig.ville.gouv.fr", href=OFFICIAL_SITE), ", qui fait foi.")


def exhibit(view: View, named: Named, point: MapPoint, found: tuple[PointStand, ...]) -> Exhibit:
    """The point beside the nearest quarter of the first generation; its table holds them all."""
    first = found[0]
    near = (first.position.perimeter,) if first.position else ()
    chart = Whereabouts(named.label, point, near, view.store.places.background)
    drawings = {item.quarter.drawing for item in near}
    return Exhibit(
        slug=SLUG,
        title=named.label,
        subtitle=f"Par rapport aux quartiers, {common.perimeter_text(first.generation)}",
        chart=chart,
        height=height(chart),
        table=_table(named, found),
        reading=text(
            "le point noir est celui que la source donne ; la ligne est le bord du quartier."
        ),
        alt=common.alt(f"Plan : {named.label} et le bord du quartier le plus proche"),
        source=_source(view, named, near[0].quarter if near else None),
        frame=Frame(),
        file_name=common.file_name(view, Frame(), SLUG),
        notes=(*sorted({drawing.limit for drawing in drawings} - {""}), GROUND),
        tags=(*common.warning_tags(view), *common.outline_tag(drawings)),
        legend=tuple(_legend(view, item.quarter) for item in near),
    )


def _legend(view: View, quarter: Territory) -> tuple[str, str]:
    dashed = "-indicatif" if quarter.outline is Outline.INDICATIVE else ""
    swatch = f"qpv{dashed}" if quarter.kind is TerritoryKind.QPV else "qva"
    return swatch, f"{french.capital(view.worded(KINDS[quarter.kind]))}, {quarter.drawing.label}"


def _source(view: View, named: Named, quarter: Territory | None) -> str:
    sources = dict.fromkeys([named.source, *([quarter.source] if quarter else [])])
    labels = [common.source_label(view, slug) for slug in sources if slug]
    licences = [view.store.source(slug)["licence"] for slug in sources if slug]
    return " · ".join(part for part in (" ; ".join(labels), *dict.fromkeys(licences)) if part)


def _table(named: Named, found: tuple[PointStand, ...]) -> Table:
    columns = (
        Column("Périmètres"),
        Column("Réponse"),
        Column("Quartier"),
        Column("Distance à son bord", numeric=True),
        Column("Tracé"),
    )
    caption = f"{named.label} et les quartiers"
    return Table(caption, columns, tuple(_rows(found)))


def _rows(found: tuple[PointStand, ...]) -> Iterator[Row]:
    for stand in found:
        if stand.position is None:
            yield Row(
                (Cell(stand.generation), Cell("aucun tracé"), Cell("–"), Cell("–"), Cell("–"))
            )
            continue
        metres = round(stand.position.metres, -1)
        yield Row(
            (
                Cell(stand.generation),
                Cell(str(stand.position.answer)),
                Cell(stand.position.quarter.name),
                Cell(f"environ {distance(metres)}", metres, decimals=0),
                Cell(stand.position.quarter.drawing.label),
            )
        )
