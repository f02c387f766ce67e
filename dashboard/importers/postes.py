"""ANCT posts of adultes-relais and FONJEP: one JSON list a year and a programme.

``annee`` is a number or a text; FONJEP writes a name where a SIRET is due; the code of the
contract changed in 2024. The adulte-relais amounts of 2025 are those of FONJEP: an error upstream,
flagged and left as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain import french
from dashboard.importers import dates, persons, sourcing
from dashboard.importers.account import Left, account_of, refusal, unit_of
from dashboard.importers.door.items import json_of
from dashboard.importers.door.text import damaged
from dashboard.importers.identifiers import identifier
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.numbers import cents, number, shown, why_not
from dashboard.importers.persons import NAME, is_person
from dashboard.importers.reading import plain
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Problem, Record
from dashboard.schema.tables import AMOUNT_LIMIT

KIND = "anct-postes"
TITLE = "ANCT, postes"
SOURCE_ID = "anct-postes"

UNIT = "poste"

_NEEDED = ("id_poste", "raison_sociale", "annee", "montant")
_READ = (*_NEEDED, "code_cv", "code_tiers")
_ADULTE_RELAIS, _FONJEP = "adulte-relais", "fonjep"
_FONJEP_RATE = 7_164
"""Euros a year: the rate of a FONJEP post since 2021."""
_ANOMALY = (
    "Montant identique au taux d’un poste Fonjep (7\u202f164\u00a0€)\u00a0: erreur probable de "
    "la source, un adulte-relais coûte environ trois fois plus."
)


def recognises(document: Document) -> bool:
    """Whether the bytes are a JSON list of posts."""
    return bool(_posts(document))


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The posts of the territory's contract in that file; Refused for another file,
    or where the contract has no code."""
    posts = _posts(document)
    if not posts:
        raise refuse(document.name, "ce n’est pas une liste de postes.", _EXPECTED)
    codes = contract_codes(territory)
    if not codes:
        message = "le territoire ne dit pas les codes de son contrat."
        remedy = "Écrivez-les dans les réglages : « Codes du contrat à l’ANCT » (codes_anct)."
        raise refuse(document.name, message, remedy)
    source = sourcing.used(territory, "postes", SOURCE_ID)
    given = list(_fates(document.name, posts, codes))
    kept = [item for item in given if isinstance(item, _Kept)]
    refused = tuple(item for item in given if isinstance(item, Problem))
    rows = [item.row | {"source": source} for item in kept]
    flagged = sum(bool(row["anomalie"]) for row in rows)
    notes = [f"{french.counted(len(rows), 'poste')} du contrat sur {french.number(len(posts))}."]
    if flagged:
        count = french.counted(flagged, "montant signalé", "montants signalés")
        notes.append(f"{count} comme erreur de la source, laissés tels quels.")
    notes.extend(persons.notes(rows, "siret"))
    years = sorted({row["annee"] for row in rows})
    return Imported(
        kind=KIND,
        title=f"{TITLE} {french.listed(_programmes(rows))} {french.listed(years)}".strip(),
        account=account_of(
            range(1, len(posts) + 1),
            (item.rank for item in kept),
            refused,
            (item for item in given if isinstance(item, Left)),
            UNIT,
        ),
        taken={
            "postes": tuple(rows),
            "sources": sourcing.own(territory, _source(source, document.name)),
        },
        scopes={"postes": tuple(_scopes(rows))},
        lines={"postes": tuple(item.rank for item in kept)},
        refused=refused,
        remarks=tuple(item.remark for item in kept if item.remark),
        notes=tuple(notes),
    )


_ASIDE = "Le poste est laissé de côté."
_UNREADABLE = "tient un caractère qui ne peut pas être lu."
_EXPECTED = "Donnez adulte-relais-AAAA.json ou postes-fonjep-AAAA.json."


