# Every target builds its own environment; nothing is needed but Python 3.11 (or newer) and make.
PYTHON ?= python3
BIN := .venv/bin
# Machines that forbid bytecode would compile every library again at each start (prefect alone: 1.3 s).
unexport PYTHONDONTWRITEBYTECODE

# A test that hangs fails after ten minutes, with where it hangs.
ENDS := -o faulthandler_timeout=600 -o faulthandler_exit_on_timeout=true

.PHONY: run test test-slow soak hostile ocr-report lint timing fuzz bench measured clean

run: .venv/ready
	@$(BIN)/beschlussbuch run --demo

# worksteal keeps the tests of a module together, and with them what they share; loadgroup does nothing with pytest 9.2 (xdist 3.8, 2026-11).
test: .venv/ready
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ENDS) -m "not timing and not slow"

# What takes longer: whole runs, a real browser, office, database and notebook.
test-slow: .venv/ready
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ENDS) -m "slow and not timing"

# Crashes, full disks, locks, faults of servers, measured at length; writes RELIABILITY.md. One section only: make soak ONLY=locks
soak: .venv/ready
	@$(BIN)/python -m tests.soak $(ONLY)

# Every bomb, 2,000 mutated files, and all PDFs of a folder of yours: make hostile FOLDER=/where/they/are
hostile: .venv/ready
	@BESCHLUSSBUCH_HOSTILE="$(or $(FOLDER),none)" $(BIN)/python -m pytest -s tests/pipeline/test_hostile.py

# Wrong letters per hundred on scans of yours that somebody has transcribed (1.txt beside 1.pdf): make ocr-report FOLDER=/where/they/are
ocr-report: .venv/ready
	@BESCHLUSSBUCH_SCANS="$(FOLDER)" $(BIN)/python -m pytest -s tests/pipeline/test_ocr_report.py

lint: .venv/ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/test_architecture.py

# The lock file holds versions and hashes and no address: pip asks the index that this machine is set up with.
.venv/ready: requirements.lock
	@echo "Building the environment in .venv (once, one to three minutes) ..."
	@$(PYTHON) -c 'import sys; sys.exit("beschlussbuch needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
	@touch .venv/ready

# Twice the text, about twice the time: on a quiet machine.
timing: .venv/ready
	@$(BIN)/python -m pytest -m timing

# Two hundred thousand texts that nobody wrote, through every extractor (about a quarter of an hour).
fuzz: .venv/ready
	@BESCHLUSSBUCH_EXAMPLES=100000 $(BIN)/python -m pytest -n 2 tests/test_invariants.py -k any_text

# From PDF to facts, beside two tools that stop at the text: make bench FOLDER="here and/there" OPTIONS="--rounds 5 --every 10"
bench: .venv/ready
	@$(BIN)/python -m tests.bench $(OPTIONS) $(or $(FOLDER),$(error say which folder of PDFs: make bench FOLDER=...))

# The figures that the codebook tells beside the tables: data/gold/measured.json.
measured: .venv/ready
	@$(BIN)/beschlussbuch score data/gold --measured data/gold/measured.json

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
