"""« Subventions attribuées » of an agglomeration: SCDL, with the columns and the names met.

One line a beneficiary; the amount is the line's own. Every competence is taken: what belongs to
the « politique de la ville » is said, sure or probable, in its own column.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from dashboard.domain import french
from dashboard.importers import persons, sourcing
from dashboard.importers.ground import Ground, blank, words
from dashboard.importers.imported import Document, Imported, Row, refuse
from dashboard.importers.numbering import numbered, paired
from dashboard.importers.reading import date, number, shown, siret
from dashboard.importers.sheet import Sheet, has_header, key, read_sheet
from dashboard.schema import Problem
from dashboard.schema.tables import AMOUNT_LIMIT

KIND = "scdl"
TITLE = "Subventions attribuées (SCDL)"
TABLE = "subventions_agglomeration"
SOURCE_ID = "subventions-agglomeration"

_NAMES = {
    "giver": ("nomattribuant", "nomdelattribuant"),
    "giver_id": ("idattribuant", "identificationdelattribuant", "identificationdelattributaire"),
    "porteur": ("nombeneficiaire", "nomdubeneficiaire", "beneficiaire"),
    "siret": ("idbeneficiaire", "identificationdubeneficiaire", "siretbeneficiaire", "siret"),
    "rna": ("rnabeneficiaire", "rna"),
    "objet": ("objet", "object", "objetdelasubvention", "objetdudossier"),
    "montant": ("montant", "montantvote", "montanttotaldelasubvention", "montantattribue"),
    "convention": ("dateconvention", "datedelaconventiondesubvention", "datedecision"),
    "annee": ("annee", "exercice", "anneebudgetaire", "exercicebudgetaire"),
    "commune": ("coordville", "ville", "commune"),
    "competence": ("competences", "competence"),
}
_NEEDED = ("porteur", "objet", "montant")
_STATE = "codedepartementdirection"
_NATURE = {"nature", "naturedelasubvention", "conditionsversement", "nomattribuant", "idattribuant"}
_STATE_ONLY = {"rae"}
_CITY = re.compile(
    r"politique de la ville|contrat de ville|mediation de nuit|mediation sociale|"
    r"fonds de participation des habitants|\bfph\b|quartiers? prioritaires?"
)

Line = Mapping[str, str]


def recognises(document: Document) -> bool:
    """Whether the columns are those of a table of subsidies of a local authority."""
    return has_header(document, _is_header)


def read(document: Document, ground: Ground) -> Imported:
    """Every subsidy of the file; a line that cannot be read right is refused by name."""
    sheet = read_sheet(document, _is_header)
    if sheet is None:
        message = "il manque le bénéficiaire, l’objet ou le montant."
        raise refuse(document.name, message, "Donnez un fichier au format SCDL « Subventions ».")
    identifier = sourcing.used(ground, TABLE, SOURCE_ID)
    given = tuple(_each(sheet, ground))
    if not given:
        message = f"aucune ligne n’est attribuée par {ground.name}."
        raise refuse(document.name, message, "Donnez le fichier de l’agglomération, pas un autre.")
    rows = [item | {"source": identifier} for item in given if not isinstance(item, Problem)]
    _mark_identical(rows)
    held = ground.rows(TABLE)
    pairs = paired([(_identity(row),) for row in rows], [(_identity(row),) for row in held])
    known = {index: held[rank]["id"] for index, rank in pairs.items()}
    taken = numbered(rows, held, known, "AGGLO")
    years = sorted({row["annee"] for row in taken})
    return Imported(
        kind=KIND,
        title=f"{TITLE}, {french.listed(years)}",
        taken={
            TABLE: taken,
            "sources": sourcing.own(ground, _source(ground, identifier, document.name)),
        },
        scopes={TABLE: tuple({"annee": year} for year in years)},
        refused=tuple(item for item in given if isinstance(item, Problem)),
        notes=tuple(_notes(taken)),
    )


def _is_header(columns: frozenset[str]) -> bool:
    local = bool(columns & _NATURE) and _STATE not in columns and not columns & _STATE_ONLY
    return local and all(columns & set(_NAMES[name]) for name in _NEEDED)


def _columns(sheet: Sheet) -> dict[str, str]:
    """The column of the file that holds each thing we look for."""
    keys = {key(title): title for title in sheet.header}
    found = {
        name: next((keys[variant] for variant in variants if variant in keys), "")
        for name, variants in _NAMES.items()
    }
    return {name: title for name, title in found.items() if title}


def _each(sheet: Sheet, ground: Ground) -> Iterator[Row | Problem]:
    columns = _columns(sheet)
    named = re.search(r"20\d\d", sheet.name)
    year = named[0] if named else ""
    funded = _funded(ground)
    is_ours = _giver(ground)
    for line, cells in sheet.lines:
        got = {name: cells[title] for name, title in columns.items()}
        if not is_ours(got):
            continue
        problem = _problem(sheet.name, line, got, columns)
        yield problem or _row(got, year, funded)


def _giver(ground: Ground) -> Callable[[Line], bool]:
    """Whether a line is given by the agglomeration, under any of its SIREN or names."""
    sirens = {str(code) for code in ground.settings.get("epci", ())}
    names = {words(name).strip() for name in (*ground.names("epci"), ground.name)}

    def is_ours(got: Line) -> bool:
        if "giver" not in got and "giver_id" not in got:
            return True
        named = words(got.get("giver", "")).strip()
        return siret(got.get("giver_id", ""))[:9] in sirens or named in names

    return is_ours


def _problem(file: str, line: int, got: Line, columns: Line) -> Problem | None:
    if not got["porteur"]:
        message, remedy = "le bénéficiaire n’est pas nommé.", "La ligne est laissée de côté."
        return Problem(file, line, columns["porteur"], "", message, remedy, blocking=False)
    amount = number(got["montant"])
    if amount is None or amount < 0:
        message = "n’est pas un montant." if got["montant"] else "le montant manque."
        remedy = "La ligne est laissée de côté. Écrivez 12000 ou 12000,50."
        value = got["montant"]
        return Problem(file, line, columns["montant"], value, message, remedy, blocking=False)
    if amount >= AMOUNT_LIMIT:
        message = "est hors de l’ordre de grandeur d’une subvention (5 M€ et plus)."
        remedy = "La ligne est laissée de côté : vérifiez la virgule."
        value = got["montant"]
        return Problem(file, line, columns["montant"], value, message, remedy, blocking=False)
    return None


def _row(got: Line, year_of_file: str, funded: frozenset[str]) -> Row:
    signed = date(got.get("convention", ""))
    year = _year(got, year_of_file, signed)
    city, reason = _city_policy(got, funded)
    amount = number(got["montant"]) or 0.0
    person = persons.is_person(got["porteur"])
    number_of_holder = siret(got.get("siret", ""))
    return blank(
        TABLE,
        annee=year,
        porteur=persons.NAME if person else got["porteur"],
        siret=number_of_holder if len(number_of_holder) == 14 and not person else "",
        commune=got.get("commune", ""),
        objet=persons.TITLE if person else got["objet"],
        montant=shown(round(amount, 2)),
        politique_de_la_ville=city,
        motif=reason,
        annee_convention=str(signed.year) if signed else "",
    )


def _year(got: Line, year_of_file: str, signed: dt.date | None) -> str:
    written = re.search(r"20\d\d", got.get("annee", ""))
    if written:
        return written[0]
    return year_of_file or (str(signed.year) if signed else "")


def _city_policy(got: Line, funded: frozenset[str]) -> tuple[str, str]:
    competence = french.fold(got.get("competence", ""))
    if "politique de la ville" in competence:
        return "oui", "compétence écrite dans le fichier"
    if _CITY.search(french.fold(got["objet"])):
        return "oui", "mot de l’objet"
    if siret(got.get("siret", ""))[:9] in funded:
        return "probable", "porteur financé par le P147"
    return "non", ""


def _funded(ground: Ground) -> frozenset[str]:
    """The SIREN of the holders of the contract's actions."""
    codes = (row["porteur_id"][:9] for row in ground.rows("actions"))
    return frozenset(code for code in codes if re.fullmatch(r"\d{9}", code))


