"""How what changed between two years is said: each way to move, and how it is known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.domain.bridge import Move
from dashboard.store.bridges import Unit

WORDS: Mapping[Unit, Mapping[Move, str]] = MappingProxyType(
    {
        Unit.ACTION: {
            Move.ENDED: "action[s] arrêtée[s]",
            Move.FELL: "action[s] en baisse",
            Move.LEFT: "action[s] sortie[s] des filtres",
            Move.DOUBTFUL: "action[s] au suivi incertain",
            Move.ENTERED: "action[s] entrée[s] dans les filtres",
            Move.ROSE: "action[s] en hausse",
            Move.STARTED: "action[s] commencée[s]",
            Move.SAME: "action[s] au même montant",
            Move.STAYED: "",
        },
        Unit.HOLDER: {
            Move.ENDED: "porteur[s] ne [reçoit|reçoivent] plus rien",
            Move.FELL: "porteur[s] [reçoit|reçoivent] moins",
            Move.LEFT: "porteur[s] [sort|sortent] des filtres",
            Move.DOUBTFUL: "",
            Move.ENTERED: "porteur[s] [entre|entrent] dans les filtres",
            Move.ROSE: "porteur[s] [reçoit|reçoivent] plus",
            Move.STARTED: "porteur[s] [commence|commencent]",
            Move.SAME: "porteur[s] [reçoit|reçoivent] autant",
            Move.STAYED: "porteur[s] [reçoit|reçoivent] les deux années",
        },
    }
)
MATCHED = (
    "Aucune source ne suit une action d’une année à l’autre. Deux lignes sont prises pour la même "
    "action quand elles ont le même porteur (par son numéro) et le même intitulé, sans les années, "
    "les sigles de dispositif, « complément » ni le nom du porteur."
)
DOUBT = (
    "« Suivi incertain » : le même porteur a une ligne chaque année, dont les intitulés se "
    "ressemblent sans être les mêmes, ou dont l’un ne dit rien de l’action. Est-ce la même ? On ne "
    "peut pas le dire : ces actions ne sont ni commencées, ni arrêtées."
)
MOVED_OUT = (
    "« Sortie » ou « entrée » : la ligne existe les deux années, mais pas sous les filtres choisis."
)
PARTED = "ne se comparent pas"
KEPT_ALONE = "Les marches montrent seulement les actions reconduites."
NOT_DRAWN = "Aucune marche n’est dessinée."
BY_NUMBER = "Un porteur est suivi par son numéro, quel que soit le nom que la source lui donne."
