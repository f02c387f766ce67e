"""The WSGI entry: ``gunicorn app:server``."""

from dashboard.web.service import create_service

service = create_service()
server = service.answer
