"""Income and poverty (Filosofi): disposable income by unit of consumption, declared income."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.breaks import FILOSOFI
from dashboard.catalogue.indicators.common import (
    CONSECUTIVE,
    EURO_LIMIT,
    EURO_TOLERANCE,
    PEOPLE_LIMIT,
    RATE_TOLERANCE,
    RATIO_TOLERANCE,
    SOCIAL,
    WORK,
    columns,
)
from dashboard.domain.indicator import Direction, Indicator, Unit

_UNIT = (
    "Le niveau de vie est ce qui reste au ménage une fois les impôts payés et les prestations "
    "reçues, partagé entre ses membres (un adulte compte 1, un second 0,5, un enfant 0,3)."
)
_DECLARED = (
    "Le revenu déclaré est celui de la feuille d’impôt, avant prestations et impôts, partagé "
    "entre les membres du ménage."
)

POVERTY = Indicator(
    slug="taux-pauvrete",
    label="Taux de pauvreté",
    subject="le taux de pauvreté",
    definition=(
        "Sur cent habitants, nombre de ceux qui vivent sous le seuil de pauvreté : moins de 60 % "
        "du niveau de vie médian du pays."
    ),
    theme="revenus",
    pillars=(SOCIAL,),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.BAD,
    summable=False,
    low=0,
    high=100,
    source="insee-filosofi",
    columns=columns(
        "REVN.TP60", "FILO_QP.DISP_TP60_A", "FILO_COM.TP60", "QPV2024.taux_pauvrete_60%"
    ),
    breaks=FILOSOFI,
    reading="en {year}, {value} des habitants {of} vivent sous le seuil de pauvreté",
    limits=(
        "Ne compte ni les étudiants, ni les personnes en foyer, ni celles sans domicile. "
        f"{CONSECUTIVE} Un taux ne s’additionne pas d’un quartier à l’autre."
    ),
    tolerance=RATE_TOLERANCE,
)

LOW_INCOME = replace(
    POVERTY,
    slug="bas-revenus-declares",
    label="Bas revenus déclarés",
    subject="le taux de bas revenus déclarés",
    definition=(
        "Sur cent habitants, nombre de ceux dont le revenu déclaré, avant prestations et impôts, "
        "est inférieur à 60 % du revenu déclaré médian du pays."
    ),
    columns=columns("REVN.BREV"),
    reading="en {year}, {value} des habitants {of} ont de bas revenus déclarés",
    limits=f"Mesuré avant les prestations sociales, qui réduisent la pauvreté. {CONSECUTIVE}",
)

MEDIAN = Indicator(
    slug="niveau-vie-median",
    label="Niveau de vie médian",
    subject="le niveau de vie médian",
    definition=f"La moitié des habitants a moins, l’autre moitié a plus, par an. {_UNIT}",
    theme="revenus",
    pillars=(SOCIAL, WORK),
    unit=Unit.EURO,
    decimals=0,
    direction=Direction.GOOD,
    summable=False,
    low=1_000,
    high=EURO_LIMIT,
    source="insee-filosofi",
    columns=columns("REVN.DISP_Q2", "FILO_QP.DISP_MED_A", "FILO_DISP.Q2", "FILO_COM.MED"),
    breaks=FILOSOFI,
    reading="en {year}, la moitié des habitants {of} vit avec moins de {value} par an",
    limits=(
        "Une médiane ne s’additionne pas et n’a pas de moyenne d’un quartier à l’autre. En euros "
        f"de l’année : la hausse des prix n’est pas retirée. {CONSECUTIVE}"
    ),
    tolerance=EURO_TOLERANCE,
)

QUARTILE_1 = replace(
    MEDIAN,
    slug="niveau-vie-q1",
    label="Niveau de vie du quart le plus modeste",
    subject="le premier quartile du niveau de vie",
    definition=f"Un quart des habitants vit avec moins que ce montant par an. {_UNIT}",
    columns=columns("REVN.DISP_Q1", "FILO_QP.DISP_Q1_A"),
    reading="en {year}, un quart des habitants {of} vit avec moins de {value} par an",
)

QUARTILE_3 = replace(
    MEDIAN,
    slug="niveau-vie-q3",
    label="Niveau de vie du quart le plus aisé",
    subject="le troisième quartile du niveau de vie",
    definition=f"Un quart des habitants vit avec plus que ce montant par an. {_UNIT}",
    columns=columns("REVN.DISP_Q3", "FILO_QP.DISP_Q3_A"),
    reading="en {year}, un quart des habitants {of} vit avec plus de {value} par an",
)

DECILE_1 = replace(
    MEDIAN,
    slug="niveau-vie-d1",
    label="Niveau de vie des 10 % les plus modestes",
    subject="le premier décile du niveau de vie",
    definition=f"Un habitant sur dix vit avec moins que ce montant par an. {_UNIT}",
    columns=columns("REVN.DISP_D1", "FILO_QP.DISP_D1_A", "FILO_DISP.D1", "FILO_COM.D1"),
    low=0,
    reading="en {year}, {at}, un habitant sur dix vit avec moins de {value} par an",
)

DECILE_9 = replace(
    MEDIAN,
    slug="niveau-vie-d9",
    label="Niveau de vie des 10 % les plus aisés",
    subject="le neuvième décile du niveau de vie",
    definition=f"Un habitant sur dix vit avec plus que ce montant par an. {_UNIT}",
    columns=columns("REVN.DISP_D9", "FILO_QP.DISP_D9_A", "FILO_DISP.D9", "FILO_COM.D9"),
    direction=Direction.NEUTRAL,
    reading="en {year}, {at}, un habitant sur dix vit avec plus de {value} par an",
)


def _decile(rank: int, ordinal: str, many: str) -> Indicator:
    """A decile between the first and the ninth, beside the median, which is the fifth."""
    return replace(
        DECILE_1,
        slug=f"niveau-vie-d{rank}",
        label=f"Niveau de vie, {ordinal} décile",
        subject=f"le {ordinal} décile du niveau de vie",
        definition=f"{many} habitants sur dix vivent avec moins que ce montant par an. {_UNIT}",
        columns=columns(f"FILO_QP.DISP_D{rank}_A"),
        low=1_000,
        reading=f"en {{year}}, {{at}}, {many.lower()} habitants sur dix vivent avec moins de "
        "{value} par an",
    )


DECILES_BETWEEN = (
    _decile(2, "deuxième", "Deux"),
    _decile(3, "troisième", "Trois"),
    _decile(4, "quatrième", "Quatre"),
    _decile(6, "sixième", "Six"),
    _decile(7, "septième", "Sept"),
    _decile(8, "huitième", "Huit"),
)


DECILE_RATIO = Indicator(
    slug="rapport-interdecile",
    label="Rapport entre les plus aisés et les plus modestes",
    subject="le rapport entre les plus aisés et les plus modestes",
    definition=(
        "Niveau de vie que dépasse le dixième le plus aisé, divisé par celui que n’atteint pas le "
        "dixième le plus modeste. Plus il est grand, plus les inégalités sont fortes."
    ),
    theme="revenus",
    pillars=(SOCIAL,),
    unit=Unit.RATIO,
    decimals=1,
    direction=Direction.NEUTRAL,
    summable=False,
    low=1,
    high=50,
    source="insee-filosofi",
    columns=columns("REVN.DISP_D1D9", "FILO_QP.DISP_RD_A", "FILO_DISP.RD", "FILO_COM.RD"),
    breaks=FILOSOFI,
    reading="en {year}, le dixième le plus aisé des habitants {of} vit avec au moins {value} fois "
    "le niveau de vie du dixième le plus modeste",
    limits=(
        "Mesure les inégalités à l’intérieur du territoire : un quartier où tous sont pauvres a "
        f"un rapport faible. {CONSECUTIVE}"
    ),
    tolerance=RATIO_TOLERANCE,
)

QUINTILE_RATIO = replace(
    DECILE_RATIO,
    slug="rapport-s80-s20",
    label="Part des plus aisés sur part des plus modestes",
    subject="le rapport entre la part des plus aisés et celle des plus modestes",
    definition=(
        "Total des niveaux de vie du cinquième le plus aisé, divisé par celui du cinquième le plus "
        "modeste (S80/S20)."
    ),
    columns=columns("FILO_QP.DISP_S80S20_A"),
    reading="en {year}, {at}, le cinquième le plus aisé reçoit en tout {value} fois ce que "
    "reçoit le cinquième le plus modeste",
)

GINI = replace(
    DECILE_RATIO,
    slug="gini",
    label="Indice de Gini",
    subject="l’indice de Gini",
    definition=(
        "Mesure des inégalités de niveau de vie, de 0 (tous ont autant) à 1 (une personne a tout)."
    ),
    unit=Unit.INDEX,
    decimals=3,
    low=0,
    high=1,
    columns=columns("FILO_QP.DISP_GINI_A", "FILO_DISP.GI"),
    reading="en {year}, l’indice de Gini est de {value} {at}",
    limits=(
        "Mesure les inégalités à l’intérieur du territoire : un quartier où tous sont pauvres a "
        "un indice faible. Avant 2016, il n’est connu ici qu’à une décimale : ces valeurs ne sont "
        f"pas reprises. {CONSECUTIVE}"
    ),
    tolerance=0.005,
    coarsest_useful=0.01,
)

DECLARED_MEDIAN = replace(
    MEDIAN,
    slug="revenu-declare-median",
    label="Revenu déclaré médian",
    subject="le revenu déclaré médian",
    definition=f"La moitié des habitants a moins, l’autre moitié a plus, par an. {_DECLARED}",
    columns=columns("REVN.DECUC_Q2"),
    low=0,
    reading="en {year}, la moitié des habitants {of} déclare moins de {value} par an",
)

DECLARED_QUARTILE_1 = replace(
    DECLARED_MEDIAN,
    slug="revenu-declare-q1",
    label="Revenu déclaré du quart le plus modeste",
    subject="le premier quartile du revenu déclaré",
    definition=f"Un quart des habitants déclare moins que ce montant par an. {_DECLARED}",
    columns=columns("REVN.DECUC_Q1"),
    reading="en {year}, un quart des habitants {of} déclare moins de {value} par an",
)

DECLARED_QUARTILE_3 = replace(
    DECLARED_MEDIAN,
    slug="revenu-declare-q3",
    label="Revenu déclaré du quart le plus aisé",
    subject="le troisième quartile du revenu déclaré",
    definition=f"Un quart des habitants déclare plus que ce montant par an. {_DECLARED}",
    columns=columns("REVN.DECUC_Q3"),
    reading="en {year}, un quart des habitants {of} déclare plus de {value} par an",
)

DECLARED_DECILE_1 = replace(
    DECLARED_MEDIAN,
    slug="revenu-declare-d1",
    label="Revenu déclaré des 10 % les plus modestes",
    subject="le premier décile du revenu déclaré",
    definition=f"Un habitant sur dix déclare moins que ce montant par an. {_DECLARED}",
    columns=columns("REVN.DECUC_D1"),
    reading="en {year}, {at}, un habitant sur dix déclare moins de {value} par an",
)

DECLARED_DECILE_9 = replace(
    DECLARED_MEDIAN,
    slug="revenu-declare-d9",
    label="Revenu déclaré des 10 % les plus aisés",
    subject="le neuvième décile du revenu déclaré",
    definition=f"Un habitant sur dix déclare plus que ce montant par an. {_DECLARED}",
    direction=Direction.NEUTRAL,
    columns=columns("REVN.DECUC_D9"),
    reading="en {year}, {at}, un habitant sur dix déclare plus de {value} par an",
)

DECLARED_RATIO = replace(
    DECILE_RATIO,
    slug="rapport-interdecile-declare",
    label="Rapport entre les plus hauts et les plus bas revenus déclarés",
    subject="le rapport entre les plus hauts et les plus bas revenus déclarés",
    definition=(
        "Revenu déclaré que dépasse le dixième le plus aisé, divisé par celui que n’atteint pas "
        "le dixième le plus modeste, avant prestations et impôts."
    ),
    columns=columns("REVN.DECUC_D1D9"),
    high=1_000,
    reading="en {year}, le rapport entre les plus hauts et les plus bas revenus déclarés est de "
    "{value} {at}",
)

TAXED = replace(
    POVERTY,
    slug="part-menages-imposes",
    label="Ménages imposés",
    subject="la part des ménages imposés",
    definition="Sur cent ménages, nombre de ceux qui paient l’impôt sur le revenu.",
    direction=Direction.NEUTRAL,
    columns=columns("REVN.PMIMP", "FILO_COM.PIMP"),
    reading="en {year}, {value} des ménages {of} paient l’impôt sur le revenu",
    limits=f"Change aussi quand la loi fiscale change. {CONSECUTIVE}",
)

TAX_PEOPLE = Indicator(
    slug="personnes-menages-fiscaux",
    label="Personnes dans les ménages fiscaux",
    subject="le nombre de personnes dans les ménages fiscaux",
    definition=(
        "Nombre de personnes des ménages qui remplissent une déclaration de revenus : "
        "la population sur laquelle le niveau de vie est mesuré."
    ),
    theme="revenus",
    pillars=(SOCIAL,),
    unit=Unit.COUNT,
    decimals=0,
    direction=Direction.NEUTRAL,
    summable=True,
    low=0,
    high=PEOPLE_LIMIT,
    source="insee-filosofi",
    columns=columns("FILO_DISP.NBPERS", "FILO_COM.NBPERSMENFISC"),
    breaks=FILOSOFI,
    reading="en {year}, les niveaux de vie {of} sont mesurés sur {value} personne[s]",
    limits="Ce n’est pas la population du territoire. L’Insee ne le publie pas par quartier.",
)

INDICATORS: tuple[Indicator, ...] = (
    POVERTY,
    MEDIAN,
    DECILE_1,
    QUARTILE_1,
    QUARTILE_3,
    DECILE_9,
    *DECILES_BETWEEN,
    DECILE_RATIO,
    QUINTILE_RATIO,
    GINI,
    LOW_INCOME,
    DECLARED_MEDIAN,
    DECLARED_DECILE_1,
    DECLARED_QUARTILE_1,
    DECLARED_QUARTILE_3,
    DECLARED_DECILE_9,
    DECLARED_RATIO,
    TAXED,
    TAX_PEOPLE,
)
