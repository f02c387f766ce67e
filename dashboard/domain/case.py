"""Capitals that shout, shown as one reads them: the case changes, and no letter.

Sources write whole names in capitals (« CAISSE DES ECOLES DE CHAMBERY »). What is shown is easier
to read (« Caisse des Ecoles de Chambéry »); what the source wrote stays in the data and in files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.domain import french

_ACRONYMS = """
ACSE ADDCAES ADIE AFEV AFPA ALSH AQCV ASL ASSE ASV BAFA BLE CAF CCAS CDAD CDOSS CIDFF CJS
CLAS CLLAJ CLS CLSPD CMC CMP CREFE CRIJ CRSB CSAB CSC CSF CV DIRED DLA ERE ESAT ESC ESS EVS
FJT FLE FONJEP FQS GOALP GUSP IAE INSEE JJB LPO MDPH MJC MLJ ML PIJ PIMMS PLIE PMI PRE PSA
QE QPV QVA RERS RSA SDIS SEAS SIAE TPE TZNR UDAF UFCV UNIRH UPP USEP USMB VVV
"""
ACRONYMS = frozenset(_ACRONYMS.split())
"""Capitals that are letters of other words, where the text around them shouts too."""

_SMALL = """
a à au aux avec chez d dans de des du en entre et l la le les leur leurs ou par pour sans
sous sur un une vers
"""
SMALL = frozenset(_SMALL.split())
"""Words that a name of several words does not set in capitals."""

SHOUTS = 0.5
"""Share of capitals over which a text is all in capitals, whatever small words it holds."""
SURE = 6
"""Letters from which capitals in a text that does not shout are no acronym."""
SELDOM = 3
"""How many more times a name must be met with its capital than without."""
OFTEN = 2
"""Times that a word must be met with a capital inside texts to be held for a name."""

_CAPITAL = "A-ZÀ-ÅÇ-ÖØ-ÞŒŸ"
_ANY = f"{_CAPITAL}a-zß-åç-öø-ÿœ"
_CAPITALS = re.compile(f"(?<![{_ANY}])[{_CAPITAL}]+(?![{_ANY}])")
_RUN = re.compile(f"(?<![{_ANY}])[{_CAPITAL}]+(?:[ '’-]+[{_CAPITAL}]+)*(?![{_ANY}])")
_WORDS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŸ]+")
_VOWELS = re.compile("[AEIOUYÀ-ÅÈ-ÏÒ-ÖØÙ-ÝŒŸ]")


@dataclass(frozen=True, slots=True)
class ProperNames:
    """Words that keep their capital inside a sentence, by their letters without accents."""

    spelled: Mapping[str, str] = field(default_factory=dict)

    def title(self, text: str) -> str:
        """A sentence in capitals as a sentence: « LES METIERS » gives « Les metiers »."""
        whole = _shouts(text)
        said = _RUN.sub(lambda run: self._sentence(run[0], whole), text)
        return _opened(said) if said != text else text

    def holder(self, text: str) -> str:
        """A name in capitals as a name: « GARDE LA PÊCHE » gives « Garde la Pêche »."""
        if not _shouts(text):
            return self.title(text)
        return _opened(_CAPITALS.sub(lambda found: self._named(found[0]), text))

    def _sentence(self, run: str, whole: bool) -> str:
        """Capitals that follow one another, in a text that shouts from end to end or there only."""
        if not whole and not any(map(_loud, _CAPITALS.findall(run))):
            return run
        return _CAPITALS.sub(lambda found: self._quiet(found[0]), run)

    def _quiet(self, word: str) -> str:
        return word if _acronym(word) else self.spelled.get(french.fold(word), word.lower())

    def _named(self, word: str) -> str:
        small = word.lower()
        if _acronym(word) or small in SMALL:
            return word if _acronym(word) else small
        return self.spelled.get(french.fold(word), small[:1].upper() + small[1:])


def _shouts(text: str) -> bool:
    letters = "".join(_WORDS.findall(text))
    return sum(map(str.isupper, letters)) > SHOUTS * len(letters)


def _acronym(word: str) -> bool:
    return word in ACRONYMS or (len(word) > 1 and not _VOWELS.search(word))


def _loud(word: str) -> bool:
    """Whether those capitals are no acronym, whatever stands around them."""
    long = len(word) >= SURE or (len(word) > 1 and word.lower() in SMALL)
    return long and not _acronym(word)


def _opened(text: str) -> str:
    """The text with a capital on its first letter."""
    first = _WORDS.search(text)
    if not first:
        return text
    at = first.start()
    return text[:at] + text[at].upper() + text[at + 1 :] if len(text[at].upper()) == 1 else text


def learnt(texts: Iterable[str], places: Iterable[str] = ()) -> ProperNames:
    """The words that those texts set in capitals inside their sentences, and seldom without; those
    of the places count as met there."""
    small, capital = Counter[str](), Counter[tuple[str, str]]()
    for text in filter(lambda text: not _shouts(text), texts):
        _read(text, small, capital)
    for place in places:
        met = _capitalised(_WORDS.findall(place))
        capital.update({(french.fold(word), word): OFTEN for word in met})
    usual = sorted(capital.items(), key=lambda item: (item[1], item[0]))
    held = ((key, count) for key, count in usual if count >= OFTEN)
    return ProperNames({f: word for (f, word), count in held if count > SELDOM * small[f]})


def _read(text: str, small: Counter[str], capital: Counter[tuple[str, str]]) -> None:
    words = _WORDS.findall(text)
    small.update(french.fold(word) for word in words if word.islower())
    capital.update((french.fold(word), word) for word in _capitalised(words[1:]))


def _capitalised(words: Iterable[str]) -> list[str]:
    """The words of more than two letters that have a capital on the first one alone."""
    return [word for word in words if len(word) > 2 and word.istitle()]
