"""Évolutions: first the gap in one year, then what can and cannot be said of its change."""

from __future__ import annotations

from dashboard import keys
from dashboard.content import (
    Block,
    Cell,
    Column,
    Exhibit,
    Notice,
    Prose,
    Row,
    Span,
    Table,
    Terms,
    text,
)
from dashboard.domain import french
from dashboard.domain.indicator import Direction
from dashboard.exhibits import among_all, choose, common, standing, trend
from dashboard.pages import gallery, guidance, refused
from dashboard.pages.gallery import opened
from dashboard.pages.page import Former, MenuPlace, Page, Panel
from dashboard.view import View

DIRECTIONS = {
    Direction.GOOD: "Une hausse est favorable.",
    Direction.BAD: "Une hausse est défavorable.",
    Direction.NEUTRAL: "Une hausse n’est en soi ni favorable ni défavorable.",
}


def _definition(view: View) -> tuple[Block, ...]:
    indicator = choose.indicator_of(view)
    items = [
        ("Définition", text(indicator.definition)),
        ("Sens", text(DIRECTIONS[indicator.direction])),
        ("Source", text(common.indicator_source(view, indicator, ""))),
        ("Peut-on l’additionner ?", text(_summable(indicator.summable))),
    ]
    if indicator.limits:
        items.append(("Ce qu’il ne dit pas", text(indicator.limits)))
    return (Terms(tuple(items), f"Définition et limites : {french.uncapital(indicator.label)}"),)


def _summable(summable: bool) -> str:
    if summable:
        return "Oui : c’est un nombre, et le total des quartiers a un sens."
    return "Non : ni total ni moyenne sur plusieurs quartiers."


def _verdicts(view: View) -> tuple[Block, ...]:
    indicator = choose.indicator_of(view)
    generation = choose.generation_of(view, indicator)
    depends = (keys.YEAR, keys.GENERATION, *choose.keys_of(view))
    frame = common.frame_of(view, depends)
    rows = []
    for quarter in choose.told_apart(view, indicator, generation):
        if not view.store.values.years(indicator, [quarter.code]):
            continue
        judged = standing.judge(view, indicator, quarter.code)
        head = Cell(quarter.name, href=view.portrait(quarter.code))
        rows.append(Row((head, Cell(str(judged.trend), strong=True), Cell(judged.reason))))
    codes = [quarter.code for quarter in choose.measured_quarters(view, generation)]
    compared = view.store.values.comparator(indicator, codes, view.selection.year)
    name = view.store.places.by_code[compared[0]].name if compared else "aucune référence"
    frame = frame.of_year(compared[1] if compared else None)
    columns = (
        Column("Quartier"),
        Column(f"L’écart, {french.uncapital(indicator.label)}"),
        Column("Pourquoi"),
    )
    return (
        Exhibit(
            slug="verdicts",
            title="L’écart se réduit-il ?",
            subtitle=f"{indicator.label}, comparé à : {name}",
            table=Table(
                f"Ce que l’on peut dire de l’écart, {french.uncapital(indicator.label)}",
                columns,
                tuple(rows),
                empty="Aucun quartier n’a de valeur pour cet indicateur.",
            ),
            table_first=True,
            reading=text(_reading(rows)),
            alt=common.alt("Tableau : ce que l’on peut dire de l’écart, quartier par quartier"),
            source=common.indicator_source(view, indicator, ""),
            frame=frame,
            file_name=common.file_name(view, frame, "verdicts", indicator.slug),
            notes=(
                *choose.left_out(view, generation, len(rows)),
                "Une évolution ne se mesure ni au travers d’une rupture de série, ni entre deux "
                "années qui se suivent, ni sans référence.",
            ),
            tags=(
                *common.warning_tags(view),
                *common.until_tag(view, compared[1] if compared else None),
            ),
        ),
    )


def _reading(rows: list[Row]) -> str:
    if not rows:
        return "aucun verdict pour cet indicateur."
    head, answer, _ = rows[0].cells
    return f"{head.text} : {answer.text}."


def _no_pillar(view: View) -> tuple[Block, ...]:
    pillars = view.selection.pillars
    if not pillars or not keys.INDICATOR.value(view.selection):
        return ()
    if {*pillars} & {*choose.indicator_of(view).pillars}:
        return ()
    names = french.listed([f"« {common.pillar_of(view, slug).name} »" for slug in pillars])
    of = french.plural(len(pillars), "du pilier", "des piliers")
    said = f"L’indicateur choisi ne dépend pas {of} {names} : il est montré tel quel. "
    own = french.plural(
        len(pillars), "Voir l’indicateur de ce pilier", "Voir l’indicateur principal"
    )
    link = Span(own, href=view.here(indicateur=None))
    return (Prose((text(said, link, "."),)),)


def _among_all(view: View) -> tuple[Block, ...]:
    found = among_all.exhibit(view)
    if found is not None:
        return (found,)
    label = french.uncapital(choose.indicator_of(view).label)
    said = f"{among_all.title(view)} : rien n’est publié ici pour « {label} »."
    return (Notice((text(said),)),)


def _warning(view: View) -> tuple[str, ...]:
    return (
        "Deux années qui se suivent ne suffisent pas à mesurer une évolution dans un quartier : "
        "l’Insee le déconseille.",
        guidance.NO_EFFECT,
        f"Une valeur absente n’est pas un zéro. Elle est notée « {french.NOT_AVAILABLE} » (non "
        "disponible), « s » (secret statistique) ou « – » (sans objet).",
    )


def _title(view: View) -> str:
    if not gallery.is_open(view):
        return "Évolutions"
    return f"Évolutions : {french.uncapital(choose.indicator_of(view).label)}"


FIGURES = ("ecart", "tendance", "verdicts", "parmi-tous")
"""Those that older addresses ask for without naming an indicator."""


def _default(view: View) -> str:
    return choose.indicator_of(view).slug


PAGE = Page(
    slug="evolutions",
    path="/evolutions",
    label="Évolutions",
    listed=MenuPlace.MENU,
    title=_title,
    description="Tous les indicateurs des quartiers, leur évolution, l’écart avec l’agglomération.",
    panels=(
        Panel("tete", gallery.hero),
        *gallery.panels(),
        Panel("pilier", opened(_no_pillar)),
        Panel("ecart", opened(lambda view: (standing.exhibit(view),)), 5),
        Panel("tendance", opened(lambda view: (trend.exhibit(view),)), 7),
        Panel("verdicts", opened(_verdicts)),
        Panel("parmi-tous", opened(_among_all), 7),
        Panel("definition", opened(_definition), 5),
        refused.panel("evolutions"),
        guidance.panel("evolutions", _warning),
    ),
    keys=(keys.INDICATOR, keys.QUESTION, keys.ROWS),
    former=tuple(Former(slug, slug, keys.INDICATOR.name, _default) for slug in FIGURES),
)
