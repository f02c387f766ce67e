"""The tables of a territory: the one place that lists their columns.

The headers of the files, the data package, the validation and the importers follow it.
"""

from __future__ import annotations

from dashboard.domain import path
from dashboard.domain.funding import Origin, Stage
from dashboard.domain.indicator import Status
from dashboard.domain.local_words import Gender, Notion
from dashboard.domain.rounding import STEPS
from dashboard.domain.territory import Outline
from dashboard.domain.territory import TerritoryKind as Place
from dashboard.domain.yearly_report import ReportPart, ReportStatus
from dashboard.schema.field import CellKind, Correction, Field, TableSchema

AMOUNT_LIMIT = 5_000_000.0
"""Euros: a line of that size or more is a decimal read as thousands (actions.md), not a grant."""
FIRST_YEAR, LAST_YEAR = 1990, 2060

_PILLAR_ORIGINS = tuple(
    str(item) for item in (Origin.OFFICIAL, Origin.RULE, Origin.CORRECTED, Origin.CONFIRMED)
)
_AGE_ORIGINS = tuple(str(item) for item in (Origin.OFFICIAL, Origin.CORRECTED, Origin.CONFIRMED))
_QUARTER_ORIGINS = (
    *_PILLAR_ORIGINS,
    *(str(item) for item in (Origin.TITLE, Origin.HOLDER, Origin.PLACE)),
)

_MARKDOWN = (
    "En Markdown : « # » devant un titre, « - » ou « 1. » devant une ligne de liste, **gras**, "
    "*italique*, [mots](adresse) ; une ligne vide sépare deux paragraphes"
)


def _code(name: str, title: str, description: str = "") -> Field:
    return Field(name, title, CellKind.CODE, required=True, description=description)


def _year(description: str) -> Field:
    return Field("annee", "Année", CellKind.YEAR, required=True, description=description)


def _source(required: bool = True) -> Field:
    return Field(
        "source",
        "Source",
        required=required,
        refers="sources",
        description="Identifiant de la source (sources.csv)",
    )


def _quarters(description: str = "Codes des quartiers, séparés par |") -> Field:
    return Field("quartiers", "Quartiers", refers="territoires", many=True, description=description)


TERRITORIES = TableSchema(
    "territoires",
    "Quartiers, communes et territoires de référence",
    (
        _code("code", "Code", "Code INSEE, SIREN, QP…, QN… ou code local d’un QVA"),
        Field("nom", "Nom", required=True),
        Field("genre", "Genre", required=True, values=tuple(str(item) for item in Place)),
        Field(
            "locatif",
            "Nom au locatif",
            required=True,
            description="Où : « aux Terrasses », « au Verger », comme on le dit sur place",
            starts=("à ", "au ", "aux ", "en ", "dans ", "sur "),
        ),
        Field(
            "genitif",
            "Nom au génitif",
            required=True,
            description="De quoi : « des Terrasses », « du Verger », comme on le dit sur place",
            starts=("de ", "du ", "des ", "d’", "d'"),
        ),
        Field(
            "generation",
            "Génération",
            CellKind.YEAR,
            description="Année des périmètres, celle d’un contrat de territoire.toml",
        ),
        Field("valide_de", "Valable depuis", CellKind.YEAR),
        Field("valide_a", "Valable jusqu’en", CellKind.YEAR),
        Field(
            "communes",
            "Communes",
            refers="territoires",
            among=("commune",),
            many=True,
            description="Codes INSEE, séparés par | : un quartier peut en toucher plusieurs",
        ),
        Field(
            "trace",
            "Tracé",
            required=True,
            values=tuple(str(item) for item in Outline),
            description="Sûreté du tracé",
        ),
        Field(
            "simplification",
            "Simplification du tracé",
            CellKind.INTEGER,
            low=1,
            description="En mètres, d’un tracé officiel simplifié ; vide si rien ne la dit",
        ),
        Field(
            "successeur",
            "Successeur",
            refers="territoires",
            description="Code du quartier qui lui succède dans la génération suivante",
        ),
        Field(
            "repere",
            "Repère",
            CellKind.INTEGER,
            low=1,
            description="Numéro sur la carte d’un quartier sans tracé",
        ),
        Field("repere_lon", "Longitude du repère", CellKind.NUMBER, low=-180, high=180),
        Field("repere_lat", "Latitude du repère", CellKind.NUMBER, low=-90, high=90),
        Field(
            "repere_motif",
            "Ce que le repère désigne",
            description="D’un repère approximatif, par exemple : la rue du même nom",
        ),
        Field("repere_detail", "Détail du repère", description="Par exemple le nom de la voie"),
        Field(
            "repere_source",
            "Source du repère",
            refers="sources",
            description="Identifiant de la source (sources.csv)",
        ),
        _source(required=False),
    ),
    key=("code",),
    needed=True,
    kept=True,
)

