"""Commands that the project is built with."""
