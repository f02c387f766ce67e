"""The shapes of the tables of a territory, and what is wrong in those that one is given."""

from dashboard.schema.coded import coded_of
from dashboard.schema.cross import Known, check, check_table, known_of
from dashboard.schema.described import table_schema
from dashboard.schema.field import CellKind, Correction, Field, TableSchema
from dashboard.schema.folder import check_folder, check_sources
from dashboard.schema.logo import logo_problems
from dashboard.schema.packed import PackedRows, Record, packed
from dashboard.schema.problem import Problem, Problems, Unreadable
from dashboard.schema.reading import lines_of, read_table, records_of, table_of
from dashboard.schema.tables import TABLES
from dashboard.schema.validate import validate

__all__ = [
    "TABLES",
    "CellKind",
    "Correction",
    "Field",
    "Known",
    "PackedRows",
    "Problem",
    "Problems",
    "Record",
    "TableSchema",
    "Unreadable",
    "check",
    "check_folder",
    "check_sources",
    "check_table",
    "coded_of",
    "known_of",
    "lines_of",
    "logo_problems",
    "packed",
    "read_table",
    "records_of",
    "table_of",
    "table_schema",
    "validate",
]
