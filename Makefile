PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: examples test format lint types train evaluate docs clean

$(BIN)/templint: pyproject.toml
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.test: $(BIN)/templint
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

examples: $(BIN)/templint  ## lint the drafts in examples/ and show the findings
	$(BIN)/templint check examples --exit-zero

test: $(VENV)/.test  ## format, lint, types and all tests
	$(BIN)/ruff format --check linter tests
	$(BIN)/ruff check linter tests
	$(BIN)/mypy
	$(BIN)/pytest

format: $(VENV)/.test
	$(BIN)/ruff format linter tests
	$(BIN)/ruff check --fix linter tests

lint: $(VENV)/.test
	$(BIN)/ruff check linter tests

types: $(VENV)/.test
	$(BIN)/mypy

train: $(VENV)/.test  ## train the classifiers from corpus/ (same corpus, same model)
	OMP_NUM_THREADS=1 $(BIN)/python -m linter.classifier.train

evaluate: $(VENV)/.test  ## score the linter on the corpus test split
	$(BIN)/templint evaluate corpus/en/g11.jsonl corpus/en/g12.jsonl corpus/en/v05.jsonl

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache

docs: $(VENV)/.test  ## make the published schema anew
	$(BIN)/python -m linter.reports.schema > docs/report.schema.json
