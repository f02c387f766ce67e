"""The places that do not exist: communes, quarters of both generations, wider references."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.exemple.base import SOURCE, RawRow

CENTRE = "99001"
EPCI = "999000001"
DEPARTEMENT, REGION, PAYS, ALL_QPV = "D99", "R99", "PAYS99", "QPV99"


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune: code, name, name with its prepositions, seed of its area in metres, size."""

    code: str
    name: str
    at: str
    of: str
    seed: tuple[int, int]
    population: int


COMMUNES = (
    Commune("99001", "Auzelande", "à Auzelande", "d’Auzelande", (300, -200), 41_800),
    Commune("99002", "Corvessy", "à Corvessy", "de Corvessy", (-3900, 2300), 14_200),
    Commune("99003", "Fontaubel", "à Fontaubel", "de Fontaubel", (4100, 2900), 11_900),
    Commune("99004", "Grisolme", "à Grisolme", "de Grisolme", (-2500, -4300), 9_600),
    Commune("99005", "Hauterelle", "à Hauterelle", "de Hauterelle", (400, 6900), 3_100),
    Commune(
        "99006",
        "Lissandre-le-Vieux",
        "à Lissandre-le-Vieux",
        "de Lissandre-le-Vieux",
        (-8300, -1500),
        5_400,
    ),
    Commune("99007", "Mornevaux", "à Mornevaux", "de Mornevaux", (8300, -500), 4_700),
    Commune("99008", "Péridelle", "à Péridelle", "de Péridelle", (3900, -5100), 8_800),
    Commune("99009", "Sauvéciel", "à Sauvéciel", "de Sauvéciel", (-7600, 6300), 1_900),
    Commune("99010", "Tremblanne", "à Tremblanne", "de Tremblanne", (8000, 6900), 3_600),
    Commune("99011", "Ymoisy", "à Ymoisy", "d’Ymoisy", (9300, -6900), 1_200),
    Commune("99012", "Coudrelle", "à Coudrelle", "de Coudrelle", (-7900, -7700), 780),
)
COMMUNE = {commune.code: commune for commune in COMMUNES}


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of one generation; ``share`` is what it weighs in a draw of actions."""

    code: str
    name: str
    at: str
    of: str
    generation: str
    communes: tuple[str, ...]
    outline: str = "officiel"
    simplification: int | None = None
    successor: str = ""
    mark: int | None = None
    population: int = 0
    share: float = 1.0

    @property
    def kind(self) -> str:
        """``qpv`` or ``qva``, as the code says."""
        return "qva" if self.code.startswith("QVA") else "qpv"


def _feminine(name: str) -> tuple[str, str, str]:
    return f"La {name}", f"à la {name}", f"de la {name}"


def _plain(name: str) -> tuple[str, str, str]:
    return name, f"à {name}", f"de {name}"


def _masculine(name: str) -> tuple[str, str, str]:
    return f"Le {name}", f"au {name}", f"du {name}"


_QUENOUILLES = ("Les Trois-Quenouilles", "aux Trois-Quenouilles", "des Trois-Quenouilles")
_CRECELIERE, _MOULINE = _feminine("Crécelière"), _plain("Mouline-Basse")
_ORVAL, _LAMBIN, _TUILANDIERE = _plain("Bel-Orval"), _plain("Pré-Lambin"), _feminine("Tuilandière")

QUARTERS = (
    Quarter(
        "QP099001",
        *_CRECELIERE,
        "2015",
        ("99001",),
        successor="QN09901I",
        population=5_240,
        share=5,
    ),
    Quarter(
        "QP099002", *_MOULINE, "2015", ("99001",), successor="QN09902M", population=3_610, share=4
    ),
    Quarter(
        "QP099003", *_ORVAL, "2015", ("99002",), successor="QN09903I", population=2_480, share=3
    ),
    Quarter(
        "QP099004",
        *_LAMBIN,
        "2015",
        ("99001", "99004"),
        successor="QN09904I",
        population=1_960,
        share=2.5,
    ),
    Quarter(
        "QP099005",
        *_QUENOUILLES,
        "2015",
        ("99003",),
        successor="QVA-99003-TROIS-QUENOUILLES",
        population=1_430,
        share=2,
    ),
    Quarter(
        "QP099006",
        *_TUILANDIERE,
        "2015",
        ("99008",),
        successor="QN09905I",
        population=1_120,
        share=1.5,
    ),
    Quarter("QN09901I", *_CRECELIERE, "2024", ("99001",), population=5_310, share=5),
    Quarter(
        "QN09902M",
        *_MOULINE,
        "2024",
        ("99001",),
        outline="officiel simplifié",
        simplification=5,
        population=4_380,
        share=4,
    ),
    Quarter("QN09903I", *_ORVAL, "2024", ("99002",), population=2_450, share=3),
    Quarter("QN09904I", *_LAMBIN, "2024", ("99001", "99004"), population=1_990, share=2.5),
    Quarter("QN09905I", *_TUILANDIERE, "2024", ("99008",), population=1_090, share=1.5),
    Quarter(
        "QN09906N",
        *_feminine("Sarmandine"),
        "2024",
        ("99001",),
        outline="indicatif",
        population=1_380,
        share=6,
    ),
    Quarter("QVA-99001-VERDOLINE", *_feminine("Verdoline"), "2015", ("99001",), share=1.2),
    Quarter("QVA-99002-GRAND-PESQUIN", *_masculine("Grand-Pesquin"), "2015", ("99002",), share=0.8),
    Quarter(
        "QVA-99004-CLOS-MIRANDOUL",
        *_masculine("Clos-Mirandoul"),
        "2015",
        ("99004", "99002"),
        share=0.5,
    ),
    Quarter("QVA-99006-POMMELIERE", *_feminine("Pommelière"), "2015", ("99006",), share=0.4),
    Quarter(
        "QVA-99008-ROCHELANDE",
        *_plain("Rochelande"),
        "2015",
        ("99008",),
        outline="inconnu",
        mark=1,
        share=0.4,
    ),
    Quarter("QVA-99003-TROIS-QUENOUILLES", *_QUENOUILLES, "2024", ("99003",), share=1),
    Quarter("QVA-99010-BRINDAILLE", *_feminine("Brindaille"), "2024", ("99010",), share=1.5),
    Quarter(
        "QVA-99007-VAUBRUME",
        *_plain("Vaubrume"),
        "2024",
        ("99007",),
        outline="inconnu",
        mark=2,
        share=1.5,
    ),
)
QUARTER = {quarter.code: quarter for quarter in QUARTERS}

_WIDER = (
    (
        EPCI,
        "Auzelande Agglomération",
        "epci",
        "à Auzelande Agglomération",
        "d’Auzelande Agglomération",
    ),
    (
        DEPARTEMENT,
        "Haute-Sévrolle",
        "departement",
        "en Haute-Sévrolle",
        "de la Haute-Sévrolle",
    ),
    (REGION, "Ponantine", "region", "en Ponantine", "de la Ponantine"),
    (
        PAYS,
        "Ensemble du pays (fictif)",
        "pays",
        "dans l’ensemble du pays (fictif)",
        "de l’ensemble du pays (fictif)",
    ),
    (
        ALL_QPV,
        "Ensemble des QPV (fictif)",
        "ensemble_qpv",
        "dans l’ensemble des QPV (fictif)",
        "de l’ensemble des QPV (fictif)",
    ),
)


def rows() -> list[RawRow]:
    """The rows of territoires.csv: quarters first, then the places that serve as reference."""
    return [
        *(_quarter_row(item) for item in QUARTERS),
        *(_wider_row(c.code, c.name, "commune", c.at, c.of, "officiel") for c in COMMUNES),
        *(_wider_row(*item, "inconnu") for item in _WIDER),
    ]


def _quarter_row(quarter: Quarter) -> RawRow:
    old = quarter.generation == "2015"
    return {
        "code": quarter.code,
        "nom": quarter.name,
        "genre": quarter.kind,
        "locatif": quarter.at,
        "genitif": quarter.of,
        "generation": quarter.generation,
        "valide_de": 2015 if old else 2024,
        "valide_a": 2023 if old else None,
        "communes": quarter.communes,
        "trace": quarter.outline,
        "simplification": quarter.simplification,
        "successeur": quarter.successor,
        "repere": quarter.mark,
        "source": SOURCE,
    }


def _wider_row(code: str, name: str, kind: str, at: str, of: str, outline: str) -> RawRow:
    return {
        "code": code,
        "nom": name,
        "genre": kind,
        "locatif": at,
        "genitif": of,
        "communes": (code,) if kind == "commune" else (),
        "trace": outline,
        "source": SOURCE,
    }
