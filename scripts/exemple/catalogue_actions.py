"""Who acts and what is done: invented holders and the models that every action is drawn from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder that does not exist; ``themes`` are those it works on, ``home`` its quarter."""

    code: str
    name: str
    nature: str
    themes: tuple[str, ...]
    home: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """What an action may be. ``scope``: un, plusieurs or aucun quarter; costs in euros a year.

    ``size`` bounds the participations of a year, ``women`` is their usual share among them.
    """

    title: str
    theme: str
    public: str
    age: str
    scope: str
    cost: tuple[int, int]
    size: tuple[int, int]
    women: float = 0.5


PERSON = Holder("F45", "Maëlle Quersandre", "personne physique", ())
"""The natural person that no page, image or file may ever name."""

_A, _P, _C = "association", "établissement public", "commune"

HOLDERS = (
    Holder("F01", "Centre social de la Crécelière", _A, ("lien-social", "parentalite", "jeunesse", "education"), "QP099001"),
    Holder("F02", "Maison pour tous de Mouline-Basse", _A, ("lien-social", "culture", "jeunesse"), "QP099002"),
    Holder("F03", "Espace de vie sociale La Navette de Bel-Orval", _A, ("lien-social", "parentalite"), "QP099003"),
    Holder("F04", "Régie de quartier Le Rouet d’Auzelande", _A, ("cadre-de-vie", "emploi"), "QP099001"),
    Holder("F05", "Mission jeunes d’Auzelande", _A, ("emploi", "jeunesse")),
    Holder("F06", "Les Ateliers du Fuseau d’Auzelande", _A, ("emploi", "culture")),
    Holder("F07", "Compagnie Le Chat-Lanterne", _A, ("culture", "discriminations")),
    Holder("F08", "Ludothèque Mille Billes de Mouline-Basse", _A, ("parentalite", "education"), "QP099002"),
    Holder("F09", "Football-club de la Crécelière", _A, ("sport",), "QP099001"),
    Holder("F10", "Boxe éducative d’Auzelande", _A, ("sport",), "QP099004"),
    Holder("F11", "Club nautique du lac de Mirandoul", _A, ("sport", "jeunesse")),
    Holder("F12", "Coup de main aux devoirs d’Auzelande", _A, ("education",)),
    Holder("F13", "Lire et dire en Haute-Sévrolle", _A, ("education", "emploi", "lien-social")),
    Holder("F14", "Réseau santé de la Sévrolle", _A, ("sante",)),
    Holder("F15", "Pôle de santé de la Crécelière", _A, ("sante",), "QP099001"),
    Holder("F16", "Écoute et parole d’Auzelande", _A, ("sante", "parentalite")),
    Holder("F17", "Point d’accès au droit de Haute-Sévrolle", _A, ("discriminations", "parentalite")),
    Holder("F18", "Égales chemins en Ponantine", _A, ("discriminations", "emploi", "lien-social")),
    Holder("F19", "Médiation Nord d’Auzelande", _A, ("tranquillite", "cadre-de-vie")),
    Holder("F20", "Jardins partagés de Bel-Orval", _A, ("cadre-de-vie", "lien-social"), "QP099003"),
    Holder("F21", "La Roue qui chante d’Auzelande", _A, ("cadre-de-vie", "emploi")),
    Holder("F22", "Coopérative d’activités de Ponantine", "entreprise", ("developpement-economique",)),
    Holder("F23", "Fabrique à projets d’Auzelande", _A, ("developpement-economique", "emploi")),
    Holder("F24", "Plateforme Créer en Ponantine", _A, ("developpement-economique",)),
    Holder("F25", "École de la marche suivante d’Auzelande", _A, ("emploi", "education")),
    Holder("F26", "Garage solidaire des Trois-Quenouilles", _A, ("emploi",), "QP099005"),
    Holder("F27", "Chantiers du Clos-Mirandoul", _A, ("emploi", "cadre-de-vie")),
    Holder("F28", "Numérique en partage d’Auzelande", _A, ("lien-social", "emploi", "education")),
    Holder("F29", "Cinéma itinérant de la Sévrolle", _A, ("culture",)),
    Holder("F30", "École de musique de Corvessy", _A, ("culture", "education"), "QP099003"),
    Holder("F31", "Collectif d’habitants de Pré-Lambin", _A, ("lien-social", "cadre-de-vie"), "QP099004"),
    Holder("F32", "Amicale de la Tuilandière", _A, ("lien-social", "sport"), "QP099006"),
    Holder("F33", "Prévention jeunesse d’Auzelande", _A, ("jeunesse", "tranquillite")),
    Holder("F34", "Séjours et Découvertes de Ponantine", _A, ("jeunesse", "sport")),
    Holder("F35", "Ville d’Auzelande", _C, ("cadre-de-vie", "tranquillite", "jeunesse", "pilotage"), "QP099001"),
    Holder("F36", "Commune de Corvessy", _C, ("jeunesse", "lien-social"), "QP099003"),
    Holder("F37", "Commune de Fontaubel", _C, ("jeunesse", "cadre-de-vie"), "QP099005"),
    Holder("F38", "Commune de Péridelle", _C, ("education", "lien-social"), "QP099006"),
    Holder("F39", "Auzelande Agglomération", "epci", ("pilotage", "emploi", "developpement-economique")),
    Holder("F40", "Caisse des écoles d’Auzelande", _P, ("education",)),
    Holder("F41", "Collège fictif de Mouline-Basse", _P, ("education",), "QP099002"),
    Holder("F42", "Lycée fictif de la Sévrolle", _P, ("education",)),
    Holder("F43", "Auzelande Logement (bailleur fictif)", "bailleur", ("cadre-de-vie", "tranquillite")),
    Holder("F44", "Centre de ressources de Ponantine", "groupement", ("pilotage", "structures-mutualisatrices")),
    PERSON,
)  # fmt: skip

