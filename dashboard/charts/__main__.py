"""``python -m dashboard.charts trend`` opens that figure alone; without a name, says them all."""

from __future__ import annotations

import sys

from dashboard.charts import demo

sys.exit(demo.main(sys.argv[1:]))
