"""Questions that nothing published answers: each with its reason, and what may be read instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.words.spelling import near, words_of


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question, the words by which one asks it, why it has no answer, what to look at instead.

    ``asked`` are groups of words: the question is met where each group has one of its words.
    ``pages`` are where one looks for it. ``instead`` is a label and an address. ``unless`` names a
    table that, where it is filled, answers it after all.
    """

    question: str
    asked: tuple[str, ...]
    reason: str
    pages: tuple[str, ...]
    instead: tuple[str, str]
    unless: str = ""

    def met(self, words: Sequence[str]) -> bool:
        """Whether those words (as ``words_of``) ask it."""
        groups = (words_of(group) for group in self.asked)
        return all(any(near(word, known) for word in words for known in group) for group in groups)


REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        "Quel est le taux de chômage du quartier ?",
        ("chômage chômeur chômeurs",),
        "L’Insee ne publie pas de taux de chômage à l’échelle d’un quartier : la population active "
        "n’y est pas connue. Un nombre de demandeurs d’emploi rapporté aux habitants n’en est pas "
        "un.",
        ("evolutions", "portrait"),
        ("Demandeurs d’emploi", "/evolutions?indicateur=demandeurs-emploi-abc"),
    ),
    Refusal(
        "Combien une action coûte-t-elle en tout ?",
        ("coût coûte coûtent cher budget prix",),
        "La source donne la subvention accordée, pas le budget de l’action : les autres "
        "financeurs, les salaires et le bénévolat n’y sont pas.",
        ("actions", "action"),
        ("Les subventions accordées", "/actions"),
        "financeurs",
    ),
    Refusal(
        "Combien d’argent par habitant dans un quartier en veille active ?",
        ("habitant habitants", "argent subvention subventions euro euros montant veille qva"),
        "Aucune population n’est publiée pour un quartier en veille active, faute de périmètre "
        "national. Celle de la commune n’en tient pas lieu.",
        ("actions", "quartiers"),
        ("Les quartiers", "/quartiers"),
    ),
    Refusal(
        "Combien de personnes les actions ont-elles touchées ?",
        ("touché touchés touchée bénéficiaire bénéficiaires participant participants public",),
        "La source ne dit pas combien de personnes ont participé. Et une personne comptée une fois "
        "par action serait une participation, pas un habitant.",
        ("actions", "action", "bilan"),
        ("Les actions", "/actions"),
        "beneficiaires",
    ),
    Refusal(
        "L’action a-t-elle eu un effet ?",
        ("effet effets efficace efficacité résultat résultats impact marche utile",),
        "Un indicateur et des subventions qui bougent ensemble ne prouvent pas que l’un agit sur "
        "l’autre, et aucune évaluation n’est publiée ici.",
        ("actions", "evolutions"),
        ("L’écart et ce que l’on peut en dire", "/evolutions"),
    ),
    Refusal(
        "Le quartier va-t-il mieux depuis 2024 qu’avant ?",
        (
            "mieux pire empiré amélioré amélioration évolution évolué",
            "2024 périmètre nouveau depuis",
        ),
        "Les périmètres ont changé en 2024 : les chiffres d’avant et d’après ne parlent pas du "
        "même endroit. La ligne s’arrête et une autre commence.",
        ("evolutions", "portrait"),
        ("Les évolutions", "/evolutions"),
    ),
    Refusal(
        "Quel est le meilleur ou le pire quartier ?",
        ("meilleur meilleurs pire pires classement palmarès dangereux",),
        "Les quartiers ne sont pas classés : un chiffre situe, il ne juge pas. On peut lire où un "
        "quartier se tient parmi tous ceux de France.",
        ("quartiers", "evolutions"),
        ("Parmi tous les quartiers", "/evolutions?indicateur=taux-pauvrete#partie-parmi-tous"),
    ),
    Refusal(
        "Le quartier est-il sûr ?",
        ("délinquance insécurité sécurité police crime drogue sûr violence violences vol vols",),
        "Aucun chiffre de délinquance n’est publié à l’échelle d’un quartier prioritaire.",
        ("quartiers",),
        ("Les quartiers", "/quartiers"),
    ),
    Refusal(
        "Qui, personnellement, a reçu de l’argent ?",
        (
            "personne personnes nom noms individu particulier",
            "reçu reçoit touche argent subvention",
        ),
        "Une personne qui reçoit une subvention n’est jamais nommée en public : seuls les "
        "organismes le sont.",
        ("actions",),
        ("Les porteurs", "/actions"),
    ),
    Refusal(
        "Qui est l’interlocuteur unique des jeunes ?",
        ("interlocuteur référent",),
        "Le bilan de 2016 en annonce un ; son nom n’est publié nulle part.",
        ("bilan",),
        ("Le bilan", "/bilan"),
    ),
)
"""In the order in which they are offered."""


def asked(text: str) -> tuple[Refusal, ...]:
    """The questions that those words ask."""
    words = words_of(text)
    return tuple(item for item in REFUSALS if item.met(words))


def of_page(page: str) -> tuple[Refusal, ...]:
    """The questions that one asks on that page."""
    return tuple(item for item in REFUSALS if page in item.pages)
