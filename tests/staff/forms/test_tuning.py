"""Who signs, whom to write to, how the territory is called: changed in a draft like a row."""

from __future__ import annotations

import tomllib

import pytest
from sqlalchemy import select

from dashboard.depot.settings_file import texts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import TypedEdit
from dashboard.staff.public import truth
from dashboard.staff.rows.tunable import FIELDS
from dashboard.staff.settings import StaffSettings
from tests.conftest import ROOT
from tests.staff.conftest import Someone, worked

pytestmark = pytest.mark.usefixtures("here")

FILE = (ROOT / "data" / "grand-chambery" / "territoire.toml").read_bytes()
SAID = {
    "publie_par": 'La "Ville" \\ d’Auzelande # [x]',
    "contact_erreurs": "contrat@auzelande.fr",
    "nom": "Auzelande",
    "locatif": "à Auzelande",
    "genitif": "d’Auzelande",
    "unite.singulier": "action",
    "unite.pluriel": "actions",
}


def test_settings_are_changed_checked_and_published(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    editor = someone(StaffRole.EDITOR)
    editor.open("/agents/reglages")
    changed = {name: SAID[name] for name in ("publie_par", "nom", "genitif")}
    for said in ({}, changed):
        values = {**texts(truth.truth(published).files["territoire.toml"]), **said}
        fields = {one.name: values.get(one.name, "") for one in FIELDS}
        data = {"csrf_token": editor.token(), **fields}
        assert editor.client.post("/agents/reglages", data=data).status_code == 303
    with base.unit() as unit:
        kept = [(one.key, one.cells) for one in unit.scalars(select(TypedEdit))]
    assert kept == [([name], {"valeur": said}) for name, said in changed.items()]
    draft = editor.open("/agents/brouillons/1").text
    assert "Réglages du territoire" in draft
    assert '<span class="nom">Contrat de ville d’Auzelande Agglomération</span>' in draft
    editor.send("/agents/brouillons/1/controler")
    assert "voyez-les" in worked(published, base)
    editor.open("/agents/brouillons/1")
    editor.send("/agents/brouillons/1/publier", motif="Signature")
    assert worked(published, base) == "fini : La version 2 est publiée."
    served = truth.truth(published).files["territoire.toml"].decode()
    assert tomllib.loads(served)["publie_par"] == SAID["publie_par"]
    assert '<span class="nom">Contrat de ville d’Auzelande</span>' in editor.open("/agents").text


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("nom", "", "obligatoire"),
        ("locatif", "Auzelande", "ne se lit pas dans une phrase"),
        ("contact_erreurs", "zut", "n’est pas une adresse"),
        ("contact_erreurs", "a@b.fr<script>", "n’est pas une adresse"),
        ("publie_par", "x" * 501, "dépasse"),
    ],
)
def test_a_setting_that_does_not_fit_is_told_beside_its_field(
    published: StaffSettings, base: StaffBase, someone: Someone, name: str, value: str, wrong: str
) -> None:
    writer = someone(StaffRole.WRITER)
    writer.open("/agents/reglages")
    data = {"csrf_token": writer.token(), **SAID, name: value}
    answer = writer.client.post("/agents/reglages", data=data)
    assert answer.status_code == 422
    assert wrong in answer.text
    assert f'id="{name}-erreur"' in answer.text
    assert "<script" not in answer.text
    with base.unit() as unit:
        assert unit.scalars(select(TypedEdit)).all() == []