PLACES = TableSchema(
    "lieux",
    "Noms de lieux autour, sur la carte",
    (
        _code("code", "Code"),
        Field("nom", "Nom", required=True),
        Field("lon", "Longitude", CellKind.NUMBER, required=True, low=-180, high=180),
        Field("lat", "Latitude", CellKind.NUMBER, required=True, low=-90, high=90),
        _source(),
    ),
    key=("code",),
    kept=True,
)

NAMED_PLACES = TableSchema(
    "lieux_nommes",
    "Lieux que les lignes peuvent nommer, et le quartier qui les contient",
    (
        _code("code", "Code"),
        Field("nom", "Nom", required=True),
        Field(
            "autres_noms",
            "Autres noms",
            many=True,
            description="Autres façons de l’écrire, séparées par |",
        ),
        Field("genre", "Genre", required=True),
        Field(
            "lon",
            "Longitude",
            CellKind.NUMBER,
            low=-180,
            high=180,
            description="Vide : lieu connu par son seul nom",
        ),
        Field("lat", "Latitude", CellKind.NUMBER, low=-90, high=90),
        Field(
            "quartiers",
            "Quartiers",
            refers="territoires",
            many=True,
            description="Codes des quartiers de chaque périmètre qui le contient, séparés par |",
        ),
        Field("motif", "Motif", required=True, description="Pourquoi ce quartier, ou aucun"),
        Field(
            "ecarte",
            "Écarté",
            description="Pourquoi ce nom ne propose rien ; vide : il sert à proposer",
        ),
        _source(),
    ),
    key=("code",),
    kept=True,
)

STREETS = TableSchema(
    "voies",
    "Voies nommées, un point intérieur chacune",
    (
        _code("code", "Code"),
        Field("nom", "Nom", required=True),
        Field("lon", "Longitude", CellKind.NUMBER, required=True, low=-180, high=180),
        Field("lat", "Latitude", CellKind.NUMBER, required=True, low=-90, high=90),
        Field("secteur", "Secteur", description="Code du secteur de la ville, s’il est publié"),
        _source(),
    ),
    key=("code",),
)

ADDRESSES = TableSchema(
    "adresses",
    "Adresses : un point par numéro, d’après la Base adresse nationale",
    (
        Field("voie", "Voie", required=True),
        Field("numero", "Numéro", CellKind.INTEGER, required=True, low=0, high=9_999),
        Field("suffixe", "Suffixe", description="bis, ter…"),
        Field("commune", "Commune", required=True),
        _code("code_commune", "Code de la commune", "Code INSEE"),
        Field("lon", "Longitude", CellKind.NUMBER, required=True, low=-180, high=180),
        Field("lat", "Latitude", CellKind.NUMBER, required=True, low=-90, high=90),
        _source(),
    ),
    key=("code_commune", "voie", "numero", "suffixe"),
)

