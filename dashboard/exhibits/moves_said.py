"""How what changed between two years is said: each way to move, and how it is known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.domain.bridge import BridgeMove
from dashboard.store.bridges import FollowedUnit

WORDS: Mapping[FollowedUnit, Mapping[BridgeMove, str]] = MappingProxyType(
    {
        FollowedUnit.ACTION: {
            BridgeMove.ENDED: "action[s] arrêtée[s]",
            BridgeMove.FELL: "action[s] en baisse",
            BridgeMove.LEFT: "action[s] sortie[s] des filtres",
            BridgeMove.DOUBTFUL: "action[s] au suivi incertain",
            BridgeMove.ENTERED: "action[s] entrée[s] dans les filtres",
            BridgeMove.ROSE: "action[s] en hausse",
            BridgeMove.STARTED: "action[s] commencée[s]",
            BridgeMove.SAME: "action[s] au même montant",
            BridgeMove.STAYED: "",
        },
        FollowedUnit.HOLDER: {
            BridgeMove.ENDED: "porteur[s] ne [reçoit|reçoivent] plus rien",
            BridgeMove.FELL: "porteur[s] [reçoit|reçoivent] moins",
            BridgeMove.LEFT: "porteur[s] [sort|sortent] des filtres",
            BridgeMove.DOUBTFUL: "",
            BridgeMove.ENTERED: "porteur[s] [entre|entrent] dans les filtres",
            BridgeMove.ROSE: "porteur[s] [reçoit|reçoivent] plus",
            BridgeMove.STARTED: "porteur[s] [commence|commencent]",
            BridgeMove.SAME: "porteur[s] [reçoit|reçoivent] autant",
            BridgeMove.STAYED: "porteur[s] [reçoit|reçoivent] les deux années",
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
