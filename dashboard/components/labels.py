"""The words of the interface itself: buttons, labels, headings that belong to no page."""

from __future__ import annotations

from dashboard.domain.basemap import Basemap
from dashboard.domain.french import NBSP

TABLE = "Tableau"
EXPORT = "Exporter"
EXPLORE = "Explorer"
FULL_SCREEN = "Plein écran"
LEAVE_FULL_SCREEN = "Quitter le plein écran"
LIMITS = "Définitions et limites"
WORDS = "Les mots de cette page"
CONTENTS = "Sur cette page"
REPORT = "Signaler une erreur"
SOURCE = f"Source{NBSP}:"
APPLY = "Appliquer"
RESET = "Tout effacer"
COPY_LINK = "Copier le lien"
COPY_IMAGE = "Copier l’image"
PRINT = "Imprimer"
SHEET = "Fiche de séance"
FREEZE = "lien figé vers cette vue"
CHANGES = "ce qui a changé"
SHEET_FILE = "La fiche en PDF"
FOR_PROGRAMS = "JSON, pour un programme"
ON_PAPER = "Fiche de séance, une page A4"
SLIDES = (("La page en diaporama, PPTX", "pptx"), ("La page en diaporama, ODP", "odp"))
EVERY_FIGURE = "Toutes les figures de la page, un ZIP"
EMBED = "Encart à coller sur un autre site"
SEE_EMBED = "voir l’encart"
FOLLOWS = "Suit les publications"
STAYS = "Figé sur cette publication"
LIVE = "la figure suit les suivantes"
FROZEN = "figure figée, ses chiffres ne changent plus"
OPEN_PAGE = "Ouvrir la page (nouvel onglet)"
PROJECT = "Projeter"
BEFORE = "Précédent"
AFTER = "Suivant"
LEAVE = "Quitter"
SPOKEN = "Notes"
NO_FIGURE = "Cette vue n’a aucune figure à projeter."
NOTES = "Notes"
VIEW = f"Cette vue{NBSP}:"
BACK = "Revenir à la vue"
REST = "le tableau entier est à l’adresse ci-dessous."
MENU = "Menu"
FILTERS = f"Filtres{NBSP}:"
ACTIVE_FILTERS = "Filtres actifs"
REMOVE = "Retirer le filtre"
SKIP = "Aller au contenu"
MAIN_MENU = "Menu principal"
PAGES = "Pages de la liste"
EVERY_ONE = "Montrer les"
GAP = f"L’écart{NBSP}:"
WHOLE = "Le tableau entier est dans les fichiers CSV et XLSX."
IMAGES = "Image"
DRAWINGS = "Dessin à retoucher"
DATA = "Données"
SORT = "Trier par"
SEARCH = "Rechercher"
SEARCH_ALL = "Rechercher dans tout le site"
SEARCH_HINT = "Mot ou rue"
TAGLINE = "tableau de bord"
IMAGE_FORMATS = (
    ("png", "diapositive", f"PNG, diapositive 16{NBSP}:{NBSP}9"),
    ("png", "a4", "PNG, page A4"),
    ("png", "demi-page", "PNG, demi-page"),
    ("png", "carre", "PNG, carré"),
    ("svg", "diapositive", f"SVG, diapositive 16{NBSP}:{NBSP}9"),
    ("svg", "a4", "SVG, page A4"),
    ("svg", "demi-page", "SVG, demi-page"),
    ("svg", "carre", "SVG, carré"),
    ("svg", "ecran", "SVG, hauteur libre"),
)
"""(form, preset, label): what a reader may take away."""

SHARPNESS = "Finesse du PNG"
SHARPNESSES = (("1", "légère (×1)"), ("2", "nette (×2)"), ("3", "affiche (×3)"))
SHARP = "2"


def quoted(words: str) -> str:
    """The words between French quotes."""
    return f"«{NBSP}{words}{NBSP}»"


MOVES = "Se déplacer sur la carte"
SETTINGS = "Réglages de la carte"
TIMELINE = "Année de la carte"
SEE = "Voir cette année"
PLAY, PAUSE, OF_YEARS = "Lecture", "Pause", " des années"


def basemap(under: Basemap) -> str:
    """What is said under a map of the images that it shows: whose they are, who is asked for them,
    where they are not."""
    return (
        f"Fond de carte{NBSP}: {under.mention}. Votre navigateur le demande à {under.host}. Les "
        "images, les fichiers et le papier ne l’ont pas."
    )
