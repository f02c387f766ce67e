"""Questions that a figure answers: the words by which one asks each, and where it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.words.spelling import near, words_of

DATED = "annee"
"""The word that any year stands for."""
QUARTER, YEAR, OWNER = "{quartier}", "{annee}", "{collectivite}"
"""What an address takes from the view: a quarter, a year; a word that stands for the name of the
territory."""
AGGLOMERATION = "agglo agglomération intercommunalité"
MONEY = "argent euro somme montant subvention crédit financement"
ASKING = (
    "qui que quoi quel quelle quels quelles combien comment pourquoi est ce il elle on se ne pas "
    "plus moins par pour dans entre avec depuis cette chaque tout toute donner voir montrer liste "
    "chiffre sont ont ete fait peut leur son sa ses mon ma mes quartier commune an annee dernier "
    "derniere aujourd hui annuel repartition population savoir connaitre trouver ou un une "
    "actuellement maintenant deux structure action nombre total rapport face"
)
"""Words that ask, and name nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the words by which one asks it, the page and the part of it that answers.

    ``asked`` are groups of words: the question is met where each group has one of its words.
    ``alone`` are words that ask it too where, years apart, they are all that is asked. ``figure``
    is the one that answers where the part of the page has others. ``years`` are the keys of the
    address that two years named there fill, the earlier one first. ``only`` names a table without
    whose rows nothing answers. ``of_one`` is the page that answers of one quarter.
    """

    question: str
    asked: tuple[str, ...]
    path: str
    part: str = ""
    query: str = ""
    figure: str = ""
    years: tuple[str, str] = ("depuis", "annee")
    only: str = ""
    alone: str = ""
    of_one: str = ""

    def met(self, words: Sequence[str], owner: str = "") -> bool:
        """Whether those words (as ``words_of``) ask it, in the territory of that name."""
        groups = [words_of(group.replace(OWNER, owner)) for group in self.asked]
        told = all(any(near(word, known) for word in words for known in group) for group in groups)
        return told or self._met_alone(words)

    def _met_alone(self, words: Sequence[str]) -> bool:
        """Whether nothing else is asked."""
        said, known = [word for word in words if word != DATED], words_of(self.alone)
        return bool(said) and all(any(near(word, one) for one in known) for word in said)


QUESTIONS: tuple[Question, ...] = (
    Question(
        "Combien d’argent par habitant, quartier par quartier ?",
        ("habitant tête personne", f"par {MONEY} dépense"),
        "/actions",
        "explorer",
        "selon=quartier&combien=habitant",
    ),
    Question(
        "Combien d’argent pour chaque quartier ?",
        (f"{MONEY} combien touche reçu reçoit dépensé", "quartier qpv reçu"),
        "/actions",
        "explorer",
        "selon=quartier",
    ),
    Question(
        "Combien d’argent, pilier par pilier ?",
        (MONEY, "depuis pilier total ensemble"),
        "/actions",
        "explorer",
        alone=f"{MONEY} depuis pilier",
    ),
    Question(
        "Qui reçoit le plus ?",
        (
            "porteur association organisme structure bénéficie reçoit touche perçoit gros premier",
            "qui plus gros premier liste classement",
        ),
        "/actions",
        "explorer",
        "selon=porteur",
    ),
    Question(
        "Qu’est-ce qui a changé d’une année à l’autre ?",
        ("changé changement nouveau nouvelle arrêté supprimé terminé commencé différence disparu",),
        "/actions",
        "changements",
        years=("face-a", "annee"),
    ),
    Question(
        "Comment les quartiers se comparent-ils ?",
        ("comparer comparaison comparé différence côte", "quartier deux entre qpv"),
        "/comparer",
        "comparaison",
    ),
    Question(
        "Combien pour l’emploi ?",
        ("emploi insertion", f"{MONEY} action pilier combien dépensé {DATED}"),
        "/actions",
        "explorer",
        "pilier=emploi",
        years=("face-a", "annee"),
        alone="emploi insertion",
    ),
    Question(
        "Combien de postes d’adultes-relais ?",
        ("adulte fonjep médiateur médiation", "relai fonjep médiateur médiation poste"),
        f"/bilan/{YEAR}",
        "postes",
        only="postes",
    ),
    Question(
        "Combien l’agglomération donne-t-elle elle-même ?",
        (f"{AGGLOMERATION} collectivité ville {OWNER}", f"{MONEY} donne finance combien"),
        f"/bilan/{YEAR}",
        "agglomeration",
        only="subventions_agglomeration",
        alone=AGGLOMERATION,
    ),
    Question(
        "Quel âge ont les habitants ?",
        ("âge pyramide tranche génération",),
        "/comparer",
        "ages",
        of_one=f"/quartiers/{QUARTER}",
    ),
    Question(
        "L’écart avec l’agglomération se réduit-il ?",
        ("écart rattrape rattrapage réduit creuse", "écart réduit creuse agglomération retard"),
        "/",
        "ecart",
    ),
    Question(
        "Qu’a-t-on promis, et qu’a-t-on fait ?",
        ("promis promesse orientation engagement objectif tenu tenue",),
        f"/bilan/{YEAR}",
        "promis-fait",
        only="orientations",
    ),
    Question(
        "À qui s’adresser ?",
        ("contact contacter adresser appeler joindre téléphone interlocuteur mail écrire",),
        f"/quartiers/{QUARTER}",
        "personnes",
    ),
    Question(
        "Que fait-on pour les jeunes ?",
        (
            "jeune jeunesse ado adolescent collégien",
            f"action parcours aidé {MONEY} combien fait dispositif",
        ),
        "/actions",
        "parcours-jeunes",
        alone="jeune jeunesse ado adolescent",
    ),
    Question(
        "Combien de participations, avec quels publics ?",
        ("touché touchée atteint bénéficiaire participant participation public",),
        "/actions",
        "participations",
        only="beneficiaires",
    ),
    Question(
        "Qui paie, et pour quoi ?",
        ("financeur finance paie paye cofinanceur coût coûte budget",),
        "/actions",
        "flux",
    ),
    Question(
        "Où en sont les indicateurs ?",
        ("tendance évolution courbe évolue progresse",),
        "/evolutions",
        "galerie",
    ),
    Question(
        "Que dit le bilan de l’année ?",
        ("bilan rapport synthèse",),
        f"/bilan/{YEAR}",
        "situation",
    ),
    Question(
        "Quels quartiers, dans quelles communes ?",
        (
            "qva qpv veille active liste périmètre contrat",
            "quartier commune qva veille liste ville",
        ),
        "/quartiers",
        "liste",
    ),
    Question(
        "D’où viennent les données, et comment les prendre ?",
        ("donnée télécharger source fichier export csv excel licence méthode",),
        "/donnees",
    ),
)
"""In the order in which they are offered."""


def asked(text: str, owner: str = "") -> tuple[Question, ...]:
    """The questions that those words ask, those that they tell best first."""
    words = [DATED if is_year(word) else word for word in _owned(words_of(text), words_of(owner))]
    found = (item for item in QUESTIONS if item.met(words, owner))
    return tuple(sorted(found, key=lambda item: -len(item.asked)))


def _owned(words: Sequence[str], owner: Sequence[str]) -> Sequence[str]:
    """The words, the name of the territory read as what it is: « Grand Chambéry », an
    agglomeration."""
    if not owner or not set(owner) <= set(words):
        return words
    return (*(word for word in words if word not in owner), *words_of(AGGLOMERATION)[:1])


def naming(text: str, owner: str = "", of: Sequence[Question] = QUESTIONS) -> tuple[str, ...]:
    """The words that neither ask nor make one of those questions: what is asked about."""
    groups = (group.replace(OWNER, owner) for item in of for group in item.asked)
    known = frozenset(words_of(" ".join((ASKING, MONEY, owner, *groups))))
    return tuple(
        word
        for word in words_of(text)
        if not word.isdigit() and len(word) > 1 and not any(near(word, one) for one in known)
    )


def is_year(word: str) -> bool:
    """Whether the word is a year, published or not."""
    return word.isdigit() and len(word) == 4
