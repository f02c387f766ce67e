"""« Trouver mon quartier »: a name typed, and where it stands beside the quarters."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import keys
from dashboard.content import Block, Notice, Prose, Search, Span, Text, text
from dashboard.domain import french
from dashboard.domain.location import Named, NameKind
from dashboard.domain.territory import Territory
from dashboard.exhibits import whereabouts
from dashboard.pages.page import Panel
from dashboard.view import View

SLUG = "trouver"
TITLE = "Trouver mon quartier"
SUGGESTIONS = "/propositions"
"""Where the browser asks the names that begin as what is typed."""
OFFERED = 12
NOUNS = {
    NameKind.STREET: ("voie", "voies"),
    NameKind.PLACE: ("lieu", "lieux"),
    NameKind.COMMUNE: ("commune", "communes"),
    NameKind.QUARTER: ("quartier", "quartiers"),
}


def panel() -> Panel:
    """The question and its answer, on any page."""
    return Panel(SLUG, _blocks, label=TITLE)


def _blocks(view: View) -> tuple[Block, ...]:
    asked = keys.PLACE.value(view.selection)
    found = view.store.named(asked, OFFERED) if asked else None
    told: tuple[Block, ...] = ()
    drawn: tuple[Block, ...] = ()
    if found is not None:
        sure = found.sure
        drawn = _drawn(view, sure) if sure else ()
        told = (
            _sure(view, sure, asked, found.names[1:])
            if sure
            else _several(view, asked, found.names, found.total)
        )
    control = keys.PLACE.control(view.store, view.selection, _hint(view))
    action = f"{view.path}#partie-{SLUG}"
    return (Search(TITLE, control, told, SUGGESTIONS, action), *drawn)


def _hint(view: View) -> str:
    """What may be typed here, and what becomes of it."""
    streets = view.store.searchable.get(NameKind.STREET, 0)
    none = "" if streets else "Aucune voie n’est publiée pour ce territoire. "
    numbers = "avec ou sans numéro, " if view.store.doors else ""
    typed = f"Accents, abréviations et fautes de frappe sont compris, {numbers}rien n’est gardé."
    return f"{none}{typed}"


def _drawn(view: View, named: Named) -> tuple[Block, ...]:
    if named.point is None:
        return ()
    return (whereabouts.exhibit(view, named, named.point, whereabouts.stands(view, named.point)),)


def _sure(view: View, named: Named, asked: str, others: tuple[Named, ...]) -> tuple[Block, ...]:
    """The answer, then the other names that might have been meant."""
    near = "Aucun nom ne s’écrit exactement ainsi ; voici le plus proche. "
    guess = (text(near, *_elsewhere(view, asked)),) if named.guessed else ()
    said = (*guess, *_answers(view, named))
    more = tuple(_choice(view, other) for other in others[:3])
    beside = (Prose(more, title="Ou bien", bullets=True, level=3),) if more else ()
    return (Prose(said), *beside)


def _answers(view: View, named: Named) -> tuple[Text, ...]:
    if named.point is not None:
        return whereabouts.answer(view, named, whereabouts.stands(view, named.point))
    if named.kind is NameKind.QUARTER:
        return (_quarter(view, view.store.places.by_code[named.code]),)
    if named.kind is NameKind.COMMUNE:
        return tuple(of_commune(view, named))
    return (_unpointed(view, named),)


def _quarter(view: View, quarter: Territory) -> Text:
    kind = whereabouts.KINDS[quarter.kind]
    return text(
        Span(quarter.name, strong=True),
        view.worded(f" est un {kind} (périmètre de {quarter.generation}). "),
        Span("Ouvrir sa page", href=view.portrait(quarter.code)),
        ".",
    )


def of_commune(view: View, named: Named) -> Iterator[Text]:
    """The quarters of the commune, in each generation of perimeters."""
    for generation in reversed(view.store.places.generations):
        held = [q for q in view.store.places.quarters(generation) if named.code in q.communes]
        links = [Span(q.name, href=view.portrait(q.code)) for q in held]
        start = (Span(named.name, strong=True), f", périmètres de {generation} : ")
        if not held:
            yield text(*start, view.worded("aucun quartier prioritaire ni en veille active."))
            continue
        count = french.counted(len(held), "quartier")
        yield text(*start, f"{count}, ", *_joined(links), ".")


def _joined(links: list[Span]) -> Iterator[str | Span]:
    for place, link in enumerate(links):
        if place:
            yield " et " if place == len(links) - 1 else ", "
        yield link


def _unpointed(view: View, named: Named) -> Text:
    """A place that is known by its name alone."""
    held = next(p for p in view.store.known_places(named.name) if p.code == named.code)
    quarters = [view.store.places.by_code[code] for code in held.quarters]
    where = french.listed([f"{q.name} ({q.generation})" for q in quarters])
    known = f"Il est noté dans {where} : à vérifier." if where else "On ne peut pas dire où il est."
    return text(Span(named.label, strong=True), f" n’a pas de point publié. {known}")


def _elsewhere(view: View, asked: str) -> Text:
    """« Ce n’est pas un lieu ? Chercher « loyer » dans tout le site. »: a word may be no place."""
    way = Span(f"Chercher « {asked} » dans tout le site", href=view.link("/recherche", mots=asked))
    return text("Ce n’est pas un lieu ? ", way, ".")


def _several(view: View, asked: str, names: tuple[Named, ...], total: int) -> tuple[Block, ...]:
    """The names to choose from; what may be looked for where none answers."""
    if not names:
        return (Notice((text(f"{_none(view)} ", *_elsewhere(view, asked)),)),)
    rest = total - len(names)
    more = french.agree(f" ; {french.number(rest)} autre[s] : précisez", rest) if rest else ""
    title = f"{french.counted(total, 'nom répond', 'noms répondent')}{more}"
    return (
        Prose(tuple(_choice(view, item) for item in names), title=title, bullets=True, level=3),
    )


def _choice(view: View, named: Named) -> Text:
    link = Span(named.label, href=f"{view.here(lieu=named.label)}#partie-{SLUG}")
    return text(link, f" ({NOUNS[named.kind][0]})")


def _none(view: View) -> str:
    known = view.store.searchable
    counts = [french.counted(known[kind], *NOUNS[kind]) for kind in NOUNS if kind in known]
    return (
        f"Aucun nom ne répond. Sont connus ici : {french.listed(counts)}. Une voie récente ou "
        "d’une autre commune peut manquer."
    )
