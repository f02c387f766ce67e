"""Answers given before any page can be: short, in French, with the headers of every answer."""

from __future__ import annotations

from html import escape
from http import HTTPStatus

from werkzeug.exceptions import MethodNotAllowed, ServiceUnavailable, TooManyRequests

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
"""Headers of every answer, whoever makes it."""

PATIENCE = 5
"""Seconds after which to come back."""

SENTENCES = {
    400: ("Demande illisible", "La demande n’a pas pu être lue."),
    403: ("Demande refusée", "Cette demande n’est pas permise."),
    404: ("Page introuvable", "Cette adresse ne mène à aucune page."),
    408: ("Demande trop lente", "La demande a mis trop de temps à arriver. Réessayez."),
    410: (
        "Publication non conservée",
        "Cette publication n’est plus conservée ici : la vue d’aujourd’hui peut dire autre chose.",
    ),
    411: ("Longueur inconnue", "La demande ne dit pas sa longueur."),
    413: ("Demande trop volumineuse", "La demande est trop volumineuse."),
    414: ("Adresse trop longue", "L’adresse est trop longue."),
    417: ("Demande refusée", "Ce que la demande attend n’est pas proposé ici."),
    421: (
        "Site inconnu ici",
        "Ce nom de site ne mène à aucun territoire de ce service : vérifiez l’adresse.",
    ),
    429: (
        "Trop de demandes",
        f"Trop de demandes viennent de la même adresse. Réessayez dans {PATIENCE}\u00a0secondes.",
    ),
    431: ("En-têtes trop longs", "Les en-têtes de la demande sont trop longs."),
    500: ("Erreur", "Une erreur est survenue. Elle a été notée\u202f; réessayez dans un instant."),
    501: ("Demande refusée", "Cette façon de demander n’est pas proposée ici."),
    503: (
        "Service très demandé",
        "Trop de personnes consultent l’observatoire en ce moment. "
        f"Réessayez dans {PATIENCE}\u00a0secondes.",
    ),
}
LATER = (429, 503)
"""Answers that say when to come back."""


def page(code: int, told: tuple[str, str] | None = None, whose: str = "") -> bytes:
    """The HTML of that refusal, or of what is ``told`` in its stead (a title, a sentence): it needs
    no file. ``whose`` names the site, where there are several (empty: it is not named)."""
    title, sentence = told or SENTENCES[code]
    head = f"<header><p>{escape(whose)}</p></header>" if whose else ""
    return (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}{escape(f' – {whose}' if whose else '')}</title></head>"
        f"<body>{head}<main><h1>{title}</h1>"
        f"<p>{sentence}</p></main></body></html>"
    ).encode()


def headers(code: int, told: tuple[str, str] | None = None) -> list[tuple[str, str]]:
    """The headers of that refusal, or of what is ``told`` in its stead."""
    later = [("Retry-After", str(PATIENCE))] if code in LATER else []
    return [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(page(code, told)))),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        *SECURITY.items(),
        *later,
    ]


def owed(error: Exception) -> dict[str, str]:
    """The headers that the answer to that failure owes: the methods that its address takes, where
    the one asked is not among them (RFC 9110, 15.5.6); when to come back, where it says so."""
    if isinstance(error, ServiceUnavailable | TooManyRequests) and error.retry_after:
        return {"Retry-After": str(error.retry_after)}
    taken = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    return {"Allow": ", ".join(sorted(taken))} if taken else {}


def status(code: int) -> str:
    """The status line of that refusal: « 404 Not Found »."""
    return f"{code} {HTTPStatus(code).phrase}"


def whole(code: int) -> bytes:
    """The refusal as it goes on the wire, where no application answers; the line is then cut."""
    said = [*headers(code), ("Connection", "close")]
    lines = "".join(f"{name}: {value}\r\n" for name, value in said)
    return f"HTTP/1.1 {status(code)}\r\n{lines}\r\n".encode() + page(code)
