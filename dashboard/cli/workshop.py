"""« atelier »: where who writes a chart looks at it."""

from __future__ import annotations

import click

from dashboard.cli.french import Setting
from dashboard.cli.options import port_of
from dashboard.cli.speech import say


@click.command()
@click.option(
    "--port",
    cls=Setting,
    metavar="NUMÉRO",
    default=8060,
    show_default=True,
    type=int,
    callback=lambda _ctx, _option, value: port_of(value),
    help="Port d’écoute, sur cette machine seule.",
)
def atelier(port: int) -> None:
    """Montre chaque sorte de graphique comme plotly et comme le serveur la dessinent.

    Pour qui écrit un graphique : des valeurs d’exemple, les deux dessins côte à côte.
    """
    from dashboard.web.workshop import workshop

    say([f"L’atelier est sur http://127.0.0.1:{port}/ (Ctrl+C pour arrêter)."])
    workshop().run(host="127.0.0.1", port=str(port))
