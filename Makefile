# make run: set up, and run the pipeline on the shipped corpus.
# make test: set up, and pass the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= outputs/corpus
READY := $(VENV)/.ready

.PHONY: run test lint types gate bench mutate check clean
.DEFAULT_GOAL := run

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 14) else "needs Python 3.11 to 3.14: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: $(READY)
	$(BIN)/incidents run corpus/reports --out $(OUT) --workers 2 --force

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

# accuracy on the shipped corpus, against the committed baseline
gate: $(READY)
	$(BIN)/incidents run corpus/reports --out outputs/gate --workers 2 --force
	$(BIN)/incidents evaluate outputs/gate --all --gold corpus/gold/gold.jsonl --borderline corpus/gold/borderline.tsv --baseline corpus/gold/baseline.json

# how fast each stage is, beside spaCy alone and PDFium's plain text
bench: $(READY)
	$(BIN)/python -m tests.bench

# what the unit tests notice: small faults put into a copy, one at a time
SEED ?= 1
mutate: $(READY)
	$(BIN)/python tests/mutate.py --seed $(SEED)

check: test lint types gate

clean:
	rm -rf $(VENV) outputs/corpus outputs/gate build *.egg-info
