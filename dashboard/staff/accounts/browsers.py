"""What a browser is called, in plain words: its family and its system, never what it says whole."""

from __future__ import annotations

UNKNOWN = "Navigateur inconnu"
FAMILIES = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrom", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
"""A mark that a browser gives of itself, and its name: the first that is there, for most give the
marks of those that they descend from too."""
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
"""The same of the system that it runs on."""


def named(agent: str) -> str:
    """The browser that says so of itself (« Firefox sur Windows »); unknown where it says none."""
    family, system = _first(FAMILIES, agent), _first(SYSTEMS, agent)
    return " sur ".join(filter(None, (family or UNKNOWN, system)))


def _first(marks: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for mark, name in marks if mark in agent), "")
