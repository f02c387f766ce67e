"""Everyday words for what the catalogue calls otherwise: « chômage », « HLM », « mère seule »."""

from __future__ import annotations

from dashboard.words.spelling import near, words_of

EVERYDAY: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "chômage chômeur chômeuse sans-emploi pôle-emploi france-travail travail emploi",
        ("demandeurs-emploi-abc", "demandeurs-emploi-a", "taux-emploi", "part-indemnites-chomage"),
    ),
    ("précaire précarité cdd intérim", ("part-emplois-precaires", "part-emplois-duree-limitee")),
    ("pauvre pauvres pauvreté misère", ("taux-pauvrete", "part-minima-sociaux")),
    (
        "revenu revenus salaire salaires argent richesse riche niveau",
        ("niveau-vie-median", "revenu-declare-median", "rapport-interdecile"),
    ),
    ("inégalité inégalités écart riches", ("gini", "rapport-interdecile")),
    ("hlm social sociaux bailleur logement", ("logements-sociaux", "rpls-vacance", "loyer-moyen")),
    ("loyer loyers prix cher", ("loyer-moyen", "loyer-median")),
    ("vide vides vacant inoccupé", ("rpls-vacance", "part-logements-vacants")),
    (
        "jeune jeunes jeunesse enfant enfants ado mineur âge",
        ("part-moins-25-ans", "indice-jeunesse", "enfants-couverts-caf"),
    ),
    (
        "vieux âgé âgés âgées senior seniors retraité retraités aîné personnes âge",
        ("part-60-ans-et-plus", "part-75-ans-et-plus"),
    ),
    (
        "femme femmes fille filles",
        ("part-femmes", "taux-emploi-femmes", "demandeurs-emploi-femmes"),
    ),
    ("étranger étrangers immigré immigrés nationalité", ("part-etrangers", "part-immigres")),
    (
        "monoparental seule seul mère maman famille familles",
        ("part-familles-monoparentales", "allocataires-monoparents", "part-menages-6-personnes"),
    ),
    ("caf allocation allocations aide aides", ("allocataires-caf", "personnes-couvertes-caf")),
    ("rsa minima", ("rsa-socle", "demandeurs-emploi-rsa")),
    ("handicap handicapé aah", ("aah",)),
    ("santé mutuelle cmu css soin soins médecin", ("complementaire-sante", "cmu-c")),
    (
        "école diplôme diplômes bac étude études scolaire scolarisation niveau",
        ("part-sans-bac", "scolarisation-16-24-ans", "part-bac-plus-2"),
    ),
    ("habitant habitants population peuplement taille monde", ("population",)),
)
"""The words people use, and the indicators that speak of it, the nearest first."""


def indicators_of(asked: tuple[str, ...], *, faulty: bool = True) -> tuple[str, ...]:
    """The indicators that those words (as ``words_of``) speak of in everyday language, typing
    faults forgiven unless they are taken as written."""
    found = (slugs for said, slugs in EVERYDAY if _meets(asked, words_of(said), faulty))
    return tuple(dict.fromkeys(slug for slugs in found for slug in slugs))


def _meets(asked: tuple[str, ...], known: tuple[str, ...], faulty: bool) -> bool:
    return any(near(word, one, faulty=faulty) for word in asked for one in known)
