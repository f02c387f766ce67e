"""What a reader looks for everywhere at once: a name, a street, a word, a question."""

from dashboard.keys.key import Key, KeyRole

KEY = Key(
    name="mots",
    label="Mots cherchés",
    role=KeyRole.PRIVATE,
    kind="search",
    free=True,
    prompt="Un mot, un porteur, une rue, un indicateur, une question",
    hint="par exemple : chômage, logements sociaux, qui reçoit le plus",
)
