"""« Subventions attribuées » of an agglomeration: SCDL, with the columns and the names met.

One line a beneficiary; the amount is the line's own. Every competence is taken: what belongs to
the « politique de la ville » is said, sure or probable, in its own column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dashboard.domain import french
from dashboard.importers import agreements, persons, sourcing
from dashboard.importers.account import Left, account_of
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.numbering import IdentityMarks, numbered, paired
from dashboard.importers.numbers import shown
from dashboard.importers.packed_lines import Cells
from dashboard.importers.roles import in_table
from dashboard.importers.scdl_lines import NEEDED, ROLES, SubsidyLine, fates
from dashboard.importers.source_table import has_header, key, read_source_table
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Problem, Record

KIND = "scdl"
TITLE = "Subventions attribuées (SCDL)"
TABLE = "subventions_agglomeration"
TABLES = (TABLE, agreements.TABLE)
SOURCE_ID = "subventions-agglomeration"

_STATE = "codedepartementdirection"
_NATURE = re.compile(r"nature(delasubvention)?|conditions(de)?versement|(nom|id)(de)?l?attribuant")
_STATE_ONLY = {"rae"}
_CITY = re.compile(
    r"politique de la ville|contrat de ville|mediation de nuit|mediation sociale|"
    r"fonds de participation des habitants|\bfph\b|quartiers? prioritaires?"
)


def recognises(document: Document) -> bool:
    """Whether the columns are those of a table of subsidies of a local authority."""
    return has_header(document, _is_header)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """Every subsidy of the file; a line that cannot be read right is refused by name."""
    sheet = read_source_table(document, _is_header)
    if sheet is None:
        message = "il manque le bénéficiaire, l’objet ou le montant."
        raise refuse(document.name, message, "Donnez un fichier au format SCDL « Subventions ».")
    identifier = sourcing.used(territory, TABLE, SOURCE_ID)
    given = tuple(fates(sheet, territory))
    kept = tuple(item for item in given if isinstance(item, SubsidyLine))
    refused = (*sheet.problems, *(item for item in given if isinstance(item, Problem)))
    left = tuple(item for item in given if isinstance(item, Left))
    if not kept and not refused:
        message = f"aucune ligne n’est attribuée par {territory.name}."
        raise refuse(document.name, message, "Donnez le fichier de l’agglomération, pas un autre.")
    taken = _rows(kept, territory, identifier)
    years = sorted({row["annee"] for row in taken})
    agreed = [pair for pair in zip(kept, taken, strict=True) if agreements.says(pair[0].cells)]
    return Imported(
        kind=KIND,
        title=", ".join([TITLE, *([french.listed(years)] if years else [])]),
        account=account_of(sheet.rows, (item.line for item in kept), refused, left),
        taken={
            TABLE: taken,
            agreements.TABLE: tuple(agreements.row(item.cells, row) for item, row in agreed),
            "sources": sourcing.own(territory, _source(territory, identifier, document.name)),
        },
        lines={
            TABLE: tuple(item.line for item in kept),
            agreements.TABLE: tuple(item.line for item, _ in agreed),
        },
        scopes={name: tuple({"annee": year} for year in years) for name in TABLES},
        refused=refused,
        remarks=tuple(remark for item in kept for remark in item.remarks),
        notes=(*sheet.notes, *_notes(taken, kept)),
        headings=in_table(sheet, ROLES),
    )


def _is_header(columns: frozenset[str]) -> bool:
    local = any(map(_NATURE.fullmatch, columns))
    local = local and _STATE not in columns and not columns & _STATE_ONLY
    return local and all(role.is_played(columns) for role in NEEDED)


def _rows(
    kept: tuple[SubsidyLine, ...], territory: TerritoryFolder, source: str
) -> tuple[Record, ...]:
    """The rows of the table, numbered: one met before keeps its identifier."""
    funded = _funded(territory)
    rows = [_row(item, funded) | {"source": source} for item in kept]
    _mark_identical(rows)
    held = territory.rows(TABLE)
    pairs = paired([_identity(row) for row in rows], [_identity(row) for row in held])
    known = {index: held[rank]["id"] for index, rank in pairs.items()}
    return tuple(numbered(rows, held, known, "AGGLO"))


def _row(item: SubsidyLine, funded: frozenset[str]) -> Record:
    got = item.cells
    city, reason = _city_policy(item, funded)
    person = persons.is_person(got["porteur"])
    return blank(
        TABLE,
        annee=str(item.year),
        porteur=persons.NAME if person else got["porteur"],
        siret="" if person else item.holder.siret,
        commune=got.get("commune", ""),
        objet=persons.TITLE if person else got["objet"],
        montant=shown(item.amount),
        politique_de_la_ville=city,
        motif=reason,
        annee_convention=item.signed,
    )


def _city_policy(item: SubsidyLine, funded: frozenset[str]) -> tuple[str, str]:
    got: Cells = item.cells
    competence = french.fold(got.get("competence", ""))
    if "politique de la ville" in competence:
        return "oui", "compétence écrite dans le fichier"
    if _CITY.search(french.fold(got["objet"])):
        return "oui", "mot de l’objet"
    if item.holder.siren in funded:
        return "probable", "porteur financé par le P147"
    return "non", ""


def _funded(territory: TerritoryFolder) -> frozenset[str]:
    """The SIREN of the holders of the contract's actions."""
    codes = (row["porteur_id"][:9] for row in territory.rows("actions"))
    return frozenset(code for code in codes if re.fullmatch(r"\d{9}", code))