_ADOS, _PREADOS, _JEUNES, _ADULTES = "adolescence", "préadolescence", "jeunesse", "adulte"

MODELS = (
    Model("Aide aux devoirs", "education", "enfants", _PREADOS, "un", (5_000, 14_000), (20, 70)),
    Model("Coup de pouce lecture", "education", "enfants", "", "un", (4_000, 9_000), (10, 30)),
    Model("Décrochage scolaire : l’étape d’après", "education", "jeunes", _ADOS, "plusieurs", (12_000, 30_000), (12, 45), 0.4),
    Model("Parcours de réussite éducative", "education", "enfants", "", "plusieurs", (40_000, 90_000), (80, 220)),
    Model("Orientation : stages de troisième ouverts à tous", "education", "jeunes", _ADOS, "plusieurs", (6_000, 15_000), (30, 90)),
    Model("Club de sciences", "education", "jeunes", _PREADOS, "un", (3_000, 7_000), (8, 25), 0.4),
    Model("Cordée vers les études supérieures", "education", "jeunes", _JEUNES, "aucun", (8_000, 18_000), (15, 60), 0.6),
    Model("Atelier de langue française pour parents", "education", "parents", _ADULTES, "un", (4_000, 12_000), (10, 40), 0.8),
    Model("Permanence d’écoute psychologique", "sante", "habitants", "", "un", (8_000, 18_000), (20, 80), 0.65),
    Model("Bien manger, bien bouger", "sante", "familles", "", "un", (3_000, 9_000), (15, 60), 0.7),
    Model("Point écoute pour adolescents", "sante", "jeunes", _ADOS, "plusieurs", (9_000, 20_000), (20, 70), 0.55),
    Model("Médiation en santé", "sante", "habitants", _ADULTES, "plusieurs", (15_000, 35_000), (60, 180), 0.6),
    Model("Prévention des addictions", "sante", "jeunes", _JEUNES, "plusieurs", (5_000, 12_000), (25, 90), 0.4),
    Model("Groupe de parole de parents", "parentalite", "parents", _ADULTES, "un", (2_500, 7_000), (8, 22), 0.8),
    Model("Café des familles", "parentalite", "familles", "", "un", (3_000, 8_000), (15, 50), 0.75),
    Model("Accès au droit : permanence juridique", "parentalite", "habitants", _ADULTES, "plusieurs", (9_000, 20_000), (70, 200), 0.55),
    Model("Jouer ensemble en bas de l’immeuble", "parentalite", "familles", "", "un", (4_000, 11_000), (30, 110)),
    Model("Théâtre d’habitants", "culture", "habitants", "", "un", (6_000, 16_000), (12, 35), 0.65),
    Model("Cinéma en plein air", "culture", "habitants", "", "plusieurs", (5_000, 12_000), (90, 220)),
    Model("Orchestre de quartier", "culture", "enfants", _PREADOS, "un", (10_000, 24_000), (15, 40)),
    Model("Fresque et mémoire", "culture", "habitants", "", "un", (4_000, 13_000), (9, 35)),
    Model("Atelier d’écriture et de rap", "culture", "jeunes", _ADOS, "un", (3_000, 8_000), (8, 20), 0.3),
    Model("Résidence d’artistes", "culture", "jeunes", _JEUNES, "plusieurs", (9_000, 22_000), (15, 60)),
    Model("Fête de quartier", "lien-social", "habitants", "", "un", (2_500, 8_000), (80, 220)),
    Model("Ateliers sociolinguistiques", "lien-social", "habitants", _ADULTES, "un", (8_000, 20_000), (20, 75), 0.7),
    Model("Fonds de participation des habitants", "lien-social", "habitants", "", "plusieurs", (8_000, 16_000), (30, 120)),
    Model("Inclusion numérique : pas à pas", "lien-social", "habitants", _ADULTES, "un", (5_000, 14_000), (20, 80), 0.6),
    Model("Seniors : sortir de chez soi", "lien-social", "seniors", "", "un", (3_000, 8_000), (9, 40), 0.7),
    Model("Appui au conseil citoyen", "lien-social", "habitants", "", "plusieurs", (5_000, 15_000), (10, 40)),
    Model("Animation de rue", "jeunesse", "jeunes", _PREADOS, "un", (6_000, 18_000), (40, 150), 0.4),
    Model("Accueil de jeunes en soirée", "jeunesse", "jeunes", _ADOS, "un", (7_000, 20_000), (25, 80), 0.35),
    Model("Vacances en ville", "jeunesse", "jeunes", _ADOS, "plusieurs", (9_000, 25_000), (40, 160), 0.45),
    Model("Séjour au lac", "jeunesse", "jeunes", _PREADOS, "un", (4_000, 10_000), (8, 24)),
    Model("Engagement volontaire : premiers pas", "jeunesse", "jeunes", _JEUNES, "plusieurs", (6_000, 16_000), (10, 35), 0.55),
    Model("Passerelle collège et quartier", "jeunesse", "jeunes", _PREADOS, "un", (5_000, 12_000), (15, 50)),
    Model("Sport au pied des tours", "sport", "jeunes", _ADOS, "un", (4_000, 12_000), (40, 140), 0.35),
    Model("Sport au féminin", "sport", "femmes", "", "un", (3_000, 9_000), (12, 45), 0.98),
    Model("Savoir nager", "sport", "enfants", _PREADOS, "plusieurs", (6_000, 14_000), (30, 90)),
    Model("Boxe éducative", "sport", "jeunes", _ADOS, "un", (3_500, 9_000), (10, 35), 0.25),
    Model("Lutter contre les discriminations : théâtre-débat", "discriminations", "jeunes", _ADOS, "plusieurs", (4_000, 11_000), (40, 150)),
    Model("Égalité entre les femmes et les hommes : en parler", "discriminations", "femmes", _ADULTES, "un", (3_000, 9_000), (9, 35), 0.9),
    Model("Permanence contre les discriminations", "discriminations", "habitants", _ADULTES, "aucun", (6_000, 14_000), (10, 45)),
    Model("Chantiers éducatifs", "emploi", "jeunes", _JEUNES, "plusieurs", (18_000, 45_000), (15, 60), 0.3),
    Model("Accompagnement renforcé vers l’emploi", "emploi", "demandeurs d’emploi", _ADULTES, "plusieurs", (20_000, 50_000), (40, 120)),
    Model("Parrainage vers l’emploi", "emploi", "jeunes", _JEUNES, "aucun", (9_000, 20_000), (20, 60)),
    Model("Français à visée professionnelle", "emploi", "demandeurs d’emploi", _ADULTES, "un", (9_000, 22_000), (10, 35), 0.65),
    Model("Mobilité : passer le permis", "emploi", "demandeurs d’emploi", _JEUNES, "plusieurs", (8_000, 20_000), (9, 30), 0.45),
    Model("Atelier de remobilisation", "emploi", "demandeurs d’emploi", _ADULTES, "un", (10_000, 26_000), (9, 30), 0.55),
    Model("Forum des métiers", "emploi", "habitants", "", "plusieurs", (6_000, 14_000), (90, 220)),
    Model("Femmes et emploi : lever les freins", "emploi", "femmes", _ADULTES, "un", (7_000, 18_000), (10, 40), 0.98),
    Model("Découverte des métiers du numérique", "emploi", "jeunes", _JEUNES, "plusieurs", (7_000, 18_000), (10, 40), 0.35),
    Model("Amorçage de projets d’entreprise", "developpement-economique", "créateurs d’entreprise", _ADULTES, "plusieurs", (12_000, 30_000), (10, 45), 0.45),
    Model("Couveuse d’activités", "developpement-economique", "créateurs d’entreprise", _ADULTES, "aucun", (15_000, 34_000), (9, 30)),
    Model("Commerce de proximité : pas-de-porte à l’essai", "developpement-economique", "créateurs d’entreprise", _ADULTES, "un", (9_000, 24_000), (8, 16)),
    Model("Jeunes et entrepreneuriat", "developpement-economique", "jeunes", _JEUNES, "plusieurs", (6_000, 15_000), (12, 40), 0.4),
    Model("Jardins partagés", "cadre-de-vie", "habitants", "", "un", (4_000, 11_000), (15, 60), 0.6),
    Model("Propreté : chacun son pas de porte", "cadre-de-vie", "habitants", "", "un", (3_000, 9_000), (15, 60)),
    Model("Mémoire du renouvellement urbain", "cadre-de-vie", "habitants", "", "un", (5_000, 14_000), (12, 45)),
    Model("Atelier vélo et réparation", "cadre-de-vie", "habitants", "", "un", (4_000, 12_000), (20, 80), 0.35),
    Model("Économies d’énergie dans le logement", "cadre-de-vie", "familles", _ADULTES, "plusieurs", (6_000, 16_000), (30, 110), 0.6),
    Model("Gestion urbaine de proximité", "cadre-de-vie", "habitants", "", "plusieurs", (10_000, 28_000), (20, 90)),
    Model("Médiation de nuit", "tranquillite", "habitants", "", "plusieurs", (20_000, 48_000), (40, 160), 0.4),
    Model("Correspondants d’immeuble", "tranquillite", "habitants", _ADULTES, "un", (5_000, 15_000), (10, 35), 0.6),
    Model("Prévention de la délinquance des plus jeunes", "tranquillite", "jeunes", _ADOS, "un", (7_000, 18_000), (10, 40), 0.2),
    Model("Ingénierie et animation du contrat", "pilotage", "", "", "aucun", (30_000, 60_000), (0, 0)),
    Model("Évaluation partagée du contrat", "pilotage", "", "", "aucun", (10_000, 24_000), (0, 0)),
    Model("Centre de ressources pour les acteurs", "structures-mutualisatrices", "", "", "aucun", (9_000, 20_000), (0, 0)),
)  # fmt: skip

