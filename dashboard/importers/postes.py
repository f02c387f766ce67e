"""ANCT posts of adultes-relais and FONJEP: one JSON list a year and a programme.

``annee`` is a number or a text; FONJEP writes a name where a SIRET is due; the code of the
contract changed in 2024. The adulte-relais amounts of 2025 are those of FONJEP: an error upstream,
flagged and left as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.domain import french
from dashboard.importers import sourcing
from dashboard.importers.ground import Ground, blank
from dashboard.importers.imported import Document, Imported, Row, refuse
from dashboard.importers.reading import bounded, number, plain, shown, text_of
from dashboard.schema import Problem
from dashboard.schema.tables import AMOUNT_LIMIT

KIND = "anct-postes"
TITLE = "ANCT, postes"
SOURCE_ID = "anct-postes"

_NEEDED = ("id_poste", "raison_sociale", "annee", "montant")
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


def read(document: Document, ground: Ground) -> Imported:
    """The posts of the territory's contract in that file."""
    posts = _posts(document)
    if not posts:
        raise refuse(document.name, "ce n’est pas une liste de postes.", _EXPECTED)
    codes = contract_codes(ground)
    if not codes:
        message = "le territoire ne dit pas les codes de son contrat."
        remedy = 'Ajoutez codes_anct = ["CV262", "CN07302M"] dans territoire.toml (vos codes).'
        raise refuse(document.name, message, remedy)
    identifier = sourcing.used(ground, "postes", SOURCE_ID)
    rows, problems = _rows(document.name, posts, codes, identifier)
    flagged = sum(bool(row["anomalie"]) for row in rows)
    notes = [f"{french.counted(len(rows), 'poste')} du contrat sur {len(posts)}."]
    if flagged:
        count = french.counted(flagged, "montant signalé", "montants signalés")
        notes.append(f"{count} comme erreur de la source, laissés tels quels.")
    years = sorted({row["annee"] for row in rows})
    return Imported(
        kind=KIND,
        title=f"{TITLE} {french.listed(_programmes(rows))} {french.listed(years)}".strip(),
        taken={
            "postes": tuple(rows),
            "sources": sourcing.own(ground, _source(identifier, document.name)),
        },
        scopes={"postes": tuple(_scopes(rows))},
        refused=tuple(problems),
        notes=tuple(notes),
    )


_EXPECTED = "Donnez adulte-relais-AAAA.json ou postes-fonjep-AAAA.json."


def contract_codes(ground: Ground) -> frozenset[str]:
    """The ANCT codes of the contract: settings, else those of the posts already held."""
    declared = ground.settings.get("codes_anct", ())
    held = {row["contrat"] for row in ground.rows("postes") if row["contrat"]}
    return frozenset(str(code) for code in declared) or frozenset(held)


def _posts(document: Document) -> list[Mapping[str, Any]]:
    if not document.content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"["):
        return []
    try:
        found: object = json.loads(text_of(bounded(document)))
    except (json.JSONDecodeError, RecursionError):
        return []
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        return []
    return found if all(name in item for name in _NEEDED for item in found) else []


def _rows(
    file: str, posts: list[Mapping[str, Any]], codes: frozenset[str], source: str
) -> tuple[list[Row], list[Problem]]:
    rows: dict[str, Row] = {}
    problems: list[Problem] = []
    for rank, post in enumerate(posts, start=1):
        if str(post.get("code_cv", "")).strip() in codes:
            row = _row(file, rank, post, source)
            if isinstance(row, Problem):
                problems.append(row)
            else:
                rows.setdefault(row["id"], row)
    return list(rows.values()), problems


def _row(file: str, rank: int, post: Mapping[str, Any], source: str) -> Row | Problem:
    post = {key: _text(value) for key, value in post.items()}
    year, amount = post.get("annee", ""), number(post.get("montant", ""))
    if not re.fullmatch(r"20\d\d", year):
        remedy = "Le poste est laissé de côté."
        return Problem(file, rank, "annee", year, "n’est pas une année.", remedy, blocking=False)
    if amount is None or not 0 <= amount < AMOUNT_LIMIT:
        value = post.get("montant", "")
        remedy = "Le poste est laissé de côté."
        return Problem(file, rank, "montant", value, "n’est pas un montant.", remedy, False)
    programme = _programme(file, post["id_poste"])
    return blank(
        "postes",
        id=f"{programme}-{year}-{re.sub(r'[^0-9A-Za-z]+', '-', post['id_poste'])}",
        annee=year,
        dispositif=programme,
        porteur=post["raison_sociale"],
        siret=_siret(post.get("code_tiers", "")),
        montant=shown(round(amount, 2)),
        contrat=post["code_cv"],
        anomalie=_ANOMALY if programme == _ADULTE_RELAIS and amount == _FONJEP_RATE else "",
        source=source,
    )


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else plain(str(value))


def _siret(text: str) -> str:
    return text if re.fullmatch(r"\d{14}", text) else ""


def _programme(file: str, post: str) -> str:
    """By the name of the file, else by the number of the post: ``D01935`` is FONJEP."""
    folded = french.fold(file)
    if "fonjep" in folded:
        return _FONJEP
    if "relais" in folded:
        return _ADULTE_RELAIS
    return _FONJEP if re.fullmatch(r"[A-Z]\d{5}", post) else _ADULTE_RELAIS


def _programmes(rows: list[Row]) -> list[str]:
    return sorted({row["dispositif"] for row in rows})


def _scopes(rows: list[Row]) -> Iterator[Row]:
    for year, programme in sorted({(row["annee"], row["dispositif"]) for row in rows}):
        yield {"annee": year, "dispositif": programme}


def _source(identifier: str, file: str) -> Row:
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
