"""The settings of a territory that staff may change, as the fields of a form."""

from __future__ import annotations

from dashboard.domain import logo
from dashboard.schema import TABLES, CellKind, Field

_PLACES = {field.name: field for field in TABLES["territoires"].fields}
FIELDS = (
    Field(
        "publie_par",
        "Publié par",
        description="Qui signe ces pages. Vide : l’en-tête dit que personne ne les publie",
    ),
    Field(
        "contact_erreurs",
        "Adresse électronique où signaler une erreur",
        description="Celle d’un service, non d’une personne. Vide : les figures n’offrent pas de "
        "signaler une erreur",
    ),
    Field("nom", "Nom du territoire", required=True),
    _PLACES["locatif"],
    _PLACES["genitif"],
    Field(
        "unite.singulier",
        "Comment se nomme une ligne d’argent",
        required=True,
        description="« subvention de l’État », « action financée »",
    ),
    Field("unite.pluriel", "La même, au pluriel", required=True),
    Field(
        "unite.precision",
        "D’où viennent ces lignes",
        description="« programme 147 » : dit entre parenthèses. Vide : rien",
    ),
    Field(
        "codes_anct",
        "Codes du contrat à l’ANCT",
        many=True,
        description="Ceux par lesquels les fichiers de l’État nomment le contrat, séparés par "
        "une virgule : CV262, CN07302M",
    ),
    Field(
        "noms_du_contrat",
        "Autres noms du contrat dans les fichiers de l’État",
        many=True,
        description="Un ancien nom de l’agglomération, par exemple ; séparés par une virgule",
    ),
    Field(
        "approbation",
        "Une seconde personne approuve avant publication",
        CellKind.FLAG,
        description="« oui » : un éditeur soumet un brouillon, un autre le publie ou le refuse. "
        "Vide ou « non » : un éditeur publie seul",
    ),
)

LOGO_IMAGE = Field(
    "logo",
    "Image du logo",
    description="PNG, JPEG ou SVG, 2 Mo au plus, pour un fond clair. L’image est repeinte : ce que "
    "le fichier dit d’autre (lieu d’une photo, auteur, script) n’est pas gardé",
)
LOGO_TEXT = Field(
    logo.TEXT,
    "Texte qui remplace le logo",
    required=True,
    description="Lu par qui ne voit pas l’image : le nom de la collectivité, le plus souvent",
)
"""What is read in place of the logo: asked with it."""
NAMES = {field.name: field.title for field in (*FIELDS, LOGO_TEXT)}
"""What each setting is called."""
