"""``python -m dashboard``: the commands of the operator."""

from dashboard.cli import main

main()
