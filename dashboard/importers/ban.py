"""The Base adresse nationale of a département: the doors of the communes of the territory.

The file is published compressed and is larger than any other: only what the table holds is kept of
each line.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from dashboard.domain import french
from dashboard.importers import sourcing
from dashboard.importers.account import Left, account_of, refusal
from dashboard.importers.door import long
from dashboard.importers.imported import Document, Imported, Records
from dashboard.importers.importer import Importer, example
from dashboard.importers.placing import DegreeBox
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Problem, Record

KIND = "adresses"
TITLE = "Base adresse nationale (adresses d’un département)"
SOURCE_ID = "base-adresse-nationale"

_NEEDED = ("numero", "rep", "nom_voie", "code_insee", "nom_commune", "lon", "lat")
_DAMAGED = "Téléchargez-le de nouveau."


class _Ground(NamedTuple):
    """Where the territory is: its communes, the box around it."""

    communes: frozenset[str]
    box: DegreeBox


def recognises(document: Document) -> bool:
    """Whether the first line names the columns of the Base adresse nationale."""
    return long.header(document).issuperset(_NEEDED)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """Every door of the file in a commune of the territory, in place of those that it held."""
    ground = _Ground(territory.codes("commune"), territory.box)
    doors: dict[tuple[str, ...], tuple[int, Record]] = {}
    lines: list[int] = []
    left: list[Left] = []
    refused: list[Problem] = []
    for line, cells in long.rows(document, _NEEDED):
        lines.append(line)
        found = _door(document.name, line, cells, ground)
        if isinstance(found, Left):
            left.append(found)
        elif isinstance(found, Problem):
            refused.append(found)
        elif doors.setdefault(_name(found), (line, found))[0] != line:
            left.append(Left(line, "numero", found["numero"], "en double"))
    rows = tuple(row for _, row in doors.values())
    taken = tuple(line for line, _ in doors.values())
    towns = len({row["code_commune"] for row in rows})
    return Imported(
        kind=KIND,
        title=TITLE,
        account=account_of(lines, taken, tuple(refused), left),
        taken={"adresses": rows, "sources": _sources(territory, document.name)},
        lines={"adresses": taken},
        scopes={"adresses": ({"source": SOURCE_ID},)},
        refused=tuple(refused),
        notes=(f"{french.counted(len(rows), 'adresse')} dans {french.counted(towns, 'commune')}.",),
    )


def _door(file: str, line: int, cells: dict[str, str], ground: _Ground) -> Record | Problem | Left:
    """The door of that line; why it is refused, or left aside."""
    town, number = cells["code_insee"], cells["numero"]
    if town not in ground.communes:
        return Left(line, "code_insee", town, "d’une autre commune")
    if not cells["nom_voie"] or not number.isascii() or not number.isdigit() or len(number) > 4:
        return Left(line, "numero", number, "sans numéro de voie")
    lon, lat = _degrees(cells["lon"]), _degrees(cells["lat"])
    if not ground.box.covers(lon, lat):
        where = f"{cells['lon']}, {cells['lat']}"
        return refusal(file, line, "lon", where, "n’est pas un point du territoire.", _DAMAGED)
    return {
        "voie": cells["nom_voie"].replace("'", "’"),
        "numero": str(int(number)),
        "suffixe": cells["rep"].lower(),
        "commune": cells["nom_commune"].replace("'", "’"),
        "code_commune": town,
        "lon": f"{lon:.6f}",
        "lat": f"{lat:.6f}",
        "source": SOURCE_ID,
    }


def _name(row: Record) -> tuple[str, ...]:
    return row["code_commune"], row["voie"], row["numero"], row["suffixe"]


def _degrees(text: str) -> float:
    """The degrees written there; NaN, which no box covers, for what is no number."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def _sources(territory: TerritoryFolder, file: str) -> Records:
    source = blank(
        "sources",
        id=SOURCE_ID,
        titre="Base adresse nationale",
        producteur="IGN, DINUM, communes",
        licence="Licence Ouverte 2.0",
        obtention=f"{sourcing.OFFICIAL} : {file}",
    )
    return sourcing.own(territory, source)


_HEADER = "id;numero;rep;nom_voie;code_insee;nom_commune;x;y;lon;lat;type_position"
IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "adresses-99.csv",
            _HEADER,
            "1;3;bis;Rue du Fuseau;99001;Auzelande;;;5.91;45.51;entrée",
            "2;4;;Rue du Fuseau;13055;Ailleurs;;;5.91;45.51;entrée",
        ),
    ),
    lookalikes=(
        example("voies.csv", "id_voie;nom;longitude;latitude", "1;Rue du Fuseau;5.91;45.51"),
        example(
            "lieux-dits-99.csv", "id;nom_lieu_dit;code_insee;lon;lat", "1;Le Bas;99001;5.9;45.5"
        ),
    ),
)