VALUES = TableSchema(
    "indicateurs",
    "Valeurs des indicateurs",
    (
        Field("territoire", "Territoire", required=True, refers="territoires"),
        Field(
            "indicateur",
            "Indicateur",
            required=True,
            description="Code de l’indicateur dans le catalogue",
        ),
        _year("Année de la donnée, jamais celle du fichier"),
        Field(
            "valeur",
            "Valeur",
            CellKind.NUMBER,
            description="Dans l’unité de l’indicateur ; vide si elle n’est pas montrée",
        ),
        Field(
            "pas",
            "Pas d’arrondi",
            values=STEPS,
            description="Arrondi de la source, dans la même unité : 1 pour une valeur publiée à "
            "l’unité, 10 à la dizaine ; vide : celui que l’indicateur déclare",
        ),
        Field(
            "statut",
            "Statut",
            required=True,
            values=tuple(str(item) for item in Status),
            description="Ce que l’on sait de la valeur ; « présumé » : année ou libellé présumé",
        ),
        _source(),
        Field("fichier", "Fichier", description="Nom du fichier officiel : son millésime"),
        Field("note", "Note", description="Par exemple le code de la note de l’INSEE"),
    ),
    key=("territoire", "indicateur", "annee"),
    needed=True,
)

DISTRIBUTIONS = TableSchema(
    "repartitions",
    "Valeurs de tous les quartiers de France métropolitaine, par indicateur et par année",
    (
        Field(
            "indicateur",
            "Indicateur",
            required=True,
            description="Code de l’indicateur dans le catalogue",
        ),
        _year("Année de la donnée, jamais celle du fichier"),
        Field("perimetre", "Périmètres", required=True, values=("2015", "2024")),
        Field("quartiers", "Quartiers", CellKind.INTEGER, required=True, low=1, high=10_000),
        Field("publies", "Quartiers qui ont une valeur", CellKind.INTEGER, required=True, low=1),
        Field(
            "centiles",
            "Centiles",
            required=True,
            description="Le minimum, puis la valeur que chaque centième des quartiers, du plus bas "
            "au plus haut, ne dépasse pas : 101 nombres séparés par |",
        ),
        _source(),
        Field("fichier", "Fichier", description="Nom du fichier officiel : son millésime"),
    ),
    key=("indicateur", "annee", "perimetre"),
)

ALIKE = TableSchema(
    "semblables",
    "Quartiers de France métropolitaine qui ressemblent le plus à chaque quartier prioritaire",
    (
        Field("quartier", "Quartier", CellKind.CODE, required=True, refers="territoires"),
        Field(
            "rang",
            "Rang de ressemblance",
            CellKind.INTEGER,
            required=True,
            low=0,
            high=20,
            description="0 : le quartier lui-même ; 1 : celui qui lui ressemble le plus",
        ),
        _code("code", "Code du quartier comparé"),
        Field("nom", "Nom du quartier comparé", required=True),
        Field("communes", "Communes", required=True),
        Field("population", "Habitants", CellKind.INTEGER, required=True, low=1, high=100_000),
        Field("annee_population", "Année des habitants", CellKind.YEAR, required=True),
        Field(
            "indice_jeunesse", "Indice de jeunesse", CellKind.NUMBER, required=True, low=0, high=100
        ),
        Field("annee_jeunesse", "Année de l’indice de jeunesse", CellKind.YEAR, required=True),
        Field("taux_pauvrete", "Taux de pauvreté", CellKind.NUMBER, required=True, low=0, high=100),
        Field("annee_pauvrete", "Année du taux de pauvreté", CellKind.YEAR, required=True),
        Field(
            "distance",
            "Distance",
            CellKind.NUMBER,
            required=True,
            low=0,
            high=100,
            description="Distance euclidienne des trois valeurs, chacune en écarts types ; des "
            "habitants, le logarithme",
        ),
        Field(
            "compares", "Quartiers comparés", CellKind.INTEGER, required=True, low=1, high=10_000
        ),
        Field(
            "source",
            "Sources",
            required=True,
            refers="sources",
            many=True,
            description="Identifiants des sources (sources.csv), séparés par |",
        ),
        Field("fichier", "Fichier", description="Nom du fichier : son millésime"),
    ),
    key=("quartier", "rang"),
)

