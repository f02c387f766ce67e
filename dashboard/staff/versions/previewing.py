"""A draft as the public will see it: a publication of its own, in its folder, for staff alone."""

from __future__ import annotations

from dashboard import publication
from dashboard.staff.drafts import drafts
from dashboard.staff.jobs.gauge import SERVING
from dashboard.staff.jobs.task import Task
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings

MOST = 4
"""Drafts that can be looked at; the one made longest ago gives way."""


def preview(task: Task) -> str:
    """What came of it, in a sentence. NotDone where the draft cannot be published."""
    draft = drafts.still_open(task.draft)
    drafts.check_ready(task.settings, draft)
    home, folder = drafts.preview(task.settings, draft.id), drafts.result(task.settings, draft)
    with task.gauged(SERVING, 0, sum(path.stat().st_size for path in folder.iterdir())):
        report = publication.publish(folder, home, apart=True)
    if not report.accepted:
        raise NotDone(report.problems[0].sentence())
    _bound(task.settings, draft.id)
    return "L’aperçu est prêt."


def _bound(settings: StaffSettings, just_made: int) -> None:
    """Let go of the previews that are too many."""
    folders = (settings.home / drafts.FOLDER).glob(f"*/{drafts.PREVIEW}")
    made = sorted(folders, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    others = [int(path.parent.name) for path in made if path.parent.name != str(just_made)]
    for number in others[MOST - 1 :]:
        drafts.forget_preview(settings, number)
