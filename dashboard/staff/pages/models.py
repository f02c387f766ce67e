"""The models that staff fill, as workbooks with the lists of their territory."""

from __future__ import annotations

import io

from flask import Blueprint, Response, abort, send_file

from dashboard.depot.laid import laid
from dashboard.importers.templates import TEMPLATES
from dashboard.importers.territory_folder import open_territory
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.public.truth import truth

models = Blueprint("models", __name__, url_prefix="/agents/modeles")


@models.get("/<slug>.xlsx")
@opened_to(StaffRole.WRITER)
def model(slug: str) -> Response:
    """One model, with the quarters, funders and actions that the public sees now."""
    found = next((item for item in TEMPLATES if item.slug == slug), None)
    if found is None:
        abort(404)
    from dashboard.importers.templates.given import workbook

    settings = desk().settings
    with laid(truth(settings).files, settings.territory) as folder:
        content = workbook(found, open_territory(folder))
    return send_file(
        io.BytesIO(content), as_attachment=True, download_name=f"modele-{found.slug}.xlsx"
    )
