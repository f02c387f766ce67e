"""Documents: values made of the exhibits of a page, and what writes them as files."""