BREAKS = TableSchema(
    "ruptures",
    "Ruptures de série propres au territoire",
    (
        Field(
            "indicateur",
            "Indicateur",
            required=True,
            description="Code d’un indicateur, ou source:<id> pour tous ceux d’une source",
        ),
        _year("Première année qui ne se compare plus aux précédentes"),
        Field("motif", "Motif", required=True),
        _source(),
        Field("territoire", "Territoire", refers="territoires", description="Vide : tous"),
    ),
    key=("indicateur", "annee", "territoire"),
    kept=True,
)

ACTIONS = TableSchema(
    "actions",
    "Actions ou lignes de subvention, une ligne par action et par année",
    (
        _code("id", "Identifiant"),
        _year("Année du financement"),
        Field("intitule", "Intitulé", required=True),
        Field("porteur", "Porteur", description="Vide : nom inconnu, seul l’identifiant l’est"),
        Field("porteur_id", "Identifiant du porteur", description="SIREN, ou code local"),
        Field(
            "porteur_nature",
            "Nature du porteur",
            description="Une « personne physique » n’est jamais nommée",
        ),
        Field(
            "pilier",
            "Pilier",
            required=True,
            description="Code du pilier dans la grille d’un contrat (territoire.toml)",
        ),
        Field("pilier_origine", "Origine du pilier", values=_PILLAR_ORIGINS),
        Field("pilier_regle", "Règle qui propose le pilier", CellKind.INTEGER, low=0),
        Field("theme", "Thème", description="Code d’un thème (territoire.toml)", mark=True),
        Field("theme_origine", "Origine du thème", values=_PILLAR_ORIGINS),
        _quarters(),
        Field("quartier_origine", "Origine du quartier", values=_QUARTER_ORIGINS),
        Field(
            "quartier_lieu",
            "Lieux nommés",
            refers="lieux_nommes",
            many=True,
            description="Codes des lieux que la ligne nomme, séparés par | (lieux_nommes.csv)",
        ),
        Field("public", "Public", description="En toutes lettres", mark=True),
        Field(
            "age",
            "Âge",
            description=f"{', '.join(path.STEPS)}… ou « {path.NO_STEP} »",
            mark=True,
        ),
        Field(
            "age_origine",
            "Origine de l’âge",
            values=_AGE_ORIGINS,
            description="« corrigé » : par les agents, gardé quand le fichier officiel revient",
        ),
        Field(
            "reconduction",
            "Reconduction",
            values=("nouvelle", "renouvelée", "terminée"),
            mark=True,
        ),
        Field("pluriannuel", "Pluriannuel", description="Rang dans la convention, par exemple 2/3"),
        Field("perimetre", "Périmètre", values=("certain", "probable")),
        Field("perimetre_motif", "Motif du périmètre"),
        Field("complement", "Complément", CellKind.FLAG),
        Field("tronque", "Intitulé coupé", CellKind.FLAG),
        Field("montant_corrige", "Montant corrigé", CellKind.FLAG),
        Field("service", "Service instructeur", mark=True),
        Field("dispositif", "Dispositif", mark=True),
        _source(),
        Field("intitule_brut", "Intitulé tel que publié"),
    ),
    key=("id",),
    needed=True,
    corrections=(
        Correction("pilier", "pilier_origine", ("pilier_regle",), (str(Origin.RULE),)),
        Correction("theme", "theme_origine", doubtful=(str(Origin.RULE),)),
        Correction(
            "quartiers",
            "quartier_origine",
            ("quartier_lieu",),
            (str(Origin.HOLDER), str(Origin.PLACE)),
        ),
        Correction("age", "age_origine"),
        Correction("perimetre", "perimetre_motif", doubtful=("probable",)),
    ),
)

