"""Domain values → plotly figures as plain dicts. No Dash, no Store; each is shown by ``demo``."""
