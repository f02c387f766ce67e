"""What is followed from one year to the other: actions, or holders."""

from __future__ import annotations

from dashboard.keys.key import Key, KeyRole

LINES, HOLDERS = "lignes", "porteurs"
_NAMES = {LINES: "action par action", HOLDERS: "porteur par porteur"}

KEY = Key(
    name="detail",
    label="Détail",
    role=KeyRole.SUBJECT,
    kind="radio",
    values=lambda store: (LINES, HOLDERS),
    named=lambda store, value: _NAMES[value],
    default=LINES,
)