THEMES = (
    ("education", "Éducation", "cohesion-sociale"),
    ("sante", "Santé", "cohesion-sociale"),
    ("parentalite", "Parentalité et droits sociaux", "cohesion-sociale"),
    ("culture", "Culture et expression artistique", "cohesion-sociale"),
    ("lien-social", "Lien social, citoyenneté et participation des habitants", "cohesion-sociale"),
    ("jeunesse", "Jeunesse", "cohesion-sociale"),
    ("sport", "Sport et loisir", "cohesion-sociale"),
    ("discriminations", "Lutte contre les discriminations", "cohesion-sociale"),
    ("emploi", "Emploi", "emploi"),
    ("developpement-economique", "Développement économique", "emploi"),
    ("cadre-de-vie", "Cadre de vie et renouvellement urbain", "cadre-de-vie"),
    ("tranquillite", "Tranquillité et sûreté publique", "cadre-de-vie"),
    ("pilotage", "Pilotage, ingénierie et évaluation", "pilotage"),
    ("structures-mutualisatrices", "Structures mutualisatrices", "pilotage"),
)
PILLAR_OF = {slug: pillar for slug, _, pillar in THEMES}

FUNDERS = (
    ("etat-p147", "État – politique de la ville (programme 147)", "État (P147)"),
    ("agglomeration", "Auzelande Agglomération", "Agglomération"),
    ("ville-centre", "Ville d’Auzelande", "Ville centre"),
    ("communes", "Autres communes de l’agglomération", "Communes"),
    ("departement", "Département (fictif)", "Département"),
    ("region", "Région (fictive)", "Région"),
    ("caf", "Caisse d’allocations familiales (fictive)", "CAF"),
    ("bailleur", "Bailleur social (fictif)", "Bailleur"),
)
