# The front door. A fresh machine needs Python 3.11 or later (with venv), make and git; the rest is done here.
# Written for any make: the one of macOS is GNU make 3.81.

BIN = .venv/bin
RUNTIME = .venv/.installed
DEVELOPMENT = .venv/.installed-dev
BROWSER = .venv/.browser
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
MKDOCS = NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs
PYTEST = $(BIN)/python -m pytest -n $(WORKERS)
# How many tests run side by side. Each worker drives a browser of its own.
WORKERS = 2

.PHONY: help site serve test test-slow lint check messages look demo-78 clean

help: ## Say what there is to make
	@grep -E '^[a-z0-9-]+:.*## ' Makefile | sed -e 's/:.*## /|/' | awk -F '|' '{ printf "make %-9s %s\n", $$1, $$2 }'

site: $(RUNTIME) ## Build the site from teams/ and content/ into site/
	@$(BIN)/cyclebook build

serve: $(RUNTIME) ## Show the site at http://127.0.0.1:8000/ and build it again at every save
	@$(BIN)/cyclebook serve

test: $(DEVELOPMENT) $(BROWSER) ## Run every test but the slow ones, those in a browser included
	@$(PYTEST) -m "not slow"

test-slow: $(DEVELOPMENT) $(BROWSER) ## Run the full-size versions of the tests that have one
	@$(PYTEST) -m slow

lint: $(DEVELOPMENT) ## Check style, types and imports
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint ## The same, and run the fast tests
	@$(PYTEST) -m "not browser and not site and not slow"

messages: $(DEVELOPMENT) ## Write templates/messages.pot anew: every sentence of the site, for translators
	@$(BIN)/python tests/catalogue/write_messages.py

look: $(DEVELOPMENT) $(BROWSER) ## Take pictures of every kind of page into look/, side by side in look/index.html
	@$(BIN)/python tests/look.py

demo-78: $(RUNTIME) ## Invent a cohort of 78 teams in demo/ and build its site, to look at scale
	@$(BIN)/python tests/demo.py 78 demo
	@$(MKDOCS) build --quiet --strict --config-file demo/mkdocs.yml
	@echo 'The site of 78 invented teams is in demo/site'

clean: ## Delete what was made, .venv included
	@rm -rf .venv site .site.cyclebook dist look demo .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/.made:
	@for python in $(PYTHON) python3.11 python3; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    $$python -m venv .venv || exit 1; touch $@; exit 0; \
	  fi; \
	done; \
	echo 'Cyclebook needs Python 3.11 or later. Install it, or name it: make site PYTHON=/path/to/python' >&2; \
	exit 1

$(RUNTIME): .venv/.made pyproject.toml
	@echo 'Installing what a site needs into .venv'
	@$(PIP) .
	@touch $@

$(DEVELOPMENT): .venv/.made pyproject.toml
	@echo 'Installing what the tests need into .venv'
	@$(PIP) '.[dev]'
	@touch $@ $(RUNTIME)

$(BROWSER): $(DEVELOPMENT) tests/chromium.py
	@$(BIN)/python tests/chromium.py
	@touch $@
