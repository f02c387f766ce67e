"""What is told around the actions: orientations, dates, meetings and opinions, contacts, posts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.exemple.actions import ActionYear
from scripts.exemple.base import SOURCE, RawRow, draw
from scripts.exemple.catalogue_actions import HOLDERS, PERSON

_ORIENTATIONS = (
    ("2016-1", 2016, "education", "Agir plus tôt contre le décrochage", "Repérer dès le collège les élèves qui décrochent et leur proposer un parcours à plusieurs."),
    ("2016-2", 2016, "jeunesse", "Un parcours sans trou, de la préadolescence à l’âge adulte", "Relier les accueils du mercredi, les soirées d’adolescents et l’accompagnement des jeunes majeurs."),
    ("2016-3", 2016, "emploi", "Rapprocher les habitants de l’emploi", "Multiplier les chantiers éducatifs et le parrainage, avec les entreprises de l’agglomération."),
    ("2016-4", 2016, "lien-social", "Maîtriser la langue, comprendre les démarches", "Ouvrir des ateliers de langue dans chaque quartier prioritaire, aux heures des parents."),
    ("2016-5", 2016, "cadre-de-vie", "Entretenir ensemble les espaces communs", "Faire de la gestion de proximité une affaire d’habitants, de bailleur et de communes."),
    ("2016-6", 2016, "", "Simplifier l’instruction des dossiers", "Un seul dossier, un seul calendrier pour tous les financeurs."),
    ("2023-1", 2023, "education", "Tenir la promesse du soutien scolaire", "Garder une place d’aide aux devoirs pour chaque enfant qui la demande."),
    ("2023-2", 2023, "sante", "Prendre soin de la santé mentale", "Ouvrir des permanences d’écoute au pied des immeubles."),
    ("2023-3", 2023, "emploi", "Lever les freins à l’emploi des femmes", "Garde d’enfants, mobilité, langue : traiter les obstacles ensemble."),
    ("2023-4", 2023, "tranquillite", "Être présent le soir", "Étendre la médiation de nuit aux six quartiers prioritaires."),
    ("2023-5", 2023, "lien-social", "Donner suite aux avis du conseil citoyen", "Répondre par écrit à chaque avis, dans les trois mois."),
    ("2023-6", 2023, "", "Préparer le contrat 2024-2030", "Évaluer le contrat qui s’achève et écrire le suivant avec les habitants."),
)  # fmt: skip

_LINKS_TO_TITLES = (
    ("2016-1", "Décrochage scolaire"),
    ("2016-2", "Passerelle collège"),
    ("2016-3", "Chantiers éducatifs"),
    ("2016-3", "Parrainage vers l’emploi"),
    ("2016-4", "Ateliers sociolinguistiques"),
    ("2016-5", "Gestion urbaine de proximité"),
    ("2023-1", "Aide aux devoirs"),
    ("2023-2", "Permanence d’écoute"),
    ("2023-3", "Femmes et emploi"),
    ("2023-4", "Médiation de nuit"),
    ("2023-5", "Appui au conseil citoyen"),
)
_LINKS_TO_INDICATORS = (
    ("2016-3", "taux-emploi"),
    ("2023-3", "taux-emploi-femmes"),
    ("2016-1", "scolarisation-16-24-ans"),
)
_WITHOUT_LINK = (
    ("2016-6", "Aucune action ne porte cette orientation : elle concerne le travail des services."),
    ("2023-6", "Aucune action financée : le travail a été mené par les signataires."),
)


def _told(columns: Sequence[str], items: Iterable[Sequence[object]]) -> list[RawRow]:
    return [{**dict(zip(columns, item, strict=True)), "source": SOURCE} for item in items]


def orientations() -> list[RawRow]:
    """The rows of orientations.csv, for the reports of 2016 and 2023."""
    return _told(("code", "annee", "theme", "titre", "texte"), _ORIENTATIONS)


def links(lines: tuple[ActionYear, ...], indicators: frozenset[str]) -> list[RawRow]:
    """The rows of orientations_liens.csv: actions of the same year, themes, known indicators."""
    themes = [(code, theme) for code, _, theme, _, _ in _ORIENTATIONS if theme]
    return [
        *(_link(code, "action", target) for code, target in _actions_named(lines)),
        *(_link(code, "theme", theme) for code, theme in themes),
        *(_link(c, "indicateur", slug) for c, slug in _LINKS_TO_INDICATORS if slug in indicators),
        *(_link(code, "parcours", "jeunes") for code in _LINKS_TO_PATH),
        *(_link(code, "aucun", "", why) for code, why in _WITHOUT_LINK),
    ]


def _actions_named(lines: tuple[ActionYear, ...]) -> list[tuple[str, str]]:
    return [
        (code, line.code)
        for code, start in _LINKS_TO_TITLES
        for line in lines
        if str(line.year) == code[:4] and line.title.startswith(start) and not line.refused
    ]


def _link(code: str, kind: str, target: str, comment: str = "") -> RawRow:
    return {"orientation": code, "genre": kind, "cible": target, "commentaire": comment}


_LINKS_TO_PATH = ("2016-2",)
_EVENTS = (
    ("2015-06-30", "jour", "Signature du contrat de ville", "Le contrat 2015-2023 réunit l’agglomération, les communes, l’État et leurs partenaires."),
    ("2015-11-01", "mois", "Installation du conseil citoyen", "Trente habitants et associations, tirés au sort ou volontaires."),
    ("2017-01-01", "annee", "Ouverture du pôle de santé de la Crécelière", "Quatre cabinets et une permanence d’écoute."),
    ("2018-09-15", "jour", "Lancement de la rénovation de Mouline-Basse", "Premiers travaux sur les espaces publics."),
    ("2019-07-01", "mois", "Avenant de prolongation", "Le contrat est prolongé ; ses priorités sont resserrées."),
    ("2020-04-01", "mois", "Fermeture des lieux d’accueil", "De nombreuses actions sont reportées ou réduites."),
    ("2022-10-01", "mois", "Évaluation du contrat", "Entretiens, ateliers d’habitants et bilan des actions."),
    ("2024-01-01", "jour", "Nouveaux périmètres", "La Sarmandine entre dans la géographie prioritaire, les Trois-Quenouilles en sortent, Mouline-Basse s’étend."),
    ("2024-05-23", "jour", "Signature du contrat 2024-2030", "Cinq axes remplacent les trois piliers."),
)  # fmt: skip


def events() -> list[RawRow]:
    """The rows of evenements.csv."""
    return _told(("date", "precision", "titre", "texte"), _EVENTS)


_ANSWERED = "Réponse écrite de l’agglomération, trois mois plus tard : "
_PARTICIPATION = (
    ("2016-03-10", "réunion", "Assemblée du conseil citoyen", ("QP099001", "QP099002"), "", ""),
    ("2016-05-24", "avis", "Avis sur le rapport annuel 2015", (), "Avis favorable. Le conseil demande des chiffres par quartier.", f"{_ANSWERED}une fiche par quartier est jointe au rapport suivant."),
    ("2017-02-02", "réunion", "Marche exploratoire de femmes", ("QP099001",), "Onze endroits mal éclairés sont relevés.", f"{_ANSWERED}sept points lumineux ajoutés."),
    ("2017-05-18", "avis", "Avis sur le rapport annuel 2016", (), "Avis favorable, avec une réserve : les délais de paiement des associations.", ""),
    ("2018-04-12", "consultation", "Questionnaire sur la rénovation de Mouline-Basse", ("QP099002",), "Deux cent quarante réponses : priorité aux cheminements et aux jeux d’enfants.", f"{_ANSWERED}l’aire de jeux passe en première tranche."),
    ("2018-05-31", "avis", "Avis sur le rapport annuel 2017", (), "Avis réputé favorable : aucune réponse dans le mois.", ""),
    ("2019-06-06", "avis", "Avis sur le rapport annuel 2018", (), "Avis favorable. Le conseil demande une salle à Pré-Lambin.", f"{_ANSWERED}une salle est ouverte deux soirs par semaine."),
    ("2019-10-17", "réunion", "Rencontre des habitants de Bel-Orval", ("QP099003",), "", ""),
    ("2020-10-08", "consultation", "Ce que la fermeture des lieux d’accueil a changé", (), "L’entraide de voisinage a tenu ; l’école à distance a manqué de matériel.", f"{_ANSWERED}prêt de soixante ordinateurs."),
    ("2021-05-20", "avis", "Avis sur le rapport annuel 2020", (), "Avis défavorable sur la partie emploi : les résultats manquent.", f"{_ANSWERED}les sorties vers l’emploi sont demandées aux porteurs."),
    ("2022-06-02", "avis", "Avis sur le rapport annuel 2021", (), "Avis favorable.", ""),
    ("2022-11-24", "consultation", "Évaluation du contrat : ateliers d’habitants", ("QP099001", "QP099002", "QP099003", "QP099004", "QP099005", "QP099006"), "Six ateliers : santé, propreté et soirées des jeunes d’abord.", f"{_ANSWERED}ces trois sujets deviennent des priorités du nouveau contrat."),
    ("2023-03-16", "réunion", "Fin de la veille active à la Pommelière", ("QVA-99006-POMMELIERE",), "", ""),
    ("2023-06-15", "avis", "Avis sur le rapport annuel 2022", (), "Avis favorable. Le conseil demande une médiation le soir aux Trois-Quenouilles.", f"{_ANSWERED}la médiation de nuit y est étendue."),
    ("2024-02-08", "réunion", "Première réunion à la Sarmandine", ("QN09906N",), "Les habitants demandent un lieu pour les jeunes.", f"{_ANSWERED}un local est à l’étude."),
    ("2024-04-04", "consultation", "Priorités du contrat 2024-2030", (), "Cent dix contributions.", f"{_ANSWERED}une synthèse est annexée au contrat."),
    ("2024-06-13", "avis", "Avis sur le rapport annuel 2023", (), "Avis favorable. Le conseil demande que les refus soient motivés.", ""),
    ("2024-11-07", "réunion", "Assemblée du conseil citoyen renouvelé", ("QN09901I", "QN09902M", "QN09903I"), "", ""),
)  # fmt: skip


def participation() -> list[RawRow]:
    """The rows of participation.csv: meetings, opinions answered or not, consultations."""
    return _told(("date", "genre", "titre", "quartiers", "avis", "suite"), _PARTICIPATION)


_FOUR_NORTH = ("QP099001", "QP099002", "QN09901I", "QN09902M")
_CONTACTS = (
    ("Service fictif de la politique de la ville", "Pilotage du contrat", "Accueil à l’hôtel d’agglomération, le mardi matin.", ()),
    ("Conseil citoyen d’Auzelande", "Parole des habitants", "Réunion le premier jeudi du mois.", ()),
    ("Centre social de la Crécelière", "Accueil de proximité", "Du lundi au vendredi.", ("QP099001", "QN09901I")),
    ("Maison pour tous de Mouline-Basse", "Accueil de proximité", "Du mardi au samedi.", ("QP099002", "QN09902M")),
    ("Espace de vie sociale La Navette de Bel-Orval", "Accueil de proximité", "Le mercredi et le samedi.", ("QP099003", "QN09903I")),
    ("Collectif d’habitants de Pré-Lambin", "Accueil de proximité", "Le jeudi après-midi.", ("QP099004", "QN09904I")),
    ("Garage solidaire des Trois-Quenouilles", "Accueil de proximité", "Sur rendez-vous.", ("QP099005", "QVA-99003-TROIS-QUENOUILLES")),
    ("Amicale de la Tuilandière", "Accueil de proximité", "Le samedi matin.", ("QP099006", "QN09905I")),
    ("Médiation Nord d’Auzelande", "Médiation", "Présence tous les soirs de semaine.", _FOUR_NORTH),
)  # fmt: skip


def contacts() -> list[RawRow]:
    """The rows of contacts.csv: organisations only."""
    return _told(("nom", "role", "detail", "quartiers"), _CONTACTS)


_POST_HOLDERS = ("F01", "F02", "F04", "F19", "F32")
_WRONG = "Montant du Fonjep porté sur un poste d’adulte-relais : erreur volontaire de l’exemple."


def posts() -> list[RawRow]:
    """The rows of postes.csv: six adultes-relais and two Fonjep posts a year, one wrong amount."""
    names = {holder.code: holder.name for holder in HOLDERS}
    found: list[RawRow] = []
    for year in range(2018, 2025):
        for rank in range(8):
            relay = rank < 6
            wrong = year == 2023 and rank == 5
            found.append(
                {
                    "id": f"EX-P-{year}-{rank + 1}",
                    "annee": year,
                    "dispositif": "adulte-relais" if relay else "fonjep",
                    "porteur": names[_POST_HOLDERS[rank % len(_POST_HOLDERS)]],
                    "montant": 7_000 if wrong or not relay else 19_500 + 400 * (year - 2018),
                    "contrat": "2015-2023" if year < 2024 else "2024-2030",
                    "anomalie": _WRONG if wrong else "",
                    "source": SOURCE,
                }
            )
    return found


_PURPOSES = (
    ("Fonctionnement de l’association", "non", ""),
    ("Action du contrat de ville", "oui", "le contrat de ville est nommé"),
    ("Festival du lac", "non", ""),
    ("Chantiers éducatifs", "oui", "action connue du contrat"),
    ("Équipement sportif", "non", ""),
)


def subsidies() -> list[RawRow]:
    """The rows of subventions_agglomeration.csv: eight a year from 2018 to 2021."""
    random = draw("subventions")
    holders = [holder for holder in HOLDERS if holder is not PERSON][:34]
    found: list[RawRow] = []
    for year in range(2018, 2022):
        for rank, holder in enumerate(random.sample(holders, 8), start=1):
            purpose, city, why = _PURPOSES[rank % len(_PURPOSES)]
            found.append(
                {
                    "id": f"EX-S-{year}-{rank}",
                    "annee": year,
                    "porteur": holder.name,
                    "commune": "Auzelande",
                    "objet": purpose,
                    "montant": random.randrange(1_500, 24_000, 500),
                    "politique_de_la_ville": city,
                    "motif": why,
                    "annee_convention": year,
                    "source": SOURCE,
                }
            )
    return found
