"""Long works: their table, one of them as it is done, how far it has come."""
