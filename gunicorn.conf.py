"""Read by gunicorn itself: ``gunicorn app:server`` is set as ``python -m dashboard servir`` is."""

from app import service
from dashboard.web import memory, server

memory.give_back()
globals().update(server.options(service.first, server.address()))