def _identity(row: Row) -> tuple[str, ...]:
    return row["annee"], row["siret"][:9], key(row["objet"]), row["montant"], key(row["porteur"])


def _mark_identical(rows: list[Row]) -> None:
    same = Counter(_twin(row) for row in rows)
    for row in rows:
        row["ligne_identique"] = "oui" if same[_twin(row)] > 1 else "non"


def _twin(row: Row) -> tuple[str, ...]:
    return key(row["porteur"]), key(row["objet"]), row["montant"], row["annee_convention"]


def _notes(rows: tuple[Row, ...]) -> Iterator[str]:
    counts = Counter(row["politique_de_la_ville"] for row in rows)
    total = sum(float(row["montant"]) for row in rows)
    yield (
        f"{french.counted(len(rows), 'subvention')}, {french.euros(total)}, toutes compétences ; "
        f"politique de la ville : {counts['oui']} sûres, {counts['probable']} probables."
    )
    twins = sum(row["ligne_identique"] == "oui" for row in rows)
    if twins:
        yield f"{french.counted(twins, 'ligne')} identiques à une autre, signalées et gardées."
    hidden = sum(row["porteur"] == persons.NAME for row in rows)
    if hidden:
        yield f"{french.counted(hidden, 'personne physique', 'personnes physiques')} : nom retiré."


def _source(ground: Ground, identifier: str, file: str) -> Row:
    return blank(
        "sources",
        id=identifier,
        titre=f"Subventions attribuées par {ground.name}",
        producteur=ground.name,
        licence="ODbL",
        millesime="Un fichier par année",
        obtention=f"{sourcing.OFFICIAL} : {file}",
        note="Base à part, sous licence ODbL\u00a0: elle se partage dans les mêmes conditions.",
    )
