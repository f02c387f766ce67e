"""The addresses for programs, declared once: routes, documentation and answers derive from it."""
