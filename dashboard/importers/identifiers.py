"""SIRET and SIREN: read whole, held against their check digits, never scraped out of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.domain.siret import is_siret, luhn
from dashboard.importers.reading import plain

RETYPE = "Mettez la colonne en texte dans le tableur et ressaisissez les 14 chiffres du SIRET."
_VERIFY = "Vérifiez-le sur l’avis de situation de l’Insee."
_NOT_KEPT = f"Il n’est pas gardé. {_VERIFY}"
_SCIENTIFIC = re.compile(r"[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+")


@dataclass(frozen=True, slots=True)
class Identifier:
    """What a cell gives: SIRET and SIREN where they are sure, else what is wrong and what to do.

    All empty where the cell holds no number: nothing, a name, an association's RNA.
    """

    siret: str = ""
    siren: str = ""
    wrong: str = ""
    remedy: str = ""


def identifier(text: str) -> Identifier:
    """The SIRET or SIREN of that cell; leading zeros that a spreadsheet took are put back."""
    bare = re.sub(r"\s", "", plain(text)).removesuffix(".0")
    if _SCIENTIFIC.fullmatch(bare):
        return _wrong(
            "est un numéro perdu par un tableur : ses derniers chiffres manquent.", RETYPE
        )
    if not re.search(r"[0-9]", bare) or re.fullmatch(r"[Ww][0-9A-Za-z]{9}", bare):
        return Identifier()
    if not re.fullmatch(r"[0-9]{7,14}", bare):
        return _wrong(
            "n’est ni un SIRET (14 chiffres) ni un SIREN (9 chiffres).",
            _NOT_KEPT,
        )
    return _checked(bare.zfill(9 if len(bare) <= 9 else 14))


def _checked(digits: str) -> Identifier:
    if len(digits) == 14 and digits.endswith("00000"):
        message = "est un SIRET arrondi par un tableur : ses derniers chiffres sont perdus."
        return _wrong(message, RETYPE)
    if _holds(digits):
        return Identifier(digits if len(digits) == 14 else "", digits[:9])
    if len(digits) == 14 and luhn(digits[:9]):
        message = "a une clé de contrôle fausse : seul son SIREN, qui est juste, est gardé."
        return Identifier(siren=digits[:9], wrong=message, remedy=_VERIFY)
    return _wrong("n’existe pas : sa clé de contrôle est fausse.", _NOT_KEPT)


def _holds(digits: str) -> bool:
    """Whether the check digits are right; a SIRET holds a SIREN that must be right too."""
    if len(digits) == 9:
        return luhn(digits) and bool(int(digits))
    return is_siret(digits)


def _wrong(message: str, remedy: str) -> Identifier:
    return Identifier(wrong=message, remedy=remedy)
