# Everything happens in a virtual environment of the project's own; nothing else is touched.
PYTHON ?= python3
export NO_MKDOCS_2_WARNING = 1
VENV ?= .venv
ADDR ?= 127.0.0.1:8000
# The theme to build with in the place of the one in mkdocs.yml, such as explainer.
SKIN ?=
# What to measure: see `make bench BENCH=--help`. Eleventy, which is npm's, is found on the path or at $ELEVENTY.
BENCH ?=
BIN = $(VENV)/bin
STAMP = $(VENV)/.ready

.PHONY: serve site zip test check verify bench lint types format schema catalogues clean

serve: $(STAMP)  ## build the explainer and serve it at a local address
	$(BIN)/mkdocs serve --dev-addr $(ADDR) $(SKIN:%=--theme %)

site: $(STAMP)  ## build the explainer into site/
	$(BIN)/mkdocs build --strict $(SKIN:%=--theme %)

zip: $(STAMP)  ## pack the explainer into site.zip, to pass on: it works without a server
	$(BIN)/explainer zip

test: $(VENV)/.ready-for-tests  ## set up and run the tests
	$(BIN)/python -m pytest --numprocesses auto

check: $(STAMP)  ## check the story and say what is wrong with it
	$(BIN)/explainer check content

verify: $(STAMP)  ## compare every quotation with the source texts, if they lie in sources/
	$(BIN)/explainer verify content

bench: $(VENV)/.ready-for-benches  ## measure how long builds take beside other generators: hours; BENCH="--help" tells what to leave out
	HUGO=$(BIN)/hugo ZENSICAL=$(BIN)/zensical $(BIN)/python -m bench.builders $(BENCH)

lint: $(VENV)/.ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-for-tests
	$(BIN)/mypy

format: $(VENV)/.ready-for-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: $(STAMP)  ## write the schemas that editors' completion uses
	$(BIN)/explainer schema content/.schema

catalogues: $(STAMP)  ## collect the interface's words for translation, and tell which are missing
	$(BIN)/python tools/catalogues.py

clean:
	rm -rf $(VENV) site build dist

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[search]'
	touch $@

$(VENV)/.ready-for-tests: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,lint]'
	touch $@

$(VENV)/.ready-for-benches: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	touch $@
