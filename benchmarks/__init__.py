"""Each layer measured on its own: ``make bench``."""
