"""What the invented team writes of two years, and how far their reports are agreed."""

from __future__ import annotations

from dashboard.domain.yearly_report import ReportPart, ReportStatus
from scripts.exemple.base import RawRow

_TEAM = "L’équipe du contrat de ville"
_TEXTS: tuple[tuple[int, ReportPart, str, str], ...] = (
    (2023, ReportPart.INTRODUCTION, "2024-05-13", """\
Ce bilan a été relu avec les communes, l’État et le conseil citoyen. Les chiffres viennent des sources \
nommées sous chaque figure ; **ce que nous en pensons est écrit à part**, dans des encadrés comme celui-ci.

L’année a été celle de l’évaluation du contrat qui s’achève. Nous la présentons en gardant trois questions :

1. Qui avons-nous touché, et qui nous échappe encore ?
2. Qu’avons-nous promis, et qu’avons-nous fait ?
3. Que faut-il transmettre au contrat suivant ?"""),
    (2023, ReportPart.ORIENTATIONS, "2024-05-13", """\
## Ce qui a été choisi, et pourquoi

Le soutien scolaire et la santé mentale sont venus des *conseils d’école* et du conseil citoyen. Les deux \
dernières orientations concernent notre propre façon de travailler :

- répondre par écrit à chaque avis ;
- préparer le contrat suivant **avec** les habitants, et non après eux."""),
    (2023, ReportPart.SITUATION, "2024-05-13", """\
Les indicateurs disent un niveau, pas une vie. Les équipes de terrain constatent :

- des familles qui renoncent à des soins faute de transport ;
- des jeunes diplômés qui reviennent au quartier *sans emploi à leur niveau* ;
- des espaces mieux tenus, mais moins fréquentés le soir.

## Ce que nous voudrions savoir

Aucune source ne publie le non-recours. Une enquête est à l’étude avec les bailleurs."""),
    (2023, ReportPart.ACTIONS, "2024-05-13", """\
La programmation a été instruite en une seule fois, avec un dossier commun à tous les financeurs. \
[La liste des actions](/actions?annee=2023) est publique.

### Ce qui a bien marché

- La médiation de nuit, demandée par les habitants, a trouvé son rythme.
- Les ateliers de langue se tiennent aux heures des parents.

### Ce qui n’a pas marché

Deux actions ont été abandonnées faute d’intervenants. Leurs crédits ont été reportés sur le soutien scolaire."""),
    (2023, ReportPart.MEANS, "2024-05-13", """\
Les montants ci-dessus sont ceux des financeurs du contrat. Ils ne comptent ni le temps des agents, ni le \
**droit commun** : ce que les services font déjà dans les quartiers, sans le nommer."""),
    (2023, ReportPart.RESULTS, "2024-05-13", """\
Les porteurs ont rendu leurs bilans plus tôt que les années passées. Nous en tirons :

1. des effectifs plus sûrs, parce que la fiche de présence est la même partout ;
2. des suites encore mal connues :

   - qui a trouvé un emploi après un chantier ;
   - qui continue l’année suivante.

*Rien de cela ne prouve un effet.* C’est un début de mémoire commune."""),
    (2023, ReportPart.PARTICIPATION, "2024-05-13", """\
Le conseil citoyen a choisi lui-même ses sujets. Nous lui avons répondu par écrit, et parfois **non** : la \
réponse dit alors pourquoi."""),
    (2023, ReportPart.CONCLUSION, "2024-05-13", """\
Trois chantiers passent au contrat suivant : la santé mentale, l’emploi des femmes, la présence le soir.

Vos remarques sur ce bilan : [par courriel](mailto:politique-ville@auzelande.example)."""),
    (2024, ReportPart.INTRODUCTION, "2025-04-07", """\
Première année du nouveau contrat. Ce bilan est un **projet** : chaque ligne est numérotée, pour que chacun \
puisse dire laquelle il voudrait changer."""),
    (2024, ReportPart.ACTIONS, "2025-04-07", """\
Les quartiers ajoutés au contrat n’ont pas encore tous leurs actions. Il reste à :

- rencontrer les écoles et les centres sociaux ;
- ouvrir un lieu d’accueil ;
- dire aux habitants *ce qui change, et ce qui ne change pas*."""),
    (2024, ReportPart.CONCLUSION, "2025-04-07", """\
Nous attendons les avis du conseil citoyen et des communes. Ils seront publiés avec la réponse qui leur est faite."""),
)  # fmt: skip
_AGREEMENTS = (
    (2023, ReportStatus.ADOPTED, "2024-06-20", "Conseil communautaire d’Auzelande Agglomération"),
    (2024, ReportStatus.PROJECT, "2025-04-10", "Conseil citoyen d’Auzelande, communes, État"),
)


def texts() -> list[RawRow]:
    """The rows of textes.csv: every part of 2023, some of 2024."""
    return [
        {"annee": year, "partie": part, "texte": said, "signature": _TEAM, "date": day}
        for year, part, day, said in _TEXTS
    ]


def agreements() -> list[RawRow]:
    """The rows of bilans.csv: 2023 adopted, 2024 submitted for opinion."""
    columns = ("annee", "statut", "date", "instance")
    return [dict(zip(columns, item, strict=True)) for item in _AGREEMENTS]
