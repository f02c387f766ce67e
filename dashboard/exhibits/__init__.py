"""(Store, Selection) → Exhibit: figure, title, « Lecture : », text alternative, table, source."""
