"""What the operator says of the territories of his service is understood, or refused in French."""

from __future__ import annotations

import pytest

from dashboard.system import mounts
from dashboard.system.mounts import Mount, WrongMounts

SITE = "https://observatoire.exemple"


def test_a_path_is_under_the_public_address_and_a_folder_alone_is_its_own_path() -> None:
    first, second = mounts.read(["chambery=grand-chambery", "/exemple"], SITE)
    assert first == Mount("grand-chambery", path="/chambery", site=f"{SITE}/chambery")
    assert second == Mount("exemple", path="/exemple", site=f"{SITE}/exemple")


def test_a_host_has_a_public_address_where_it_is_said_whole() -> None:
    whole, bare = mounts.read(["https://Ville.fr/=grand-chambery", "autre.fr:8050=exemple"], SITE)
    assert whole == Mount("grand-chambery", host="ville.fr", site="https://ville.fr")
    assert bare == Mount("exemple", host="autre.fr:8050", site="")


def test_a_territory_alone_has_neither_path_nor_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TERRITOIRES", raising=False)
    monkeypatch.setenv("ADRESSE_PUBLIQUE", f"{SITE}/")
    assert mounts.of_operator("exemple") == (Mount("exemple", site=SITE),)
    monkeypatch.setenv("TERRITOIRES", "chambery=grand-chambery, exemple")
    assert mounts.of_territory("grand-chambery").site == f"{SITE}/chambery"
    assert mounts.of_territory("absent") == Mount("absent", site=SITE)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["a=x", "b=x"], "le territoire « x » est dit deux fois"),
        (["a=x", "a=y"], "le chemin « /a » est dit deux fois"),
        (["a.fr=x", "https://a.fr=y"], "l’hôte « a.fr » est dit deux fois"),
        (["a=x", "b.fr=y"], "tous par hôte"),
        (["agents=x"], "le site des agents"),
        (["a=../x"], "n’est pas le nom d’un dossier"),
        (["a/b=x"], "ni un chemin, ni l’adresse"),
        (["ftp://a.fr=x"], "ni un chemin, ni l’adresse"),
    ],
)
def test_what_cannot_be_served_is_refused_with_its_reason(said: list[str], why: str) -> None:
    with pytest.raises(WrongMounts, match=why):
        mounts.read(said, SITE)
