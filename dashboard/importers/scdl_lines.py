"""Lines of a table of subsidies: the columns that say each thing, and the fate of each line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.importers import agreements, dates
from dashboard.importers.account import Left, refusal
from dashboard.importers.door.marks import is_gap
from dashboard.importers.identifiers import Identifier, identifier
from dashboard.importers.imported import refuse
from dashboard.importers.numbers import cents, number, remedy_for, why_not
from dashboard.importers.packed_lines import Cells
from dashboard.importers.roles import ColumnRole, as_amount, as_identifier, as_year, in_table
from dashboard.importers.source_table import SourceTable
from dashboard.importers.territory_folder import TerritoryFolder, folded
from dashboard.importers.totals import RunningSums, left_as_header, left_as_total
from dashboard.schema import Problem, Problems
from dashboard.schema.tables import AMOUNT_LIMIT

_DECIDED = "convention|decision|attribution|notification|deliberation|vote|signature|octroi|acte"
_DU = "(de|du|d)?(la|l|le)?"
"""What joins two words of a header, once it is written as ``key`` does."""

_GIVERS = rf"(id|identifiant|siret|siren|identification){_DU}(attribuant|attributaire)"
_HOLDERS = rf"(nom{_DU})?(beneficiaire|association)(nom)?|raisonsociale({_DU}beneficiaire)?"
_NUMBERS = rf"(id|identifiant|identification|(numero|n)?siret){_DU}beneficiaire|(numero|n)?siret"
_AMOUNTS = rf"montant(vote|attribue|total|accorde)?({_DU}subvention)?(en)?(euros?|eur)?"
_DATES = rf"dates?{_DU}(({_DECIDED}){_DU})+(convention|subvention)?(format.*|aaaa.*)?"
_YEARS = r"annee|exercice|(annee|exercice)(budgetaire|comptable|dexercice|dattribution)"
ROLES = (
    ColumnRole("giver", (rf"nom{_DU}attribuant",)),
    ColumnRole("giver_id", (_GIVERS,), as_identifier),
    ColumnRole("porteur", (_HOLDERS,)),
    ColumnRole("siret", (_NUMBERS,), as_identifier),
    ColumnRole("objet", (rf"obje[ct]t?({_DU}(subvention|dossier|convention))?",)),
    ColumnRole("montant", (_AMOUNTS,), as_amount),
    ColumnRole("convention", (_DATES,), as_year),
    ColumnRole("annee", (_YEARS,), as_year),
    ColumnRole("commune", (r"coordville|ville|commune",)),
    ColumnRole("competence", (r"competences?",)),
    *agreements.ROLES,
)
NEEDED = tuple(role for role in ROLES if role.name in ("porteur", "objet", "montant"))
_ASIDE = "La ligne est laissée de côté."


@dataclass(frozen=True, slots=True)
class SubsidyLine:
    """A line that can be read right. ``amount`` in euros; ``from_name``: the file's name dates it.

    ``remarks`` says which of its cells are not kept.
    """

    line: int
    cells: Cells
    year: int
    from_name: bool
    signed: str
    amount: Decimal
    holder: Identifier
    remarks: Problems


def fates(sheet: SourceTable, territory: TerritoryFolder) -> Iterator[SubsidyLine | Left | Problem]:
    """What becomes of each line of the sheet, in its order."""
    reader = _reader(sheet)
    is_left = _giver(territory, reader.columns)
    sums = RunningSums()
    for line, cells in sheet.lines:
        got = {name: cells[title] for name, title in reader.columns.items()}
        amount = number(got["montant"])
        who = reader.column("porteur"), reader.column("siret")
        again = left_as_header(line, cells)
        bare = not (got.get("siret") or got["objet"])
        total = (
            left_as_total(line, cells, *who)
            or sums.left(line, cells, *who, amount)
            or (sums.left_bare(line, cells, who[0], amount) if bare else None)
        )
        sums.add(amount, is_total=total is not None)
        left = again or total or is_left(line, got)
        if left:
            yield left
        else:
            yield from reader.fates(line, got)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of the whole file when a line is read."""

    file: str
    columns: Mapping[str, str]
    year_of_name: int | None

    def column(self, name: str) -> str:
        return self.columns.get(name, "")

    def fates(self, line: int, got: Cells) -> Iterator[SubsidyLine | Problem]:
        """The line, or everything that is wrong with it."""
        amount = number(got["montant"])
        year = self._year(line, got)
        wrong = [*self._wrong(line, got, amount), *([year] if isinstance(year, Problem) else ())]
        yield from wrong
        if wrong or isinstance(year, Problem) or amount is None:
            return
        holder = identifier(got.get("siret", ""))
        signed = dates.date(got.get("convention", ""))
        yield SubsidyLine(
            line=line,
            cells=got,
            year=year or self.year_of_name or 0,
            from_name=not year,
            signed=str(signed.year if signed else dates.year(got.get("convention", "")) or ""),
            amount=cents(amount),
            holder=holder,
            remarks=tuple(self._remarks(line, got, holder)),
        )

    def _wrong(self, line: int, got: Cells, amount: Decimal | None) -> Iterator[Problem]:
        if not got["porteur"]:
            yield self._refuse(line, "porteur", "", "le bénéficiaire n’est pas nommé.", _ASIDE)
        for name in ("porteur", "objet"):
            if is_gap(got[name]):
                remedy = remedy_for(got[name], _ASIDE)
                yield self._refuse(line, name, got[name], "tient la place d’un texte.", remedy)
        text = got["montant"]
        if amount is None or amount < 0:
            message = why_not(text) if amount is None else "est un montant négatif."
            remedy = remedy_for(text, f"{_ASIDE} Écrivez 12000,50.")
            yield self._refuse(line, "montant", text, message, remedy)
        elif amount >= AMOUNT_LIMIT:
            message = "est hors de l’ordre de grandeur d’une subvention (5 M€ et plus)."
            yield self._refuse(line, "montant", text, message, f"{_ASIDE} Vérifiez la virgule.")

    def _year(self, line: int, got: Cells) -> int | Problem | None:
        """The year that the line says, None where it says none and the file's name does."""
        if got.get("annee"):
            in_words = None if number(got["annee"]) else dates.year_in_name(got["annee"])
            year = dates.year(got["annee"]) or in_words
            remedy = f"{_ASIDE} Écrivez l’année seule, par exemple 2022."
            wrong = "n’est pas une année possible."
            return year or self._refuse(line, "annee", got["annee"], wrong, remedy)
        if got.get("convention"):
            return self._year_of_date(line, got["convention"])
        if self.year_of_name:
            return None
        name = "convention" if "convention" in self.columns else "annee"
        return self._refuse(line, name, "", "rien ne dit l’année.", f"{_ASIDE} Écrivez sa date.")

    def _year_of_date(self, line: int, text: str) -> int | Problem:
        alone = dates.year(text)
        if alone:
            return alone
        day = dates.date(text)
        if day and dates.FIRST <= day.year <= dates.LAST:
            return day.year
        hint = dates.hinted(text)
        example = f"{hint or '2022-02-27'}"
        remedy = f"{_ASIDE} Écrivez la date seule : {example}."
        wrong = "est une date hors du temps du contrat." if day else "n’est pas une date."
        return self._refuse(line, "convention", text, wrong, remedy)

    def _remarks(self, line: int, got: Cells, holder: Identifier) -> Iterator[Problem]:
        if holder.wrong:
            yield self._refuse(line, "siret", got["siret"], holder.wrong, holder.remedy)
        signed = got.get("convention", "")
        if signed and dates.date(signed) is None and dates.year(signed) is None:
            remedy = "L’année vient d’une autre colonne ; la date n’est pas gardée."
            yield self._refuse(line, "convention", signed, "n’est pas une date.", remedy)

    def _refuse(self, line: int, name: str, value: str, message: str, remedy: str) -> Problem:
        return refusal(self.file, line, self.column(name), value, message, remedy)


