"""Every French word that belongs to no indicator and to no page: the terms of the trade."""

from __future__ import annotations

GLOSSARY: tuple[tuple[str, str], ...] = (
    (
        "Contrat de ville",
        "Accord signé par l’État, l’agglomération, les communes et leurs partenaires pour réduire "
        "les écarts entre les quartiers prioritaires et le reste du territoire.",
    ),
    (
        "QPV, quartier prioritaire de la politique de la ville",
        "Quartier dont l’État fixe le périmètre par décret, d’après le revenu de ses habitants. "
        "Les périmètres ont été fixés fin 2014, puis revus pour 2024.",
    ),
    (
        "QVA, quartier en veille active",
        "Quartier que le contrat suit sans qu’il soit prioritaire. La liste est locale : aucun "
        "périmètre national, et aucun chiffre de l’Insee.",
    ),
    (
        "Pilier",
        "Grand objectif du contrat. Celui de 2015 en a trois : cadre de vie et renouvellement "
        "urbain, développement économique et emploi, cohésion sociale.",
    ),
    (
        "Programme 147",
        "Ligne du budget de l’État consacrée à la politique de la ville. Les subventions montrées "
        "ici en viennent.",
    ),
    (
        "Niveau de vie",
        "Revenu disponible d’un ménage divisé par son nombre d’unités de consommation, pour "
        "comparer des ménages de tailles différentes.",
    ),
    (
        "Médiane",
        "Valeur qui partage la population en deux moitiés, l’une au-dessus, l’autre au-dessous.",
    ),
    (
        "Taux de pauvreté",
        "Part des habitants dont le niveau de vie est inférieur à 60 % de la médiane nationale.",
    ),
    (
        "Rupture de série",
        "Changement de méthode ou de périmètre : les chiffres d’avant et d’après ne se comparent "
        "pas.",
    ),
    (
        "Secret statistique",
        "Un chiffre qui permettrait de reconnaître des personnes n’est pas publié : il est "
        "noté « s ».",
    ),
    (
        "Non ventilé",
        "Se dit d’une subvention dont la source ne nomme pas le quartier.",
    ),
    (
        "Participation",
        "Une personne comptée une fois par action : deux participations ne font pas deux "
        "habitants.",
    ),
    (
        "Adulte-relais, poste Fonjep",
        "Postes de médiation ou d’animation que l’État aide une structure à financer.",
    ),
    (
        "Conseil citoyen",
        "Groupe d’habitants et d’acteurs d’un quartier prioritaire, associé au contrat par la loi.",
    ),
    (
        "Filosofi",
        "Fichier de l’Insee qui rapproche les déclarations de revenus et les prestations reçues.",
    ),
    (
        "Demandeur d’emploi de catégories A, B, C",
        "Personne inscrite à France Travail et tenue de chercher un emploi, sans emploi (A) ou en "
        "activité réduite (B, C).",
    ),
)
