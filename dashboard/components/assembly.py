"""A page and a view as one component tree: what the live page and the plain HTML both show."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dashboard import keys
from dashboard.components import filters, ids, labels
from dashboard.components import page as layout
from dashboard.components.context import Context
from dashboard.components.page import Slot
from dashboard.components.shell import Surroundings
from dashboard.content import Block, Fold, Terms, text
from dashboard.domain import french
from dashboard.domain.local_words import LocalWords
from dashboard.html.element import Element
from dashboard.keys import Key
from dashboard.pages import MenuPlace, bar, entries, imprint
from dashboard.pages.page import Page, Panel, exhibit_of
from dashboard.view import View, frozen
from dashboard.words import lexicon
from dashboard.words.typography import typeset

ROW = 12


@dataclass(frozen=True, slots=True)
class PageStamp:
    """Where and when a page is made: the address of the server, the day, which paper says, what
    stands before every address of a frozen page, whether other sites may show its figures."""

    site: str = ""
    day: dt.date | None = None
    root: str = ""
    embeds: bool = False


def context(page: Page, view: View, stamp: PageStamp = PageStamp()) -> Context:
    """Where the blocks of that page stand. The address holds what was asked, not what the path
    already says. No image of another site is on paper, on a wall, or on a page that never
    changes."""
    return Context(
        page=view.path.strip("/") or "accueil",
        path=view.path,
        selection=view.asked or view.selection,
        mail=view.store.settings.error_mail,
        site=stamp.site,
        root=stamp.root,
        embeds=stamp.embeds,
        basemap=None if page.still or stamp.root else view.store.settings.basemap,
        day=french.date(stamp.day) if stamp.day else "",
        imprint=imprint.of_page(page, view),
        dated=page.dated,
        digest=view.store.digest,
        spoken=page.spoken.name if page.spoken else "",
    )


def address(page: Page, view: View, slug: str) -> str:
    """The address that a file of that figure names: that of its publication, since its figures do
    not change any more. What a reader looks for leaves with the figure that answers it, and with no
    other."""
    public = view.unsearched()
    known = public == view or _said(page, public, slug) == _said(page, view, slug)
    at = context(page, public if known else view)
    return frozen(at.digest, at.href())


def _said(page: Page, view: View, slug: str) -> tuple[str, str] | None:
    """What a view says that a figure is; None where it has none of that name."""
    found = exhibit_of(page, view, slug)
    return (found.title, found.subtitle) if found else None


def whole(page: Page, view: View, stamp: PageStamp = PageStamp()) -> Element:
    """The page with its frame, its filter bar and every panel drawn."""
    slots = [layout.settled(_slot(panel, panel.blocks(view))) for panel in page.panels]
    slots += _words(page, view, [block for slot in slots for block in slot.blocks])
    at = context(page, view, stamp)
    rows = [layout.filled(row) for row in rows_of(slots)]
    return layout.page(rows, at, frame(view, page.spoken), _bar(page, view, at))


def _bar(page: Page, view: View, at: Context) -> filters.FilterBar:
    """The filter bar of a page; a sheet says on itself what its address asks in vain."""
    remarks = () if page.still else view.remarks
    if not page.filters:
        return filters.FilterBar(remarks=remarks)
    printed = () if page.still else ((labels.SHEET, at.sheet()), (labels.PROJECT, at.projection()))
    chips, said = bar.chips(view), bar.sentence(page, view)
    return filters.FilterBar(bar.controls(page, view), chips, said, printed, remarks)


def _words(page: Page, view: View, blocks: Sequence[Block]) -> list[Slot]:
    """The words of the trade that the page uses; none on the page that explains them all."""
    explained = any(isinstance(block, Terms) and block.anchored for block in blocks)
    own = view.store.settings.words
    listed = () if page.still or explained else lexicon_blocks(lexicon.met(blocks, own), own)
    return [Slot(ids.WORDS, listed)] if listed else []


def lexicon_blocks(terms: Collection[str], own: LocalWords) -> tuple[Block, ...]:
    """Those words of the glossary with what they mean, in a fold that paper opens; each under the
    word that the territory has for it, if any."""
    said = {lexicon.named(term, own): text(lexicon.SAID[term]) for term in terms}
    items = tuple((name, said[name]) for name in sorted(said, key=french.fold))
    return (Fold(labels.WORDS, (Terms(items),)),) if items else ()


def drawn(
    page: Page, blocks: Sequence[Block], view: View, stamp: PageStamp, panel: Panel | None = None
) -> list[Element]:
    """What stands inside one panel of a page that is shown, whose blocks those are."""
    at = replace(context(page, view, stamp), held=True)
    if panel is None:
        return layout.content(blocks, at)
    slot = _beside(page, panel, view)
    return layout.content(slot.blocks, at, slot.anchor)


def _beside(page: Page, panel: Panel, view: View) -> Slot:
    """That panel as its neighbours let it be."""
    rows = rows_of([_slot(one, ()) for one in page.panels])
    names = next([slot.slug for slot in row] for row in rows if panel.slug in {s.slug for s in row})
    row = [_slot(one, one.blocks(view)) for one in page.panels if one.slug in names]
    return next(slot for slot in layout.filled(row) if slot.slug == panel.slug)


def _slot(panel: Panel, blocks: tuple[Block, ...]) -> Slot:
    return Slot(panel.slug, blocks, panel.width, panel.tall, panel.label)


def frame(view: View, spoken: Key | None = None) -> Surroundings:
    """What stands around every page of that publication."""
    return Surroundings(
        fictional=view.store.settings.fictional,
        entries=entries(MenuPlace.MENU),
        aside=entries(MenuPlace.ASIDE),
        footer=entries(MenuPlace.FOOT),
        keys=keys.told(spoken),
    )


def margins(page: Page, view: View, stamp: PageStamp) -> str:
    """The rules of style by which every sheet after the first says, without any script, what view
    it belongs to, and every sheet where that view is. None for a page made for paper."""
    if page.still:
        return ""
    at = context(page, view, stamp)
    said = (at.imprint.name, bar.sentence(page, view), at.day, at.imprint.warning)
    head = typeset(" · ".join(part for part in said if part))
    foot = typeset(f"{at.located(at.href())} · {at.imprint.publication}")
    return MARGINS % (_quoted(head), _quoted(foot))


MARGINS = (
    "@page { @top-left { content: %s; } @bottom-left { content: %s; } }\n"
    "@page :first { @top-left { content: none; } }\n"
    "@media print { .pied { display: none; } }"
)


def _quoted(said: str) -> str:
    """A string of a style sheet, which closes neither itself nor the element that holds it."""
    return '"' + re.sub(r'[\\"<\n\r\f]', lambda found: f"\\{ord(found[0]):06x}", said) + '"'


def rows_of(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Panels side by side while their widths fit in twelve columns, or beside a tall one."""
    rows: list[list[Slot]] = []
    filled, tall = ROW, ROW
    for slot in slots:
        if filled + slot.width > ROW and tall + slot.width > ROW:
            rows.append([])
            filled = 0
        rows[-1].append(slot)
        filled += slot.width
        tall = slot.width if slot.tall else ROW
    return rows
