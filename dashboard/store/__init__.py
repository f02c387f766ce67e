"""Opens a publication and answers: (Store, Selection) → values of the trade."""

from dashboard.store.publication_pointer import NotPublished
from dashboard.store.store import Store, open_store

__all__ = ["NotPublished", "Store", "open_store"]
