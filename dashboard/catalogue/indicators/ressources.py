"""Where income comes from (Filosofi): parts of the disposable income of all households."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.breaks import FILOSOFI
from dashboard.catalogue.indicators.common import (
    CONSECUTIVE,
    RATE_TOLERANCE,
    SOCIAL,
    WORK,
    columns,
)
from dashboard.domain.indicator import Direction, Indicator, Unit

_WHOLE = "Les parts font cent, l’impôt étant compté en moins."

ACTIVITY = Indicator(
    slug="part-revenus-activite",
    label="Part des revenus du travail",
    subject="la part des revenus du travail",
    definition=(
        "Sur 100 € dont disposent ensemble les ménages, ce qui vient du travail, "
        f"indemnités de chômage comprises. {_WHOLE}"
    ),
    theme="ressources",
    pillars=(WORK, SOCIAL),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.NEUTRAL,
    summable=False,
    low=0,
    high=130,
    source="insee-filosofi",
    columns=columns("REVN.PACT", "FILO_QP.DISP_PACT_A", "FILO_COM.PACT"),
    breaks=FILOSOFI,
    reading="en {year}, le travail fait {value} du revenu disponible des ménages {of}",
    limits=f"Dit la part dans l’ensemble des revenus, pas combien de ménages. {CONSECUTIVE}",
    tolerance=RATE_TOLERANCE,
)

UNEMPLOYMENT = replace(
    ACTIVITY,
    slug="part-indemnites-chomage",
    label="Part des indemnités de chômage",
    subject="la part des indemnités de chômage",
    definition=(
        "Sur 100 € dont disposent ensemble les ménages, ce qui vient de l’assurance chômage "
        "(comprise dans les revenus du travail)."
    ),
    high=100,
    columns=columns("FILO_QP.DISP_PCHO_A", "FILO_COM.PCHO"),
    reading="en {year}, les indemnités de chômage font {value} du revenu disponible des "
    "ménages {of}",
)

UNEMPLOYMENT_MAIN = replace(
    ACTIVITY,
    slug="part-menages-chomage-principal",
    label="Ménages vivant surtout du chômage",
    subject="la part des ménages vivant surtout d’indemnités de chômage",
    definition=(
        "Sur cent ménages, nombre de ceux dont l’indemnité de chômage est la première ressource."
    ),
    direction=Direction.BAD,
    high=100,
    columns=columns("REVN.PART_CHOMPRINC"),
    reading="en {year}, {value} des ménages {of} vivent surtout d’indemnités de chômage",
    limits=f"L’Insee ne le publie plus depuis 2016. {CONSECUTIVE}",
)

PENSIONS = replace(
    ACTIVITY,
    slug="part-pensions",
    label="Part des pensions et retraites",
    subject="la part des pensions et retraites",
    definition=(
        "Sur 100 € dont disposent ensemble les ménages, ce qui vient des pensions, retraites et "
        f"rentes. {_WHOLE}"
    ),
    high=100,
    columns=columns("REVN.PPEN", "FILO_QP.DISP_PPEN_A", "FILO_COM.PPEN"),
    reading="en {year}, les pensions et retraites font {value} du revenu disponible des "
    "ménages {of}",
)

BENEFITS = replace(
    ACTIVITY,
    slug="part-prestations-sociales",
    label="Part des prestations sociales",
    subject="la part des prestations sociales",
    definition=(
        "Sur 100 € dont disposent ensemble les ménages, ce qui vient des prestations familiales, "
        f"des minima sociaux et des aides au logement. {_WHOLE}"
    ),
    high=100,
    columns=columns("REVN.PPSOC", "FILO_QP.DISP_PPSOC_A", "FILO_COM.PPSOC"),
    reading="en {year}, les prestations sociales font {value} du revenu disponible des "
    "ménages {of}",
)

FAMILY_BENEFITS = replace(
    BENEFITS,
    slug="part-prestations-familiales",
    label="Part des prestations familiales",
    subject="la part des prestations familiales",
    definition=(
        "Sur 100 € dont disposent ensemble les ménages, ce qui vient des prestations familiales."
    ),
    columns=columns("FILO_QP.DISP_PPFAM_A", "FILO_COM.PPFAM"),
    reading="en {year}, les prestations familiales font {value} du revenu disponible des "
    "ménages {of}",
)

MINIMUM_INCOME = replace(
    BENEFITS,
    slug="part-minima-sociaux",
    label="Part des minima sociaux",
    subject="la part des minima sociaux",
    definition=(
        "Sur 100 € dont disposent ensemble les ménages, ce qui vient des minima sociaux "
        "(RSA, allocation aux adultes handicapés, minimum vieillesse…)."
    ),
    columns=columns("FILO_QP.DISP_PPMINI_A", "FILO_COM.PPMINI"),
    reading="en {year}, les minima sociaux font {value} du revenu disponible des ménages {of}",
)

HOUSING_BENEFITS = replace(
    BENEFITS,
    slug="part-aides-logement",
    label="Part des aides au logement",
    subject="la part des aides au logement",
    definition="Sur 100 € dont disposent ensemble les ménages, ce qui vient des aides au logement.",
    columns=columns("FILO_QP.DISP_PPLOGT_A", "FILO_COM.PPLOGT"),
    reading="en {year}, les aides au logement font {value} du revenu disponible des ménages {of}",
)

ASSETS = replace(
    ACTIVITY,
    slug="part-patrimoine",
    label="Part des revenus du patrimoine",
    subject="la part des revenus du patrimoine",
    definition=(
        "Sur 100 € dont disposent ensemble les ménages, ce qui vient de l’épargne, des loyers "
        f"reçus et d’autres revenus. {_WHOLE}"
    ),
    high=100,
    columns=columns("REVN.PPAT", "FILO_QP.DISP_PPAT_A", "FILO_COM.PPAT"),
    reading="en {year}, le patrimoine fait {value} du revenu disponible des ménages {of}",
)

TAXES = replace(
    ACTIVITY,
    slug="part-impots",
    label="Part des impôts",
    subject="la part des impôts",
    definition=(
        "Pour 100 € dont disposent ensemble les ménages, impôts directs payés, comptés en moins. "
        f"{_WHOLE}"
    ),
    low=-60,
    high=0,
    columns=columns("REVN.PIMPOT", "FILO_QP.DISP_PIMPOT_A", "FILO_COM.PIMPOT"),
    reading="en {year}, les impôts directs comptent pour {value} dans le revenu des ménages {of}",
)

INDICATORS: tuple[Indicator, ...] = (
    ACTIVITY,
    UNEMPLOYMENT,
    UNEMPLOYMENT_MAIN,
    PENSIONS,
    BENEFITS,
    FAMILY_BENEFITS,
    MINIMUM_INCOME,
    HOUSING_BENEFITS,
    ASSETS,
    TAXES,
)
