"""Writing into the folder of a territory: one writer at a time, all of it or nothing."""
