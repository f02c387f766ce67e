"""The image of a figure, made by the server: a sheet in SVG, painted in PNG."""
