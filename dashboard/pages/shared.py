"""Small blocks that several pages share: remarks, key figures, contacts, limits."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from dashboard import keys
from dashboard.content import Block, KeyFigure, Notice, Prose, Span, Text, text
from dashboard.domain import french, series
from dashboard.domain.claim import Claim
from dashboard.domain.funding import Origin
from dashboard.domain.indicator import Indicator
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, common, map_reading, told
from dashboard.store.coverage import Coverage
from dashboard.view import View

SITUATION = "La situation du quartier"
NO_MONEY = "Aucune subvention n’est publiée ici pour ce territoire."


def remarks(view: View) -> tuple[Block, ...]:
    """What the address asked that does not exist, said rather than hidden."""
    if not view.remarks:
        return ()
    return (Notice(tuple(text(remark) for remark in view.remarks), "alerte"),)


def limits(*sentences: str) -> Prose:
    """« Ce que ces chiffres ne disent pas »."""
    return Prose(
        tuple(text(sentence) for sentence in sentences),
        title="Ce que ces chiffres ne disent pas",
        bullets=True,
    )


def money_limits(view: View) -> tuple[str, ...]:
    """What the money tables of this territory cannot say."""
    if not view.store.coverage.money:
        return (NO_MONEY,)
    made = ("Tout est inventé : aucun chiffre de ce territoire n’existe.",)
    known = view.store.coverage
    places = (common.PLACE_PROPOSED,) if Origin.PLACE in known.quarters else ()
    return (*(made if view.store.settings.fictional else ()), *_limits_of(known), *places)


def _limits_of(known: Coverage) -> Iterator[str]:
    if Origin.TITLE in known.quarters or Origin.HOLDER in known.quarters:
        yield (
            "Le quartier n’est parfois connu que par l’intitulé ou le nom du porteur ; une ligne "
            "qui n’en nomme aucun est « non ventilée ». Le nom du porteur est une adresse, pas la "
            "zone desservie."
        )
    elif not known.every_quarter:
        yield "Des lignes ne nomment aucun quartier : elles sont « non ventilées »."
    if known.proposed_pillars:
        yield "Le pilier et le thème sont proposés par des règles : la source ne les donne pas."
    missing = [*_missing_stages(known), *_missing_facts(known)]
    if missing:
        yield french.capital(f"{french.listed(missing)} ne sont pas publiés.")
    if known.probable:
        yield (
            "Pour les lignes marquées « périmètre probable », l’outil a déduit de l’intitulé "
            "qu’elles relèvent du contrat."
        )


def _missing_stages(known: Coverage) -> tuple[str, ...]:
    return ("les sommes demandées, refusées et versées",) if len(known.stages) < 2 else ()


def _missing_facts(known: Coverage) -> tuple[str, ...]:
    others = ("les autres financeurs", "le budget des projets") if known.funders < 2 else ()
    return others if known.participants else (*others, "le nombre de participants")


def indicator_figure(view: View, slug: str) -> KeyFigure | None:
    """One indicator over the measured quarters: the range, never an average (rule 1); None where
    none of them has a value."""
    found = choose.known(view, slug)
    if found is None:
        return None
    generation = choose.generation_of(view, found)
    quarters = choose.measured_quarters(view, generation)
    codes = [quarter.code for quarter in quarters]
    year = view.store.values.last_year(found, codes, view.selection.year)
    if year is None:
        return None
    values, _, steps = view.store.values.column(found, codes, year)
    rows = zip(values, steps, quarters, strict=True)
    known = [(value, step, quarter) for value, step, quarter in rows if value is not None]
    if not known:
        return None
    named = [f"{found.format(value, step)} {quarter.at}" for value, step, quarter in known[:3]]
    detail = " ; ".join(named) if len(known) <= 2 else ""
    source = _measured_by(view, found, year, generation)
    ends = (pick(known, key=itemgetter(0)) for pick in (min, max))
    shown = dict.fromkeys(found.format(value, step) for value, step, _ in ends)
    return KeyFigure(found.label, " à ".join(shown), f"{detail}. {source}".lstrip(". "))


def _measured_by(view: View, found: Indicator, year: int | None, generation: str) -> str:
    """« Insee, Filosofi 2021 · périmètres de 2015 », and the filters that change nothing here."""
    named = common.indicator_source(view, found, str(year), generation).split(" · ")
    frame = common.frame_of(view, (keys.YEAR, keys.GENERATION))
    perimeters = common.perimeter_text(generation)
    shown = " · ".join(part for part in (named[0], perimeters) if part)
    return ". ".join((shown, *(said.rstrip(".") for said in frame.beside)))


def population(view: View) -> KeyFigure | None:
    """The inhabitants of the priority quarters: a count, so it may be summed; None where it is not
    published for each of them."""
    found = choose.known(view, choose.INHABITANTS)
    if found is None:
        return None
    generation = choose.generation_of(view, found)
    quarters = choose.measured_quarters(view, generation)
    codes = [quarter.code for quarter in quarters]
    year = view.store.values.last_year(found, codes, view.selection.year)
    observed = [view.store.values.observation(found, code, year or 0) for code in codes]
    known = [item for item in observed if item is not None and item.value is not None]
    if not known or len(known) < len(observed):
        return None
    count = len(quarters)
    several = f"Habitants des {french.cardinal(count)} quartiers prioritaires"
    label = several if count > 1 else "Habitants du quartier prioritaire"
    return KeyFigure(
        label,
        found.format(series.total(found, known)),
        f"Population municipale {year}. " + _measured_by(view, found, year, generation),
    )


def money_figure(view: View) -> KeyFigure | None:
    """What was granted in the years and under the filters chosen; None where none is published."""
    if not view.store.coverage.money:
        return None
    found = told.of(view)
    line = view.store.settings.line
    span = french.years(*view.selection.years)
    filters = common.frame_of_lines(view).scope
    counted = (found.lines().text if found.count else "", filters)
    return KeyFigure(
        f"{french.capital(line.plural)} en {span}"
        if "-" not in span
        else f"{french.capital(line.plural)}, {span}",
        french.short_euros(found.amount) if found.count else french.capital(found.absence),
        french.capital(told.joined(" · ".join(part for part in counted if part), found.beside)),
        href=view.link("/actions"),
    )


def money_sentence(view: View, more: Text = ()) -> Text:
    """How many lines, how much money, the pillar of most of them, ``more`` of them, how pillars
    are known."""
    if not view.store.coverage.money:
        return text(NO_MONEY)
    tags = [Span(tag, tag=True) for tag in common.pillar_tag(view)]
    return text(*lines_sentence(view), ". ", *more, *([" "] if more and tags else []), *tags)


def lines_sentence(view: View) -> Text:
    """How many lines, how much money, the pillar of most of them; without its full stop."""
    return text(*told.sentence(view), *_main_pillar(view), *_beside(view))


def _main_pillar(view: View) -> Text:
    """« ; 5 relèvent du pilier « Emploi » », where no pillar is chosen."""
    found = view.store.money.by_pillar(view.selection).slices
    if view.selection.pillars or not found:
        return ()
    top = max(found, key=lambda item: item.count)
    verb = french.plural(top.count, "relève", "relèvent")
    claim = Claim(told.COUNT, top.count, view.selection, (keys.PILLAR.name, top.slug))
    number = Span(french.number(top.count), claim=claim)
    return text(" ; ", number, f" {verb} du pilier « {top.label} »")


def _beside(view: View) -> Text:
    """What names no quarter, beside what names the one that is chosen."""
    said = told.beside_span(view) if view.selection.quarters else ()
    return text(" ; ", *said) if said else ()


def strong(words: str) -> Span:
    """A run in bold."""
    return Span(words, strong=True)


def commune_instead(view: View, quarter: Territory) -> Prose:
    """What is known of the commune, where nothing is published for a quarter."""
    indicator = choose.known(view, choose.leads_of(view).gap)
    paragraphs = [
        text("Aucun indicateur n’est publié à l’échelle de ce quartier, et aucun n’est emprunté.")
    ]
    for code in quarter.communes:
        commune = view.store.places.by_code.get(code)
        if indicator is None or commune is None:
            continue
        last = view.store.values.last_year(indicator, [code], view.selection.year)
        found = view.store.values.observation(indicator, code, last) if last else None
        if found is not None and found.value is not None:
            said = map_reading.sentence(indicator, commune, found)
            paragraphs.append(text("Pour la commune entière : ", *said))
    return Prose(tuple(paragraphs), title=SITUATION)