FUNDING = TableSchema(
    "financements",
    "Montants par action, financeur et étape",
    (
        Field("action", "Action", required=True, refers="actions"),
        Field("financeur", "Financeur", required=True, refers="financeurs"),
        Field(
            "etape",
            "Étape",
            required=True,
            values=tuple(str(item) for item in Stage),
            description="De la demande à la justification",
        ),
        Field("montant", "Montant", CellKind.AMOUNT, required=True, description="En euros"),
        _source(),
    ),
    key=("action", "financeur", "etape"),
    needed=True,
)

FUNDERS = TableSchema(
    "financeurs",
    "Financeurs",
    (
        _code("code", "Code"),
        Field("nom", "Nom", required=True),
        Field("court", "Nom court", required=True),
    ),
    key=("code",),
    needed=True,
    kept=True,
)

RULES = TableSchema(
    "regles",
    "Règles qui proposent pilier et thème, la première qui convient l’emporte",
    (
        Field("ordre", "Ordre", CellKind.INTEGER, required=True, low=1),
        Field("porte_sur", "Porte sur", required=True),
        Field(
            "motif",
            "Motif",
            required=True,
            description="Expression régulière, sur le texte sans accents et en minuscules",
        ),
        Field("pilier", "Pilier", required=True),
        Field("theme", "Thème"),
        Field("commentaire", "Commentaire"),
    ),
    key=("ordre",),
    kept=True,
)

STEP_RULES = TableSchema(
    "regles_parcours",
    "Règles qui proposent une étape du parcours des jeunes, la première qui convient l’emporte",
    (
        Field("ordre", "Ordre", CellKind.INTEGER, required=True, low=1),
        Field("porte_sur", "Porte sur", required=True, values=("intitule", "porteur")),
        Field(
            "motif",
            "Motif",
            required=True,
            description="Expression régulière, sur le texte sans accents et en minuscules",
        ),
        Field("age", "Âge", description="Vide : aucune étape n’est proposée"),
        Field("commentaire", "Commentaire"),
    ),
    key=("ordre",),
    kept=True,
)

SUBSIDIES = TableSchema(
    "subventions_agglomeration",
    "Subventions de l’agglomération, toutes compétences",
    (
        _code("id", "Identifiant"),
        _year("Année du fichier annuel"),
        Field("porteur", "Porteur", required=True),
        Field("siret", "SIRET", CellKind.SIRET, strict=False),
        Field("commune", "Commune"),
        Field("objet", "Objet"),
        Field("montant", "Montant", CellKind.AMOUNT, required=True, description="En euros"),
        Field("politique_de_la_ville", "Politique de la ville", values=("oui", "probable", "non")),
        Field("motif", "Motif"),
        Field("annee_convention", "Année de la convention", CellKind.YEAR, strict=False),
        Field("ligne_identique", "Ligne identique à une autre", CellKind.FLAG),
        _source(),
    ),
    key=("id",),
)

AGREEMENTS = TableSchema(
    "conventions_agglomeration",
    "Données essentielles des conventions de subvention de l’agglomération",
    (
        Field("subvention", "Subvention", required=True, refers="subventions_agglomeration"),
        _year("Année du fichier annuel"),
        Field("attribuant", "Nom de l’attribuant"),
        Field("attribuant_siret", "SIRET de l’attribuant", CellKind.SIRET, strict=False),
        Field("date_convention", "Date de la convention", CellKind.DATE, strict=False),
        Field("reference", "Référence de la décision"),
        Field("rna", "Numéro RNA du bénéficiaire"),
        Field("nature", "Nature", description="aide en numéraire, aide en nature, ou les deux"),
        Field("conditions", "Conditions de versement"),
        Field("versement", "Date ou période de versement", description="AAAA-MM-JJ(/AAAA-MM-JJ)"),
        Field("rae", "Numéro de l’aide au répertoire des aides aux entreprises"),
        Field("notification_ue", "Notifiée à l’Union européenne", CellKind.FLAG, strict=False),
        Field(
            "part",
            "Part du bénéficiaire",
            CellKind.NUMBER,
            low=0.01,
            high=1,
            strict=False,
            description="1 pour un bénéficiaire unique",
        ),
        Field("dispositif_aide", "Dispositif d’aide"),
        _source(),
    ),
    key=("subvention",),
)