def contract_codes(territory: TerritoryFolder) -> frozenset[str]:
    """The ANCT codes of the contract: settings, else those of the posts already held."""
    declared = territory.settings.get("codes_anct", ())
    held = {row["contrat"] for row in territory.rows("postes") if row["contrat"]}
    return frozenset(str(code) for code in declared) or frozenset(held)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A post of the contract: its rank in the list, its row, and the cell that is not kept."""

    rank: int
    row: Record
    remark: Problem | None


_PostFates = tuple[_Kept | Left | Problem, ...]
"""What becomes of one post: every problem of one that is refused."""


def _posts(document: Document) -> list[object]:
    """The items of the list; none where it is no list of posts."""
    if not document.content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"["):
        return []
    found: object = json_of(document)
    items = found if isinstance(found, list) else []
    return items if any(_is_post(item) for item in items) else []


def _is_post(item: object) -> bool:
    return isinstance(item, dict) and all(name in item for name in _NEEDED)


def _fates(
    file: str, posts: list[object], codes: frozenset[str]
) -> Iterator[_Kept | Left | Problem]:
    """What becomes of each item, those that repeat one or contradict it included."""
    ranked = enumerate(posts, start=1)
    first = [item for rank, post in ranked for item in _fate(file, rank, post, codes)]
    twins: dict[str, list[_Kept]] = defaultdict(list)
    for item in first:
        if isinstance(item, _Kept):
            twins[item.row["id"]].append(item)
    for item in first:
        settled = _settled(file, item, twins[item.row["id"]]) if isinstance(item, _Kept) else item
        yield unit_of(settled, UNIT) if isinstance(settled, Problem) else settled


def _settled(file: str, item: _Kept, same: list[_Kept]) -> _Kept | Left | Problem:
    code = item.row["id"]
    if any(other.row != item.row for other in same):
        where = french.listed([str(other.rank) for other in same])
        message = f"est aux postes {where}, qui se contredisent."
        remedy = "Aucune n’est prise : gardez la bonne."
        return refusal(file, item.rank, "id_poste", code, message, remedy)
    return item if item is same[0] else Left(item.rank, "id_poste", code, "en double")


def _fate(file: str, rank: int, post: object, codes: frozenset[str]) -> _PostFates:
    """What becomes of that post: everything that is wrong with it where something is."""
    if not isinstance(post, dict) or not _is_post(post):
        missing = next((n for n in _NEEDED if not isinstance(post, dict) or n not in post), "")
        return (refusal(file, rank, missing, "", "manque à ce poste.", _ASIDE),)
    nested = next((name for name in _READ if isinstance(post.get(name), dict | list | bool)), "")
    if nested:
        return (refusal(file, rank, nested, "", "n’est ni un texte ni un nombre.", _ASIDE),)
    told = {str(name): _text(value) for name, value in post.items()}
    contract = told.get("code_cv", "").upper()
    if contract not in codes:
        return (Left(rank, "code_cv", contract, "d’un autre contrat"),)
    return tuple(_wrong(file, rank, told)) or (_kept(file, rank, told),)


def _wrong(file: str, rank: int, post: Mapping[str, str]) -> Iterator[Problem]:
    """Why the post is refused: its year, its amount, its holder; a text that cannot be written."""
    amount = number(post["montant"])
    checks = (
        ("annee", dates.year(post["annee"]) is not None, "n’est pas une année."),
        ("montant", amount is not None, why_not(post["montant"])),
        ("montant", 0 <= (amount or 0) < AMOUNT_LIMIT, "n’est pas un montant d’un poste."),
        ("raison_sociale", bool(post["raison_sociale"]), "manque."),
        ("id_poste", bool(re.search(r"[0-9A-Za-z]", post["id_poste"])), "n’est pas un numéro."),
        *((name, not damaged(text), _UNREADABLE) for name, text in post.items()),
    )
    for name, message in {one: said for one, sound, said in checks if not sound}.items():
        yield refusal(file, rank, name, post[name], message, _ASIDE)


def _kept(file: str, rank: int, post: Mapping[str, str]) -> _Kept:
    told = post.get("code_tiers", "")
    holder = identifier(told)
    remark = refusal(file, rank, "code_tiers", told, holder.wrong, holder.remedy)
    person = is_person(post["raison_sociale"])
    row = _row(file, post, "" if person else holder.siret)
    return _Kept(rank, row, unit_of(remark, UNIT) if holder.wrong else None)


def _row(file: str, post: Mapping[str, str], siret: str) -> Record:
    year, amount = str(dates.year(post["annee"])), number(post["montant"]) or Decimal()
    programme = _programme(file, post["id_poste"])
    return blank(
        "postes",
        id=f"{programme}-{year}-{re.sub(r'[^0-9A-Za-z]+', '-', post['id_poste'])}",
        annee=year,
        dispositif=programme,
        porteur=NAME if is_person(post["raison_sociale"]) else post["raison_sociale"],
        siret=siret,
        montant=shown(cents(amount)),
        contrat=post["code_cv"].upper(),
        anomalie=_ANOMALY if programme == _ADULTE_RELAIS and amount == _FONJEP_RATE else "",
    )


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else plain(str(value))


def _programme(file: str, post: str) -> str:
    """By the name of the file, else by the number of the post: ``D01935`` is FONJEP."""
    folded = french.fold(file)
    if "fonjep" in folded:
        return _FONJEP
    if "relais" in folded:
        return _ADULTE_RELAIS
    return _FONJEP if re.fullmatch(r"[A-Z][0-9]{5}", post) else _ADULTE_RELAIS


def _programmes(rows: list[Record]) -> list[str]:
    return sorted({row["dispositif"] for row in rows})


def _scopes(rows: list[Record]) -> Iterator[Record]:
    for year, programme in sorted({(row["annee"], row["dispositif"]) for row in rows}):
        yield {"annee": year, "dispositif": programme}


def _source(identifier: str, file: str) -> Record:
    return blank(
        "sources",
        id=identifier,
        titre="Postes d’adultes-relais et postes Fonjep des contrats de ville",
        producteur="ANCT, ASP, Fonjep",
        licence="Licence Ouverte 2.0",
        millesime="Un fichier par année",
        obtention=f"{sourcing.OFFICIAL} : {file}",
        note="Montants théoriques\u00a0: un poste peut être vacant.",
    )


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "adulte-relais-2025.json",
            '[{"id_poste": "09912R014302", "raison_sociale": "REGIE DU ROUET", "annee": 2025,',
            '  "montant": 21254, "code_cv": "CV999"}]',
        ),
    ),
    lookalikes=(
        example("postes.json", '{"id_poste": "09912R014302", "annee": 2025, "montant": 21254}'),
        example("postes.json", '[{"raison_sociale": "REGIE DU ROUET", "annee": 2025}]'),
    ),
)
