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
    (
        "Tracé officiel simplifié",
        "Limite officielle du quartier, dont une copie n’a gardé que des points : tout près de la "
        "ligne, elle ne dit pas si une adresse est dedans ou dehors.",
    ),
    (
        "Tracé indicatif",
        "Dessin à peu près du quartier, pour le situer : il ne dit pas si une adresse est dedans "
        "ou dehors.",
    ),
    (
        "Périmètre",
        "Limite officielle d’un quartier. Les périmètres de 2015 et ceux de 2024 n’entourent pas "
        "les mêmes rues : leurs chiffres ne se comparent pas.",
    ),
    (
        "Porteur",
        "Association, collectivité ou service qui mène une action et reçoit la subvention.",
    ),
    (
        "Pilier proposé",
        "La source ne dit pas le pilier : l’outil le propose d’après l’intitulé, par des règles "
        "écrites que les agents peuvent corriger.",
    ),
    (
        "Année présumée",
        "Le fichier ne dit pas de quelle année sont ses chiffres : l’année est déduite de la date "
        "de sa publication.",
    ),
    (
        "Indicateur",
        "Chiffre, toujours calculé de la même façon, qui aide à suivre une situation : un taux, "
        "une médiane ou un nombre.",
    ),
    (
        "Référence",
        "Territoire plus grand auquel on compare le quartier, la même année : l’agglomération, "
        "la commune, le pays.",
    ),
    (
        "Orientation",
        "Ce que le contrat annonce vouloir faire dans l’année, écrit dans le rapport annuel.",
    ),
    (
        "Point",
        "Différence entre deux pourcentages : de 40 % à 43 %, l’écart est de 3 points (« pts »).",
    ),
    (
        "Engagé, accordé",
        "Étapes de l’argent. Accordé : la subvention est décidée. Engagé : la somme est réservée "
        "dans le budget ; elle peut différer de la somme versée.",
    ),
    (
        "RPLS",
        "Répertoire national des logements sociaux, tenu par le ministère du logement.",
    ),
    (
        "Producteurs des chiffres",
        "L’Insee (statistique nationale), la Cnaf (caisses d’allocations familiales), la Cnam "
        "(assurance maladie), France Travail (emploi), l’ASP (contrats aidés), le SDES (logement), "
        "l’ANCT (politique de la ville), la DGFiP (impôts).",
    ),
    (
        "DDETS, DREETS",
        "Services de l’État qui instruisent les demandes de subvention : la DDETS dans le "
        "département (DDCSPP puis DDETSPP avant elle), la DREETS dans la région.",
    ),
    (
        "Dispositif P147",
        "Part du programme 147 d’où vient la subvention, telle que le fichier de l’État la nomme. "
        "QE : Quartiers d’été ; VVV : Ville Vie Vacances ; PRE : programme de réussite éducative ; "
        "GUSP : gestion urbaine et sociale de proximité.",
    ),
    (
        "Revenu déclaré",
        "Revenu de la feuille d’impôt, avant les impôts et les prestations sociales.",
    ),
    (
        "SCDL, socle commun des données locales",
        "Modèles de fichiers que les collectivités suivent pour publier leurs données. Celui des "
        "subventions a seize colonnes, dont onze obligatoires.",
    ),
    (
        "API",
        "Adresses où un programme lit les mêmes chiffres que les pages, sans mise en forme.",
    ),
)

NEEDS: dict[str, str] = {
    "Programme 147": "anct-p147",
    "Dispositif P147": "anct-p147",
    "DDETS, DREETS": "anct-p147",
    "Pilier proposé": "proposé par règle",
    "Tracé indicatif": "indicatif",
}
"""The source, the origin or the outline without which a word of the glossary explains nothing."""

FORMS: dict[str, tuple[str, ...]] = {
    "Contrat de ville": ("contrat de ville",),
    "QPV, quartier prioritaire de la politique de la ville": (
        "quartiers prioritaires",
        "quartier prioritaire",
        "QPV",
    ),
    "QVA, quartier en veille active": (
        "quartiers en veille active",
        "quartier en veille active",
        "QVA",
    ),
    "Pilier": ("pilier", "piliers"),
    "Programme 147": ("programme 147",),
    "Niveau de vie": ("niveau de vie", "niveaux de vie"),
    "Médiane": ("médiane", "médian"),
    "Taux de pauvreté": ("taux de pauvreté", "seuil de pauvreté"),
    "Rupture de série": ("rupture de série", "ruptures de série"),
    "Secret statistique": ("secret statistique", "tenu secret"),
    "Non ventilé": ("non ventilé", "non ventilée", "non ventilées"),
    "Participation": ("participations",),
    "Adulte-relais, poste Fonjep": ("adultes-relais", "adulte-relais", "Fonjep"),
    "Conseil citoyen": ("conseils citoyens", "conseil citoyen"),
    "Filosofi": ("Filosofi",),
    "Demandeur d’emploi de catégories A, B, C": ("demandeurs d’emploi", "demandeur d’emploi"),
    "Tracé officiel simplifié": ("tracé officiel simplifié",),
    "Tracé indicatif": ("tracé indicatif", "tracé est indicatif"),
    "Périmètre": ("périmètres", "périmètre"),
    "Porteur": ("porteurs", "porteur"),
    "Pilier proposé": ("pilier proposé",),
    "Année présumée": ("année présumée",),
    "Indicateur": ("indicateurs", "indicateur"),
    "Référence": ("référence", "références"),
    "Orientation": ("orientations", "orientation"),
    "Point": ("pts", "pt"),
    "Engagé, accordé": ("engagé", "engagés", "accordé", "accordés"),
    "RPLS": ("RPLS",),
    "Producteurs des chiffres": ("Cnaf", "Cnam", "ASP", "SDES", "ANCT", "DGFiP"),
    "DDETS, DREETS": ("DDETSPP", "DDETS", "DDCSPP", "DREETS"),
    "Dispositif P147": ("P147",),
    "SCDL, socle commun des données locales": ("SCDL",),
    "API": ("API",),
    "Revenu déclaré": ("revenu déclaré", "revenus déclarés"),
}
"""How each word of the glossary stands in a sentence; a page explains it where it first does."""