POSTS = TableSchema(
    "postes",
    "Postes d’adultes-relais et Fonjep",
    (
        _code("id", "Identifiant"),
        _year("Année du poste"),
        Field("dispositif", "Dispositif", required=True, values=("adulte-relais", "fonjep")),
        Field("porteur", "Porteur", required=True),
        Field("siret", "SIRET", CellKind.SIRET, strict=False),
        Field("montant", "Montant théorique", CellKind.AMOUNT, description="En euros"),
        Field("contrat", "Code du contrat"),
        Field("anomalie", "Anomalie", description="Erreur de la source, dite en une phrase"),
        _source(),
    ),
    key=("id",),
)

ORIENTATIONS = TableSchema(
    "orientations",
    "Orientations des rapports annuels",
    (
        _code("code", "Code"),
        _year("Année que le rapport présente"),
        Field("theme", "Thème"),
        Field("titre", "Titre", required=True),
        Field("texte", "Texte", CellKind.MARKDOWN, required=True, description=_MARKDOWN),
        _source(),
    ),
    key=("code",),
    kept=True,
)

ORIENTATION_LINKS = TableSchema(
    "orientations_liens",
    "Ce que chaque orientation devient",
    (
        Field("orientation", "Orientation", required=True, refers="orientations"),
        Field(
            "genre",
            "Genre",
            required=True,
            values=("action", "theme", "indicateur", "parcours", "aucun"),
        ),
        Field("cible", "Cible", description="Vide quand rien n’en parle"),
        Field("commentaire", "Commentaire"),
    ),
    key=("orientation", "genre", "cible"),
    kept=True,
)

TEXTS = TableSchema(
    "textes",
    "Textes de l’équipe dans le bilan annuel",
    (
        _year("Année du bilan"),
        Field(
            "partie",
            "Partie",
            required=True,
            values=tuple(str(item) for item in ReportPart),
            description="Une des six parties du rapport, l’introduction ou la conclusion",
        ),
        Field("texte", "Texte", CellKind.MARKDOWN, required=True, description=_MARKDOWN),
        Field("signature", "Signature", description="Une fonction ou un service ; vide si aucune"),
        Field("date", "Date", CellKind.DATE, description="Celle du texte"),
    ),
    key=("annee", "partie"),
    kept=True,
)

REPORTS = TableSchema(
    "bilans",
    "État du bilan annuel : projet soumis à avis, ou adopté",
    (
        _year("Année du bilan"),
        Field(
            "statut",
            "Statut",
            required=True,
            values=tuple(str(item) for item in ReportStatus),
            description="« projet » : soumis à avis, lignes numérotées ; « adopté » ensuite",
        ),
        Field(
            "date", "Date", CellKind.DATE, required=True, description="Du projet, ou de l’adoption"
        ),
        Field("instance", "Instance", description="Qui donne son avis, ou qui a adopté"),
    ),
    key=("annee",),
    kept=True,
)

EVENTS = TableSchema(
    "evenements",
    "Dates du contrat",
    (
        Field("date", "Date", CellKind.DATE, required=True),
        Field("precision", "Précision", required=True, values=("jour", "mois", "annee")),
        Field("titre", "Titre", required=True),
        Field("texte", "Texte", CellKind.MARKDOWN, description=_MARKDOWN),
        _source(),
    ),
    key=("date", "titre"),
    kept=True,
    reworded=True,
)

BENEFICIARIES = TableSchema(
    "beneficiaires",
    "Participations prévues et réelles",
    (
        Field("action", "Action", required=True, refers="actions"),
        Field("mesure", "Mesure", required=True, values=("prévu", "réel")),
        Field("sexe", "Sexe", values=("femmes", "hommes")),
        Field("tranche", "Tranche d’âge"),
        Field(
            "nombre",
            "Nombre",
            CellKind.INTEGER,
            low=0,
            high=1_000_000,
            description="Participations ; vide si inconnu",
        ),
    ),
    key=("action", "mesure", "sexe", "tranche"),
    kept=True,
)

