"""« Fiche de séance »: any view on one A4, made from the exhibits of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.content import (
    Block,
    Choice,
    Control,
    Exhibit,
    Hero,
    Notice,
    Sheet,
    Span,
    Text,
    plain,
    text,
)
from dashboard.domain import french
from dashboard.domain.selection import Selection
from dashboard.exhibits import common
from dashboard.pages import imprint, paper, shared
from dashboard.pages.abridged import bare
from dashboard.pages.page import Page, exhibits_in, in_form, renamed
from dashboard.view import View
from dashboard.words import lexicon

ROOT, PREFIX = "/fiche", "fiche-"
"""The path of a sheet before that of its page; its slug before that of its page."""
SENTENCES = 3
MAIN = {
    "accueil": ("carte", "ecart", "montants"),
    "quartiers": ("carte", "comparaison", "liste"),
    "comparaison": ("taux", "argent", "comparaison"),
    "portrait": ("ecart", "lignes", "carte", "montants"),
    "actions": ("montants", "explorer", "changements"),
    "action": ("historique", "financement"),
    "evolutions": ("tendance", "ecart", "verdicts", "galerie"),
    "bilan": ("piliers", "situation", "orientations"),
}
"""The figures of a page that speak on its sheet, the one that is drawn first."""


NOTHING = text("Cette page n’a aucune figure ici : il n’y a rien à imprimer.")


def is_printed(page: Page, view: View) -> bool:
    """Whether that sheet holds a figure, for that view."""
    return any(isinstance(block, Sheet) for block in page.blocks(view))


def of_each(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The sheet of each page that has figures."""
    return tuple(of(page) for page in pages if page.slug in MAIN)


def of(page: Page) -> Page:
    """The sheet of a page: the same filters, the same parameter, under ``/fiche``."""
    made = in_form(page, ROOT, "Fiche de séance", _blocks)
    return replace(made, keys=(*page.keys, keys.FIGURE))


def source_of(page: Page, view: View) -> View:
    """The view that a sheet was made from."""
    asked = _whole(view.asked) if view.asked else None
    path = page.path.replace("*", view.param)
    return replace(view, path=path, selection=_whole(view.selection), asked=asked)


def _whole(selection: Selection) -> Selection:
    return selection.having(keys.FIGURE.name, None)


def _blocks(page: Page, view: View) -> tuple[Block, ...]:
    inner, wanted = renamed(page, source_of(page, view), keys.FIGURE.value(view.selection))
    shown = page.blocks(inner)
    every = tuple(bare(item) for item in exhibits_in(shown))
    if not every:
        return (*shared.remarks(view), Notice((NOTHING,)))
    found = [item for item in every if _shows(item)] or every
    main = _main(page, found, wanted)
    remarks = shared.remarks(view)
    if wanted and main.slug != wanted:
        said = f"Cette vue n’a pas de figure « {wanted} » : « {main.title} » est imprimée."
        remarks = (*remarks, Notice((text(said),), "alerte"))
    return (*remarks, _sheet(page, inner, main, found, shown, view.document("pdf")))


def _shows(item: Exhibit) -> bool:
    return item.chart is not None or bool(item.table.rows)


def _main(page: Page, found: Sequence[Exhibit], wanted: str) -> Exhibit:
    by_slug = {item.slug: item for item in found}
    ordered = (wanted, *MAIN[page.slug])
    return next((by_slug[slug] for slug in ordered if slug in by_slug), found[0])


def _sheet(
    page: Page,
    view: View,
    main: Exhibit,
    found: Sequence[Exhibit],
    blocks: Sequence[Block],
    document: str,
) -> Sheet:
    said = _said(page, view, main, found, _lead(blocks))
    sentences = tuple(map(lexicon.bare, _sentences(said)))
    return Sheet(
        title=page.title(view),
        filters=common.filters_text(view, constant=bool(page.filters)),
        sentences=sentences,
        shown=paper.fitted(main, page.title(view), sentences),
        table=main.table,
        href=imprint.href(page, view),
        document=document,
        controls=(_choice(found, main),) if len(found) > 1 else (),
    )


def _choice(found: Sequence[Exhibit], main: Exhibit) -> Control:
    choices = tuple(Choice(item.slug, item.title) for item in found)
    return Control(keys.FIGURE.name, keys.FIGURE.label, choices, main.slug)


def _sentences(candidates: Iterable[Text]) -> tuple[Text, ...]:
    """Three sentences that say three things, the first ones of those that could stand."""
    kept: list[Text] = []
    for said in candidates:
        core = plain(said).rstrip(". ")
        known = [plain(item).rstrip(". ") for item in kept]
        longer = [place for place, other in enumerate(known) if core.startswith(other)]
        if longer:
            kept[longer[0]] = said
        elif not any(other.startswith(core) for other in known):
            kept.append(said)
    return tuple(kept[:SENTENCES])


def _said(
    page: Page, view: View, main: Exhibit, found: Sequence[Exhibit], lead: Text
) -> Iterator[Text]:
    """What the sheet could say, the figure's own sentence first."""
    if not page.filters:
        yield lead
    by_slug = {item.slug: item for item in found}
    spoken = [by_slug[slug] for slug in MAIN[page.slug] if slug in by_slug]
    for item in dict.fromkeys(entry.slug for entry in (main, *spoken)):
        yield _sentence(by_slug[item].reading)
        if by_slug[item].verdict:
            yield by_slug[item].verdict
    if page.filters:
        yield shared.money_sentence(view)
    for entry in found:
        yield _sentence(entry.reading)
    yield lead


def _sentence(reading: Text) -> Text:
    """A reading as a sentence that stands alone."""
    first, *rest = reading
    return (replace(first, text=french.capital(first.text)), *rest)


def _lead(blocks: Sequence[Block]) -> Text:
    """What the head of a page says of its subject."""
    lead = next((block.lead for block in blocks if isinstance(block, Hero)), ())
    return tuple(Span(item.text, claim=item.claim) for item in lead if not item.tag)
