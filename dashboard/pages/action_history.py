"""The other years of a line: the same action where it came back, else its holder."""

from __future__ import annotations

from dashboard.content import Block, Exhibit, Span, Text, plain, text
from dashboard.domain import french
from dashboard.domain.claim import RowsClaim
from dashboard.domain.funding import Action, Lines
from dashboard.exhibits import action_list, common, told
from dashboard.view import View

LATEST = 25
"""Lines of the same holder that a page shows, at most."""


def action_of(view: View) -> Action:
    """The line whose page this is; KeyError where there is none, which the router has ruled out."""
    found = view.store.actions.one(view.param)
    if found is None:
        raise KeyError(view.param)
    return found


def blocks(view: View) -> tuple[Block, ...]:
    """The same action over the years where it came back, else the latest lines of its holder."""
    action = action_of(view)
    same = view.store.actions.history(action)
    if len(same) > 1:
        title = "Cette action au fil des années"
        where = (("id", "|".join(item.code for item in same)),)
        return (_lines(view, same, title, Lines.of(same), "cette action", where),)
    latest = view.store.actions.of_holder(action.holder_slug, LATEST)
    total = view.store.actions.lines_of_holder(action.holder_slug)
    noun = french.capital(view.store.settings.line.plural)
    title = f"{noun} de ce porteur au fil des années"
    where = (("porteur_slug", action.holder_slug),)
    return (_lines(view, latest, title, total, action.holder, where),)


def _lines(
    view: View,
    shown: tuple[Action, ...],
    title: str,
    total: Lines,
    subject: str,
    where: told.Where,
) -> Exhibit:
    """Those lines, of all that ``total`` says of the subject, and ``where`` they all are."""
    action = action_of(view)
    count = view.store.settings.line.counted(total.funded)
    refused = _refused(view, total, where)
    cut = len(shown) < total.funded + total.refused
    part = f" ; les {len(shown)} plus récentes" if cut else ""
    return Exhibit(
        slug="historique",
        title=title,
        subtitle=f"{action.holder} : {count}, {french.euros(total.amount)}{plain(refused)}{part}",
        table=action_list.table(view, shown, f"{title} : {action.holder}", held=False),
        table_first=True,
        reading=text(
            told.rows(count, total.funded, "actions", where),
            f" pour {subject}, ",
            told.sum_of(total.amount, "actions", where),
            " en tout",
            *refused,
            ".",
        ),
        alt=common.alt(f"Tableau : {title}"),
        source=common.money_source(view),
        frame=common.frame_of(view, ()),
        file_name=common.file_name(view, common.frame_of(view, ()), "historique", action.code),
        tags=(*common.warning_tags(view), *common.pillar_tag(view)),
    )


def _refused(view: View, total: Lines, where: told.Where) -> Text:
    """What is said of the lines that no total counts."""
    if not total.refused:
        return ()
    claim = RowsClaim(told.REFUSED, total.refused, "actions", where)
    number = Span(french.number(total.refused), claim=claim)
    words = french.agree(" [demande|demandes] sans montant", total.refused)
    return text(" ; ", number, f"{words} {view.store.settings.stage}")
