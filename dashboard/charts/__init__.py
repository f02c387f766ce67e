"""Domain values → plotly figures as plain dicts. No Dash, no Store; each runs alone as its demo."""
