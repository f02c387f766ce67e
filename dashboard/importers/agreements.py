"""What a file of subsidies says of each agreement: the columns of the schema that no page reads.

They are kept as the file says them, dates and numbers in the one form that the schema takes: a
text that says none is kept too, and the file that is given back leaves its line out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dashboard.importers import dates
from dashboard.importers.identifiers import identifier
from dashboard.importers.numbers import number, shown
from dashboard.importers.roles import ColumnRole
from dashboard.importers.territory_folder import blank
from dashboard.schema import Record

TABLE = "conventions_agglomeration"
ROLES = (
    ColumnRole("reference", (r"reference(de)?(la)?decision",)),
    ColumnRole("rna", (r"(numero|id)?rna(beneficiaire)?",)),
    ColumnRole("nature", (r"nature(delasubvention)?",)),
    ColumnRole("conditions", (r"conditions(de)?versement",)),
    ColumnRole("versement", (r"dates?(ou)?periode(de)?versement|dates?(de)?versement",)),
    ColumnRole("rae", (r"id(entifiant)?rae",)),
    ColumnRole("notification_ue", (r"notificationue",)),
    ColumnRole("part", (r"pourcentagesubvention",)),
    ColumnRole("dispositif_aide", (r"dispositifaide",)),
)
_BETWEEN = re.compile(r"_|/(?=[0-9]{4}-)")
"""What stands between the first and the last day of a period."""


def says(got: Mapping[str, str]) -> bool:
    """Whether the cells of a line, by role, say something of its agreement."""
    return any(got.get(role.name) for role in ROLES)


def row(got: Mapping[str, str], subsidy: Record) -> Record:
    """The row of the agreement of that subsidy; ``got`` are the cells of its line by role."""
    kept = {role.name: got.get(role.name, "") for role in ROLES}
    return blank(
        TABLE,
        **kept
        | {
            "subvention": subsidy["id"],
            "annee": subsidy["annee"],
            "attribuant": got.get("giver", ""),
            "attribuant_siret": identifier(got.get("giver_id", "")).siret,
            "date_convention": _date(got.get("convention", "")),
            "nature": kept["nature"].lower(),
            "conditions": kept["conditions"],
            "versement": "/".join(map(_date_or_text, _BETWEEN.split(kept["versement"]))),
            "notification_ue": kept["notification_ue"].lower(),
            "part": _part(kept["part"]),
            "source": subsidy["source"],
        },
    )


def _date(text: str) -> str:
    """The day that a cell says; nothing where it says a year alone, or no date."""
    day = dates.date(text)
    return day.isoformat() if day and not dates.year(text) else ""


def _date_or_text(text: str) -> str:
    return _date(text) or text.strip()


def _part(text: str) -> str:
    value = number(text)
    return text if value is None else shown(value)
