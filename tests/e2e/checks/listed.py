"""The checks of the project's checklist: number, criteria, what is verified, in French.

The numbers are kept for good: the accessibility page, the committed results and the tests all
name a check by its number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``criteria`` are those of the RGAA 4.1.2, or of the WCAG where it says so;
    ``why`` is the reason why no script judges it, empty where one does."""

    number: str
    criteria: str
    label: str
    why: str = ""


CHECKS = (
    Check("R01", "8.3, 8.4, 8.7", "La langue de la page est dite, aucun mot anglais n'y traîne"),
    Check("R02", "8.5, 8.6", "Le titre de chaque page est unique et suit les filtres"),
    Check(
        "R03",
        "9.1, 9.2, 12.6",
        "Un seul titre de niveau 1, aucun niveau sauté, tout le texte est dans un repère",
    ),
    Check("R04", "12.7", "La première tabulation montre « Aller au contenu », qui y mène"),
    Check(
        "R05",
        "10.7, 12.8",
        "Au clavier, l'ordre suit la page ; le focus se voit (2 px, contraste 3:1), rien ne le "
        "couvre",
    ),
    Check("R06", "12.9", "Aucun piège au clavier, en avant comme en arrière"),
    Check("R07", "7.1, 7.3", "Tout se fait au clavier, un clic sur une figure compris"),
    Check("R08", "12.10", "Aucune touche seule ne déclenche d'action"),
    Check("R09", "1.1", "Chaque dessin a un nom, même après un changement de filtre"),
    Check("R10", "1.3", "Ce nom tient en 150 signes et renvoie au tableau des données"),
    Check("R11", "1.6, 1.7", "Le tableau des données est le premier bouton après le dessin"),
    Check("R12", "1.9", "Chaque figure a un nom, une phrase de lecture, une source et une année"),
    Check("R13", "3.1", "Deux séries ne se distinguent jamais par la seule couleur"),
    Check("R14", "3.2", "Le texte des figures a un contraste de 4,5:1 au moins"),
    Check("R15", "3.3", "Traits, barres et points ont un contraste de 3:1 au moins"),
    Check(
        "R16", "5.1 à 5.7", "Chaque tableau a un titre et des en-têtes rattachés ; le tri se dit"
    ),
    Check("R17", "6.1, 11.9", "Liens et boutons se comprennent seuls, fichiers compris"),
    Check("R18", "7.5", "Un changement de filtre est annoncé, en une seule phrase"),
    Check(
        "R19", "7.4", "Un choix laisse le focus en place et n'ouvre une page que si la liste le dit"
    ),
    Check(
        "R20",
        "10.4, 10.11, 10.12",
        "Rien ne déborde ni n'est coupé à 320 px, agrandi deux fois, ou le texte espacé",
    ),
    Check("R21", "10.13, 12.11", "Échap ferme les bulles ; leurs nombres sont dans le tableau"),
    Check("R22", "10.8", "Ce qui est replié ou masqué n'est pas atteint au clavier"),
    Check("R23", "10.9, 10.10", "Aucune consigne par la seule couleur, forme ou position"),
    Check("R24", "11.1 à 11.7", "Chaque champ a une étiquette, chaque groupe une légende"),
    Check("R25", "12.1 à 12.5", "Même menu partout, au même endroit, et un plan du site complet"),
    Check(
        "R26",
        "13.3, 13.4",
        "Chaque PDF où mène une page est balisé : sa langue, ses titres, le texte de ses figures",
    ),
    Check("R27", "13.8", "Rien ne bouge seul, ni sur demande de moins d'animations"),
    Check("R28", "13.9", "La page se lit dans les deux sens de l'écran"),
    Check("R29", "13.10", "Aucun geste complexe, aucun glisser, rien n'empêche d'agrandir"),
    Check(
        "R30",
        "2.1",
        "Chaque cadre, et chaque code de cadre à coller sur un autre site, a un titre",
    ),
    Check("R31", "8.1, 8.2", "Le code est valide, chaque identifiant est unique"),
    Check("R32", "WCAG 2.5.8", "Les cibles ont 24 px au moins, 44 px pour les actions au doigt"),
    Check(
        "R33",
        "8.9, 9.3",
        "Ce qui a la forme d'une liste (puces, liens à la suite) est écrit comme une liste",
    ),
    Check(
        "R34",
        "déclaration",
        "Chaque pied de page mène à la déclaration, aux mentions, au contact et au plan",
    ),
    Check("C01", "WCAG 1.4.11", "Les couleurs imposées par le système ne font rien perdre"),
    Check("AXE", "plusieurs", "L'outil axe-core ne trouve aucune erreur, volets ouverts"),
)
"""In the order in which they are listed."""

SCRIPTED = frozenset(check.number for check in CHECKS if not check.why)
