"""Official files to the tables of a territory: one module a source, problems in French."""
