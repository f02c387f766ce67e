"""Inhabitants and households: municipal population and census estimates."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.breaks import CENSUS
from dashboard.catalogue.indicators.common import (
    PEOPLE_LIMIT,
    RATE_TOLERANCE,
    RATIO_TOLERANCE,
    SOCIAL,
    SURVEY,
    columns,
)
from dashboard.domain.indicator import Direction, Indicator, Unit

POPULATION = Indicator(
    slug="population",
    label="Habitants",
    subject="le nombre d’habitants",
    definition=(
        "Nombre de personnes qui ont leur résidence habituelle dans le territoire "
        "(population municipale)."
    ),
    theme="demographie",
    pillars=(SOCIAL,),
    unit=Unit.COUNT,
    decimals=0,
    direction=Direction.NEUTRAL,
    summable=True,
    low=0,
    high=PEOPLE_LIMIT,
    source="insee-demo",
    columns=columns("DEMO.POP_MUN", "DEMO.POP_COM", "QPV2024.popMuniQPV"),
    reading="en {year}, {value} personne[s] [habite|habitent] {at}",
    limits=(
        "L’Insee ne publie que deux années, 2013 et 2018, dans les périmètres de 2015, et une, "
        "2020, dans ceux de 2024 : plus étendus, ils ne se comparent pas."
    ),
)

PRIORITY_POPULATION = replace(
    POPULATION,
    slug="population-quartiers-prioritaires",
    label="Habitants des quartiers prioritaires de la commune",
    subject="le nombre d’habitants des quartiers prioritaires",
    definition="Nombre d’habitants de tous les quartiers prioritaires de la commune, réunis.",
    columns=columns("DEMO.POP_COM_QP"),
    reading="en {year}, {value} personne[s] [habite|habitent] dans un quartier prioritaire {at}",
    limits="Concerne la commune entière, dans les périmètres de 2015.",
)

WOMEN = Indicator(
    slug="part-femmes",
    label="Part des femmes",
    subject="la part des femmes",
    definition="Sur cent habitants, nombre de femmes.",
    theme="demographie",
    pillars=(SOCIAL,),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.NEUTRAL,
    summable=False,
    low=0,
    high=100,
    source="insee-rp",
    columns=columns("DEMO.TX_F", "RP2010.TX_F"),
    breaks=CENSUS,
    reading="en {year}, {value} des habitants {of} sont des femmes",
    limits=SURVEY,
    tolerance=RATE_TOLERANCE,
)

UNDER_25 = replace(
    WOMEN,
    slug="part-moins-25-ans",
    label="Moins de 25 ans",
    subject="la part des moins de 25 ans",
    definition="Sur cent habitants, nombre de personnes de moins de 25 ans.",
    columns=columns("DEMO.TX_TOT_0A24"),
    reading="en {year}, {value} des habitants {of} ont moins de 25 ans",
)

UNDER_25_WOMEN = replace(
    WOMEN,
    slug="part-moins-25-ans-femmes",
    label="Moins de 25 ans parmi les femmes",
    subject="la part des moins de 25 ans parmi les femmes",
    definition="Sur cent femmes qui habitent le territoire, nombre de moins de 25 ans.",
    columns=columns("DEMO.TX_F_0A24"),
    reading="en {year}, {value} des habitantes {of} ont moins de 25 ans",
)

OVER_60 = replace(
    WOMEN,
    slug="part-60-ans-et-plus",
    label="60 ans et plus",
    subject="la part des 60 ans et plus",
    definition="Sur cent habitants, nombre de personnes de 60 ans et plus.",
    columns=columns("DEMO.TX_TOT_60ETPLUS"),
    reading="en {year}, {value} des habitants {of} ont 60 ans ou plus",
)

OVER_60_WOMEN = replace(
    WOMEN,
    slug="part-60-ans-et-plus-femmes",
    label="60 ans et plus parmi les femmes",
    subject="la part des 60 ans et plus parmi les femmes",
    definition="Sur cent femmes qui habitent le territoire, nombre de 60 ans et plus.",
    columns=columns("DEMO.TX_F_60ETPLUS"),
    reading="en {year}, {value} des habitantes {of} ont 60 ans ou plus",
)

OVER_75 = replace(
    WOMEN,
    slug="part-75-ans-et-plus",
    label="75 ans et plus",
    subject="la part des 75 ans et plus",
    definition="Sur cent habitants, nombre de personnes de 75 ans et plus.",
    columns=columns("RP2010.TX_TOT_75ETPLUS"),
    reading="en {year}, {value} des habitants {of} ont 75 ans ou plus",
    limits=f"Publié pour 2010 seulement. {SURVEY}",
)

YOUTH_INDEX = replace(
    WOMEN,
    slug="indice-jeunesse",
    label="Indice de jeunesse",
    subject="l’indice de jeunesse",
    definition=(
        "Nombre de moins de 20 ans pour une personne de 60 ans et plus. "
        "Au-dessus de 1, les jeunes sont les plus nombreux."
    ),
    unit=Unit.RATIO,
    columns=columns("DEMO.IND_JEUNE", "RP2010.IND_JEUNE", "QPV2024.indiceJeunesse"),
    low=0,
    high=100,
    reading="en {year}, {at}, l’indice de jeunesse est de {value}",
    tolerance=RATIO_TOLERANCE,
)

ALONE = replace(
    WOMEN,
    slug="part-menages-1-personne",
    label="Ménages d’une personne",
    subject="la part des ménages d’une personne",
    definition="Sur cent ménages, nombre de ceux où une personne vit seule.",
    columns=columns("DEMO.TX_TOT_MEN1", "RP2010.TX_TOT_MEN1", "QPV2024.partMen1p"),
    reading="en {year}, dans {value} des ménages {of}, une personne vit seule",
)

ALONE_OVER_75 = replace(
    WOMEN,
    slug="part-menages-1-personne-75-ans",
    label="Personnes de 75 ans et plus vivant seules",
    subject="la part des ménages d’une personne de 75 ans et plus",
    definition="Sur cent ménages, nombre de ceux où une personne de 75 ans ou plus vit seule.",
    columns=columns("RP2010.TX_TOT_MEN1_75ETPLUS"),
    reading="en {year}, dans {value} des ménages {of}, une personne de 75 ans ou plus vit seule",
    limits=f"Publié pour 2010 seulement. {SURVEY}",
)

_ONLY_2024 = f"Publié dans les périmètres de 2024 seulement, année 2020 présumée. {SURVEY}"

OF_TWO = replace(
    WOMEN,
    slug="part-menages-2-personnes",
    label="Ménages de deux personnes",
    subject="la part des ménages de deux personnes",
    definition="Sur cent ménages, nombre de ceux qui comptent deux personnes.",
    columns=columns("QPV2024.partMen2p"),
    reading="en {year}, {value} des ménages {of} comptent deux personnes",
    limits=_ONLY_2024,
)

OF_THREE = replace(
    OF_TWO,
    slug="part-menages-3-personnes",
    label="Ménages de trois personnes",
    subject="la part des ménages de trois personnes",
    definition="Sur cent ménages, nombre de ceux qui comptent trois personnes.",
    columns=columns("QPV2024.partMen3p"),
    reading="en {year}, {value} des ménages {of} comptent trois personnes",
)

OF_FOUR_OR_FIVE = replace(
    OF_TWO,
    slug="part-menages-4-5-personnes",
    label="Ménages de quatre ou cinq personnes",
    subject="la part des ménages de quatre ou cinq personnes",
    definition="Sur cent ménages, nombre de ceux qui comptent quatre ou cinq personnes.",
    columns=columns("QPV2024.partMen45p"),
    reading="en {year}, {value} des ménages {of} comptent quatre ou cinq personnes",
)

LARGE = replace(
    WOMEN,
    slug="part-menages-6-personnes",
    label="Ménages de six personnes et plus",
    subject="la part des ménages de six personnes et plus",
    definition="Sur cent ménages, nombre de ceux qui comptent six personnes ou plus.",
    columns=columns("DEMO.TX_TOT_MEN6", "RP2010.TX_TOT_MEN6", "QPV2024.partMen6pp"),
    reading="en {year}, {value} des ménages {of} comptent six personnes ou plus",
    limits=f"Trop peu de ménages sont concernés dans certains quartiers pour publier. {SURVEY}",
)

SINGLE_PARENTS = replace(
    WOMEN,
    slug="part-familles-monoparentales",
    label="Familles monoparentales",
    subject="la part des familles monoparentales",
    definition="Part des familles où un parent vit seul avec ses enfants.",
    columns=columns("RP2010.TX_TOT_FAM_MONO"),
    reading="en {year}, la part des familles monoparentales est de {value} {at}",
    limits=f"Publié pour 2010 seulement. {SURVEY}",
)

FOREIGNERS = replace(
    WOMEN,
    slug="part-etrangers",
    label="Habitants de nationalité étrangère",
    subject="la part des habitants de nationalité étrangère",
    definition=(
        "Sur cent habitants, nombre de personnes qui n’ont pas la nationalité française. "
        "Ne dit rien du lieu de naissance."
    ),
    columns=columns("DEMO.TX_TOT_ET", "RP2010.TX_TOT_ET", "QPV2024.partPopEt"),
    reading="en {year}, {value} des habitants {of} sont de nationalité étrangère",
)

IMMIGRANTS = replace(
    FOREIGNERS,
    slug="part-immigres",
    label="Habitants immigrés",
    subject="la part des habitants immigrés",
    definition=(
        "Sur cent habitants, nombre de personnes nées étrangères à l’étranger. Certaines sont "
        "devenues françaises."
    ),
    columns=columns("QPV2024.partPopImmi"),
    reading="en {year}, {value} des habitants {of} sont immigrés",
    limits=_ONLY_2024,
)

FOREIGN_WOMEN = replace(
    FOREIGNERS,
    slug="part-etrangeres",
    label="Nationalité étrangère parmi les femmes",
    subject="la part des étrangères parmi les femmes",
    definition="Sur cent femmes, nombre de celles qui n’ont pas la nationalité française.",
    columns=columns("DEMO.TX_F_ET", "RP2010.TX_F_ET"),
    reading="en {year}, {value} des habitantes {of} sont de nationalité étrangère",
)

INDICATORS: tuple[Indicator, ...] = (
    POPULATION,
    PRIORITY_POPULATION,
    WOMEN,
    UNDER_25,
    UNDER_25_WOMEN,
    OVER_60,
    OVER_60_WOMEN,
    OVER_75,
    YOUTH_INDEX,
    ALONE,
    ALONE_OVER_75,
    OF_TWO,
    OF_THREE,
    OF_FOUR_OR_FIVE,
    LARGE,
    SINGLE_PARENTS,
    FOREIGNERS,
    IMMIGRANTS,
    FOREIGN_WOMEN,
)
