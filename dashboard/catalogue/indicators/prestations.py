"""People covered by the family allowance fund and by health insurance, on 31 December."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.indicators.common import (
    PEOPLE_LIMIT,
    PRESUMED_LABEL,
    REGISTER,
    SOCIAL,
    WORK,
    columns,
)
from dashboard.domain.indicator import Direction, Indicator, Unit

_NEED = "Une hausse peut dire plus de besoins comme un meilleur accès aux droits."

HOUSEHOLDS = Indicator(
    slug="allocataires-caf",
    label="Foyers allocataires de la Caf",
    subject="le nombre de foyers allocataires de la Caf",
    definition=(
        "Nombre de foyers qui reçoivent au moins une prestation de la Caf (famille, logement, "
        "minimum social)."
    ),
    theme="prestations",
    pillars=(SOCIAL,),
    unit=Unit.COUNT,
    decimals=0,
    direction=Direction.NEUTRAL,
    summable=True,
    low=0,
    high=PEOPLE_LIMIT,
    source="caf",
    columns=columns("DEMO.A", "REVN.A", "QPV2024.allocataires_CAF"),
    reading="fin {year}, {value} foyer[s] {of} [reçoit|reçoivent] au moins une "
    "prestation de la Caf",
    limits=f"{_NEED} {REGISTER}",
)

COVERED = replace(
    HOUSEHOLDS,
    slug="personnes-couvertes-caf",
    label="Personnes couvertes par la Caf",
    subject="le nombre de personnes couvertes par la Caf",
    definition=(
        "Nombre de personnes qui vivent dans un foyer allocataire de la Caf, enfants compris."
    ),
    columns=columns("DEMO.PERCOU", "QPV2024.personnes_couvertes_CAF"),
    reading="fin {year}, {value} personne[s] {of} [vit|vivent] dans un foyer allocataire de la Caf",
)

RSA = replace(
    HOUSEHOLDS,
    slug="rsa-socle",
    label="Foyers au RSA",
    subject="le nombre de foyers au RSA",
    definition="Nombre de foyers qui reçoivent le revenu de solidarité active (RSA socle).",
    pillars=(SOCIAL, WORK),
    columns=columns("REVN.ARSAS", "QPV2024.RSA_socle"),
    reading="fin {year}, {value} foyer[s] {of} [reçoit|reçoivent] le RSA",
)

RSA_ALL = replace(
    RSA,
    slug="rsa-ensemble",
    label="Foyers au RSA, socle et activité",
    subject="le nombre de foyers au RSA, socle et activité",
    definition="Nombre de foyers qui reçoivent le RSA sous une forme ou une autre.",
    columns=columns("REVN.ARSA"),
    limits=f"Publié pour 2016 seulement, puis remplacé par la prime d’activité. {REGISTER}",
)

DISABLED = replace(
    HOUSEHOLDS,
    slug="aah",
    label="Allocation aux adultes handicapés",
    subject="le nombre de foyers qui reçoivent l’allocation aux adultes handicapés",
    definition="Nombre de foyers qui reçoivent l’allocation aux adultes handicapés (AAH).",
    columns=columns("REVN.AAAH"),
    reading="fin {year}, {value} foyer[s] {of} [reçoit|reçoivent] l’allocation aux "
    "adultes handicapés",
)

ACTIVITY_BONUS = replace(
    HOUSEHOLDS,
    slug="prime-activite",
    label="Prime d’activité",
    subject="le nombre de foyers qui reçoivent la prime d’activité",
    definition=(
        "Nombre de foyers qui reçoivent la prime d’activité, complément de revenu des personnes "
        "qui travaillent pour un salaire modeste."
    ),
    pillars=(WORK, SOCIAL),
    columns=columns("REVN.APPA"),
    reading="fin {year}, {value} foyer[s] {of} [reçoit|reçoivent] la prime d’activité",
    limits=f"La prime a été élargie par la loi en 2019. {REGISTER}",
)

HALF = replace(
    HOUSEHOLDS,
    slug="dependance-caf-50",
    label="Foyers dont la Caf fait au moins la moitié des ressources",
    subject="le nombre de foyers dont la Caf fait au moins la moitié des ressources",
    definition="Nombre de foyers dont les prestations font au moins 50 % des ressources.",
    columns=columns("REVN.APRES50"),
    reading="fin {year}, pour {value} foyer[s] {of}, la Caf fait au moins la moitié des ressources",
    limits=f"{PRESUMED_LABEL} N’est plus publié après 2018. {REGISTER}",
)

WHOLE = replace(
    HALF,
    slug="dependance-caf-100",
    label="Foyers dont la Caf fait toutes les ressources",
    subject="le nombre de foyers dont la Caf fait toutes les ressources",
    definition="Nombre de foyers dont les prestations font 100 % des ressources.",
    columns=columns("REVN.APRES100"),
    reading="fin {year}, pour {value} foyer[s] {of}, la Caf fait toutes les ressources",
)

INSURED = replace(
    HOUSEHOLDS,
    slug="assures-maladie",
    label="Assurés du régime général",
    subject="le nombre d’assurés du régime général",
    definition="Nombre d’habitants couverts par le régime général de l’assurance maladie.",
    source="cnam",
    columns=columns("REVN.C"),
    reading="fin {year}, le régime général couvre {value} habitant[s] {of}",
    limits=f"{PRESUMED_LABEL} {REGISTER}",
)

CMU = replace(
    INSURED,
    slug="cmu-c",
    label="Couverture maladie universelle complémentaire",
    subject="le nombre de bénéficiaires de la CMU-C",
    definition=(
        "Nombre d’habitants qui avaient la couverture maladie universelle complémentaire, "
        "remplacée fin 2019 par la complémentaire santé solidaire."
    ),
    columns=columns("REVN.CCMUC"),
    reading="fin {year}, {value} habitant[s] {of} [a|ont] la CMU-C",
    limits=f"{_NEED} {REGISTER}",
)

HEALTH = replace(
    INSURED,
    slug="complementaire-sante",
    label="Complémentaire santé solidaire",
    subject="le nombre de bénéficiaires de la complémentaire santé solidaire",
    definition="Nombre d’habitants qui ont la complémentaire santé solidaire (C2S).",
    columns=columns("REVN.CC2S"),
    reading="fin {year}, {value} habitant[s] {of} [a|ont] la complémentaire santé solidaire",
    limits=f"{PRESUMED_LABEL} {_NEED} {REGISTER}",
)

HEALTH_FREE = replace(
    HEALTH,
    slug="complementaire-sante-gratuite",
    label="Complémentaire santé solidaire sans participation",
    subject="le nombre de bénéficiaires de la complémentaire santé solidaire sans participation",
    definition="Nombre d’habitants qui ont la complémentaire santé solidaire sans rien payer.",
    columns=columns("REVN.C_C2SNP"),
    reading="fin {year}, {value} habitant[s] {of} [a|ont] la complémentaire santé solidaire sans "
    "participation",
)

HEALTH_PAID = replace(
    HEALTH,
    slug="complementaire-sante-participation",
    label="Complémentaire santé solidaire avec participation",
    subject="le nombre de bénéficiaires de la complémentaire santé solidaire avec participation",
    definition=(
        "Nombre d’habitants qui ont la complémentaire santé solidaire contre une participation."
    ),
    columns=columns("REVN.C_C2SP"),
    reading="fin {year}, {value} habitant[s] {of} [a|ont] la complémentaire santé solidaire avec "
    "participation",
)

INDICATORS: tuple[Indicator, ...] = (
    HOUSEHOLDS,
    COVERED,
    RSA,
    RSA_ALL,
    ACTIVITY_BONUS,
    DISABLED,
    HALF,
    WHOLE,
    INSURED,
    CMU,
    HEALTH,
    HEALTH_FREE,
    HEALTH_PAID,
)
