"""The same values as files for a French spreadsheet."""
