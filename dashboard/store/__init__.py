"""Opens a publication and answers: (Store, Selection) → values of the trade."""

from dashboard.store.held import NotPublished
from dashboard.store.store import Store, open_store

__all__ = ["NotPublished", "Store", "open_store"]
