"""What programs and catalogues take: the subsidies of each year in the form of the trade."""

from __future__ import annotations

from dashboard.content import Block, Cell, Column, Fold, Listing, Prose, Row, Span, Table, text
from dashboard.domain import french, scdl
from dashboard.domain.funding import Euros
from dashboard.domain.scdl import Holder
from dashboard.exhibits import common
from dashboard.pages import api_guide, open_files
from dashboard.pages.open_files import DOWNLOADS, PACKAGE, Yearly
from dashboard.pages.page import Panel
from dashboard.store import agreements
from dashboard.view import View, frozen

FIRST = 2
"""Reasons that the page says of a year."""

_FIXED = "les indicateurs de cette publication"
ABOVE = f"au-dessus de {french.euros(scdl.THRESHOLD)}"
_COLUMNS = (
    Column("Année"),
    Column("Lignes publiées", numeric=True),
    Column("Au format SCDL", numeric=True),
    Column("Laissées de côté", numeric=True),
    Column("Ce qui leur manque"),
    Column(f"Porteurs {ABOVE}", numeric=True),
)
_HOLDERS = (
    Column("Porteur"),
    Column("Année"),
    Column("Subventions", numeric=True),
    Column("Cumul de l’année", numeric=True),
)
_NOTES = (
    f"Schéma « Subventions » {scdl.VERSION} du Socle commun des données locales. Une ligne à qui "
    "manque une donnée obligatoire est laissée de côté, jamais complétée ; le fichier du cumul par "
    "porteur dit combien, et pourquoi.",
    f"Le seuil de {french.euros(scdl.THRESHOLD)} par an et par organisme de droit privé oblige à "
    "publier les données essentielles de la convention. Toutes compétences ; la source ne dit pas "
    "la nature de chaque porteur. Une personne physique n’est ni nommée ni cumulée.",
)
_UNTOLD = (
    "Les données essentielles des conventions ne sont pas dans la copie reprise : importer le "
    "fichier officiel de l’agglomération les publie."
)


def panels() -> tuple[Panel, ...]:
    """The package of indicators; the subsidies of each year, who received beyond the threshold."""
    return (Panel("reutiliser", _reuse), Panel("scdl", _subsidies))


def _reuse(view: View) -> tuple[Block, ...]:
    count = french.counted(len(view.store.values.indicators), "indicateur")
    package = text(
        Span(f"Tous les indicateurs ({PACKAGE})", href=f"{DOWNLOADS}{PACKAGE}"),
        f" : {count}, leurs valeurs, leur dictionnaire et leurs sources, décrits au "
        "format Frictionless Data Package.",
    )
    program = text(
        "Pour un programme : ",
        Span(api_guide.PAGE.label, href=api_guide.PATH),
        ", en JSON, adresse par adresse.",
    )
    still = text(
        "Ces adresses suivent les publications. Pour citer un fichier qui ne change plus, mettez "
        f"devant la sienne {frozen(view.store.digest, '')}, par exemple ",
        Span(_FIXED, href=frozen(view.store.digest, f"{DOWNLOADS}{PACKAGE}")),
        ".",
    )
    return (Prose((package, program, still), "Réutiliser les données", bullets=True),)


def _subsidies(view: View) -> tuple[Block, ...]:
    found = [open_files.yearly(view.store, year) for year in view.store.subsidised]
    if not found:
        return ()
    title = "Subventions de l’agglomération, au format SCDL"
    notes = (*_NOTES, *([] if view.store.counts.get(agreements.AGREED) else [_UNTOLD]))
    table = Table(title, _COLUMNS, tuple(map(_year, found)), notes)
    above = tuple(_holder(one, year.year) for year in found for one in year.above)
    listed = Table(f"Porteurs dont le cumul de l’année est {ABOVE}", _HOLDERS, above)
    summary = french.counted(len(found), "année")
    fold = Fold(listed.caption, (Listing("", french.counted(len(above), "cumul"), listed),))
    return (Listing(title, summary, table), *([fold] if above else []))


def _year(found: Yearly) -> Row:
    kept = len(found.kept)
    file = f"{DOWNLOADS}{open_files.subsidies(found.year)}" if kept else ""
    beside, above = f"{DOWNLOADS}{open_files.holders(found.year)}", len(found.above)
    return Row(
        (
            Cell(str(found.year), found.year),
            common.count_cell(found.count),
            Cell(f"{french.number(kept)} (CSV)" if kept else "aucune", kept, href=file),
            common.count_cell(found.left_out),
            Cell(_reasons(found)),
            Cell(f"{french.number(above)} (CSV)", above, href=beside),
        )
    )


def _reasons(found: Yearly) -> str:
    """The first reasons, each with how many lines; the file of the beneficiaries has them all."""
    said = [f"{reason} ({french.number(count)})" for reason, count in found.reasons[:FIRST]]
    rest = len(found.reasons) - FIRST
    more = [french.counted(rest, "autre raison", "autres raisons")] if rest > 0 else []
    return french.capital(french.listed([*said, *more])) or french.NOT_APPLICABLE


def _holder(holder: Holder, year: int) -> Row:
    return Row(
        (
            Cell(holder.name),
            Cell(str(year), year),
            common.count_cell(holder.count),
            Cell(french.euros(holder.amount), Euros(holder.amount)),
        )
    )