def _identity(row: Record) -> IdentityMarks:
    """The whole line; else all but its number, which one file may have lost."""
    said = row["annee"], key(row["objet"]), row["montant"], key(row["porteur"])
    return (*said, row["siret"][:9]), said


def _mark_identical(rows: list[Record]) -> None:
    same = Counter(_twin(row) for row in rows)
    for row in rows:
        row["ligne_identique"] = "oui" if same[_twin(row)] > 1 else "non"


def _twin(row: Record) -> tuple[str, ...]:
    return key(row["porteur"]), key(row["objet"]), row["montant"], row["annee_convention"]


def _notes(rows: tuple[Record, ...], kept: tuple[SubsidyLine, ...]) -> Iterator[str]:
    counts = Counter(row["politique_de_la_ville"] for row in rows)
    total = sum(float(row["montant"]) for row in rows)
    yield (
        f"{french.counted(len(rows), 'subvention')}, {french.euros(total)}, toutes compétences ; "
        f"politique de la ville : {french.counted(counts['oui'], 'sûre')}, "
        f"{french.counted(counts['probable'], 'probable')}."
    )
    named = [item for item in kept if item.from_name]
    if named:
        count = french.counted(len(named), "ligne ne dit pas son année", "lignes ne la disent pas")
        yield f"{count} : {named[0].year}, d’après le nom du fichier."
    twins = sum(row["ligne_identique"] == "oui" for row in rows)
    if twins:
        yield f"{french.counted(twins, 'ligne')} identiques à une autre, signalées et gardées."
    yield from persons.notes(rows, "siret")


def _source(territory: TerritoryFolder, identifier: str, file: str) -> Record:
    return blank(
        "sources",
        id=identifier,
        titre=f"Subventions attribuées par {territory.name}",
        producteur=territory.name,
        licence="ODbL",
        millesime="Un fichier par année",
        obtention=f"{sourcing.OFFICIAL} : {file}",
        note="Base à part, sous licence ODbL\u00a0: elle se partage dans les mêmes conditions.",
    )


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "subventions-2020.csv",
            "nomAttribuant;dateConvention;nomBeneficiaire;objet;montant;nature",
            "Auzelande Agglomération;2020-03-12;Fanfare;Festival;1500;aide en numéraire",
        ),
    ),
    lookalikes=(
        example(
            "subventions-2020.csv",
            "nomAttribuant;codeDepartementDirection;nomBeneficiaire;objet;montant;nature",
            "DGCL - DDETSPP;99;REGIE DU ROUET;Jardins partagés;3200;aide en numéraire",
        ),
        example("marches-2020.csv", "nomAcheteur;objet;montant", "Auzelande;Festival;1500"),
    ),
)
