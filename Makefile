# Verbs of the project. Works with GNU make 3.81 (macOS) and later.

PORT ?= 8050
HOST ?= 127.0.0.1
TERRITOIRE ?= grand-chambery
export PORT HOST TERRITOIRE

PYTHON := .venv/bin/python
CHECKED := tests/test_architecture.py

.DEFAULT_GOAL := help
.PHONY: run test check types rules attaque bench data docs captures assets clean help

run: ## installer ce qui manque, publier si les données ont changé, servir le tableau de bord
	@scripts/environnement.sh
	@exec $(PYTHON) -m dashboard servir

# The workers, and the commands that tests start, read what was compiled once: where the environment
# forbids to keep it, each of the workers spends sixteen seconds on that alone, not eight. They are one
# more than the two cores: each waits now and then for a browser, a process or a clock. What check has
# just judged is not judged again.
test: check ## tout vérifier : check, puis tous les tests, navigateur compris
	@CHROMIUM="$$(scripts/navigateur.sh)" PYTHONDONTWRITEBYTECODE= && export CHROMIUM PYTHONDONTWRITEBYTECODE \
		&& exec $(PYTHON) -m pytest -n 3 --dist worksteal --ignore=$(CHECKED)

check: ## vérifier vite : style, types, couches, architecture
	@scripts/environnement.sh dev
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check --quiet
	@$(MAKE) --no-print-directory -j 2 types rules

types:
	@$(PYTHON) -m mypy

rules:
	@PYTHONPATH=. $(PYTHON) -c 'from importlinter.cli import lint_imports_command as lint; lint()'
	@$(PYTHON) -m pytest -q $(CHECKED)

attaque: ## attaquer longuement : fichiers abîmés, demandes hostiles, pannes, lenteurs
	@scripts/environnement.sh dev
	@exec $(PYTHON) -m pytest -m attaque -o faulthandler_timeout=0

bench: ## mesurer chaque couche
	@scripts/environnement.sh dev
	@$(PYTHON) -m benchmarks

data: ## valider les sources et publier un nouveau jeu de données
	@scripts/environnement.sh
	@$(PYTHON) -m dashboard publier

docs: ## refaire le glossaire et le dictionnaire des indicateurs
	@scripts/environnement.sh
	@$(PYTHON) -m dashboard documenter

captures: ## refaire les images de la documentation (demande Chromium)
	@scripts/environnement.sh dev
	@CHROMIUM="$$(scripts/navigateur.sh)" CAPTURES=ecrire && export CHROMIUM CAPTURES \
		&& exec $(PYTHON) -m pytest -q tests/e2e/test_captures.py tests/e2e/test_staff.py

assets: ## reconstruire plotly, bootstrap et les polices (demande node)
	@scripts/environnement.sh dev
	@scripts/assets.sh

clean: ## effacer caches et restes de construction (ni données, ni publications, ni .venv)
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	@rm -rf scripts/plotly_bundle/node_modules scripts/bootstrap/node_modules scripts/fonts/node_modules
	@find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## afficher cette aide
	@echo 'Observatoire du contrat de ville : les commandes'
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo 'Réglages : PORT=$(PORT) HOST=$(HOST) TERRITOIRE=$(TERRITOIRE)'
	@echo 'Exemple : make run PORT=8051'
