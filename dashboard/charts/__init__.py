"""A module a kind of chart composes its scene, which plotly and the SVG each paint. No Dash, no
Store."""
