"""The same page as plain HTML: first paint, reading without script, printing."""
