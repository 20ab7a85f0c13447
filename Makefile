# translate_flow: `make help` lists what there is.
SHELL := /bin/bash
PY := .venv/bin/python
TFLOW := .venv/bin/translate-flow
.DEFAULT_GOAL := help
# Some machines and containers forbid Python to keep what it compiled: each of the hundreds of processes that the tests
# start would compile the program again, which takes several times as long as what most of them do.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help setup run test attack check bench bench-plots accept docs build man clean mutate test-lowest test-pythons docs-site pictures deb test-deb

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready ## virtual environment, the program, and Apertium where apt allows

.venv/ready: pyproject.toml .ci/setup
	@.ci/setup run
	@touch $@

.venv/ready-test: pyproject.toml .ci/setup
	@.ci/setup test
	@touch $@ .venv/ready

run: .venv/ready ## the whole way of a statement, on the bundled ones
	@.ci/demo

test: .venv/ready-test ## all tests, real Apertium and browser included
	@$(PY) -m pytest

attack: .venv/ready-test ## thousands of kills, outside saves, full disks and merges (SEED=2 for others)
	@$(PY) -m tests.trust --seed $(or $(SEED),1)

mutate: .venv/ready-test ## small mistakes put into the ground floor: which ones do the tests notice (SEED=2, COUNT=20, ROOMS="files")
	@$(PY) tools/mutate.py $(ROOMS) --seed $(or $(SEED),1) --count $(or $(COUNT),20)

test-lowest: ## the tests with the lowest versions that pyproject.toml allows (TESTS=… for some)
	@.ci/pythons lowest $(TESTS)

test-pythons: ## the tests on every other Python from 3.12 on that is installed here (TESTS=… for some)
	@.ci/pythons all $(TESTS)

check: .venv/ready-test ## style, types, scripts, layers, documents in step
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/biome lint --error-on-warnings
	@.venv/bin/lint-imports --no-logo 2>/dev/null || .venv/bin/lint-imports
	@.venv/bin/cog --check README.md docs/*.md

bench: .venv/ready-test ## figures beside those of the peers, the desk's beside the last release (SUITES="folders" for public test-suites)
	@.ci/setup bench
	@$(PY) -m bench $(if $(SUITES),suites $(SUITES:%=--in %))

bench-plots: .venv/ready-test ## the curves and tables of docs/performance.md, from bench/results/
	@$(PY) -m bench.plots
	@.venv/bin/cog -r docs/performance.md

accept: .venv/ready-test ## rewrite the expected outputs; read the diff before you commit it
	@$(PY) -m pytest --accept
	@.venv/bin/cog -r README.md docs/*.md

docs: .venv/ready-test ## bring generated parts of the documents up to date
	@.venv/bin/cog -r README.md docs/*.md

docs-site: .venv/ready ## the documentation as a site that is read without a network (build/docs-site)
	@$(PY) -m pip install --quiet --disable-pip-version-check -e ".[docs]"
	@NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --quiet && echo build/docs-site/index.html

pictures: .venv/ready-test ## the pictures of docs/, from the program at work (after make run)
	@$(PY) .ci/pictures
	@$(PY) .ci/pictures-desk

build: .venv/ready ## the package, as wheel and source, the same bytes each time
	@.ci/package

man: .venv/ready ## the manual page, in English and Spanish, into build/man/
	@mkdir -p build/man/es
	@$(PY) -m translate_flow.cli.manual > build/man/translate-flow.1
	@LANGUAGE=es LANG=es_PE.UTF-8 $(PY) -m translate_flow.cli.manual > build/man/es/translate-flow.1
	@ls build/man/translate-flow.1 build/man/es/translate-flow.1

deb: .venv/ready ## the team's server as a Debian package, in dist/
	@.ci/deb

test-deb: ## that package installed into a fresh Debian and used there (root; BASE=folder of one that is there)
	@.ci/test-deb

clean: ## everything that can be made again
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .translate-flow
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