PARTICIPATION = TableSchema(
    "participation",
    "Réunions, avis et consultations",
    (
        Field("date", "Date", CellKind.DATE, required=True),
        Field("genre", "Genre", required=True, values=("réunion", "avis", "consultation")),
        Field("titre", "Titre", required=True),
        _quarters(),
        Field("avis", "Avis", CellKind.MARKDOWN, description=f"Vide si aucun. {_MARKDOWN}"),
        Field(
            "suite", "Suite donnée", CellKind.MARKDOWN, description=f"Vide si aucune. {_MARKDOWN}"
        ),
        _source(),
    ),
    key=("date", "titre"),
    kept=True,
    reworded=True,
)

CONTACTS = TableSchema(
    "contacts",
    "À qui s’adresser : des organisations, jamais des personnes",
    (
        Field("nom", "Nom", required=True),
        Field("role", "Rôle"),
        Field("detail", "Détail"),
        _quarters("Codes des quartiers ou communes servis, séparés par |"),
        _source(),
    ),
    key=("nom", "role"),
    kept=True,
    reworded=True,
)

SOURCES = TableSchema(
    "sources",
    "Sources",
    (
        _code("id", "Identifiant"),
        Field("titre", "Titre", required=True),
        Field("producteur", "Producteur", required=True),
        Field("licence", "Licence", required=True),
        Field("millesime", "Millésime"),
        Field("adresse", "Adresse"),
        Field("obtention", "Obtention", required=True, description="Comment elle a été obtenue"),
        Field("note", "Note"),
    ),
    key=("id",),
    needed=True,
    kept=True,
)

CONCORDANCE = TableSchema(
    "concordance",
    "Correspondance des grilles de piliers",
    (
        Field("grille_source", "Grille source", required=True),
        Field("pilier_source", "Pilier source", required=True),
        Field("grille_cible", "Grille cible", required=True),
        Field("pilier_cible", "Pilier cible", required=True),
        Field("part", "Part", CellKind.NUMBER, required=True, low=0, high=1),
        Field("note", "Note"),
    ),
    key=("grille_source", "pilier_source", "grille_cible", "pilier_cible"),
    kept=True,
)

WORDS = TableSchema(
    "mots",
    "Mots locaux : comment le territoire nomme ce que la loi nomme",
    (
        Field(
            "notion",
            "Notion",
            required=True,
            values=tuple(str(item) for item in Notion),
            description="Son nom d’usage : les pages le remplacent, les sources le gardent",
        ),
        Field(
            "singulier",
            "Mot local",
            required=True,
            description="Sans article ni majuscule : « table de quartier »",
        ),
        Field("pluriel", "Mot local au pluriel", required=True),
        Field(
            "genre",
            "Genre",
            required=True,
            values=tuple(str(item) for item in Gender),
            description="« pluriel » s’il n’a pas de singulier : « engagements »",
        ),
        Field(
            "court",
            "Forme courte",
            description="Pour « en veille active », après un nom de quartier : « en veille »",
        ),
    ),
    key=("notion",),
    kept=True,
)

TABLES: dict[str, TableSchema] = {
    table.name: table
    for table in (
        TERRITORIES,
        PLACES,
        NAMED_PLACES,
        STREETS,
        ADDRESSES,
        VALUES,
        DISTRIBUTIONS,
        ALIKE,
        BREAKS,
        ACTIONS,
        FUNDING,
        FUNDERS,
        RULES,
        STEP_RULES,
        SUBSIDIES,
        AGREEMENTS,
        POSTS,
        ORIENTATIONS,
        ORIENTATION_LINKS,
        TEXTS,
        REPORTS,
        EVENTS,
        BENEFICIARIES,
        PARTICIPATION,
        CONTACTS,
        SOURCES,
        CONCORDANCE,
        WORDS,
    )
}
"""Every table by its name."""
