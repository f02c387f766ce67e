"""The year's orientations, and what the lines, themes and indicators say of them."""

from __future__ import annotations

from dashboard import catalogue, keys
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.contract import Orientation
from dashboard.exhibits import common, told
from dashboard.markdown import flat
from dashboard.text import plain
from dashboard.view import View


def exhibit(view: View) -> Exhibit | None:
    """The table of the orientations of the chosen year; None where none is published."""
    found = view.store.orientations(view.selection.year)
    if not found:
        return None
    year = view.selection.year
    rows = tuple(row for item in found for row in _rows(view, item))
    line, frame = view.store.settings.line, common.frame_of(view, (keys.YEAR,))
    return Exhibit(
        slug="orientations",
        title=f"Les orientations de {year}, et ce que les chiffres en disent",
        subtitle=f"Orientations publiées, face aux {line.plural} et aux indicateurs",
        table=Table(
            f"Orientations de {year} et ce qui en parle",
            (
                Column("Orientation, et ce qui en parle"),
                Column("Montant", numeric=True),
            ),
            rows,
        ),
        table_first=True,
        reading=_reading(view, found),
        alt=common.alt(f"Tableau de {len(found)} orientations de {year}"),
        source=_source(view, found),
        frame=frame,
        file_name=common.file_name(view, frame, "orientations", str(year)),
        notes=("Le rapprochement entre une orientation et une action est proposé par l’outil.",),
        tags=common.warning_tags(view),
    )


def _rows(view: View, item: Orientation) -> list[Row]:
    head = Row((Cell(item.title, note=plain(flat(item.text))),), group=True)
    links = view.store.orientation_links(item.code)
    pairs = [pair for pair in (_linked(view, *link) for link in links) if pair is not None]
    none = (Cell("Aucune donnée publiée n’en parle"), Cell(french.NOT_AVAILABLE))
    return [head, *(Row(pair) for pair in pairs or [none])]


def _linked(view: View, kind: str, target: str, comment: str) -> tuple[Cell, Cell] | None:
    none = Cell(french.NOT_APPLICABLE)
    if kind == "action":
        action = view.store.actions.one(target)
        if action is None:
            return None
        label = f"{action.title} ({action.holder})"
        cell = Cell(label, href=view.link(f"/actions/{action.code}"), note=comment)
        return cell, common.granted_cell(view, action, action.amount)
    if kind == "indicateur":
        indicator = catalogue.indicator(target)
        href = view.link("/evolutions", indicateur=target)
        return Cell(f"Indicateur : {indicator.label}", href=href, note=comment), none
    if kind == "parcours":
        href = told.year_of(view).having(keys.CUT.name, keys.AGE.name).href("/actions")
        return Cell("Le parcours des jeunes, étape par étape", href=href, note=comment), none
    if kind == "theme":
        names = {row["slug"]: row["nom"] for row in view.store.rows("themes")}
        chosen = told.year_of(view).having(keys.THEME.name, target)
        amount, count = view.store.money.total(chosen)
        said = view.store.settings.line.brief(count) if count else told.NO_LINE
        label = f"Thème : {names.get(target, target)} ({said})"
        head = Cell(label, href=chosen.href("/actions"), note=comment)
        return head, common.money_cell(amount) if count else none
    return None


def _reading(view: View, found: tuple[Orientation, ...]) -> Text:
    linked = sum(
        any(kind != "aucun" for kind, _, _ in view.store.orientation_links(item.code))
        for item in found
    )
    year = (("annee", str(view.selection.year)),)
    some = told.rows(french.number(linked), linked, "orientations", (*year, ("liens", "oui")))
    verb = french.agree(" [est reliée|sont reliées]", linked)
    said = (some, verb) if linked else ("aucune n’est reliée",)
    words = french.counted(len(found), "orientation")
    every = told.rows(words, len(found), "orientations", year)
    return text(
        *("sur ", every, ", ", *said, " à une action, un thème ou un indicateur"),
        " ; pour les autres, aucune donnée n’est publiée.",
    )


def _source(view: View, found: tuple[Orientation, ...]) -> str:
    codes = [item.source for item in found]
    return common.source_of(view, codes, "", "rapprochement proposé par l’outil")