def _reader(sheet: SourceTable) -> _Reader:
    columns = in_table(sheet, ROLES)
    year = dates.year_in_name(sheet.name)
    if year is None and "annee" not in columns and "convention" not in columns:
        message = "rien ne dit l’année : ni colonne de date ou d’année, ni le nom du fichier."
        remedy = "Ajoutez une colonne « dateConvention », ou l’année seule dans le nom du fichier."
        raise refuse(sheet.name, message, remedy)
    return _Reader(sheet.name, columns, year)


def _giver(
    territory: TerritoryFolder, columns: Mapping[str, str]
) -> Callable[[int, Cells], Left | None]:
    """Why a line is not the agglomeration's, under any of its SIREN or names; None where it is."""
    sirens = {str(code) for code in territory.settings.get("epci", ())}
    names = {folded(name).strip() for name in (*territory.names("epci"), territory.name)}
    told = [name for name in ("giver", "giver_id") if name in columns]

    def left(line: int, got: Cells) -> Left | None:
        given, code = got.get("giver", ""), got.get("giver_id", "")
        digits = re.sub(r"\s", "", code)[:9]
        if not told or folded(given).strip() in names or digits in sirens:
            return None
        if given or (code and not identifier(code).wrong):
            return Left(line, columns[told[0]], given or code, "d’un autre attribuant")
        return Left(line, columns[told[-1]], code, "dont l’attribuant ne peut pas être dit")

    return left
