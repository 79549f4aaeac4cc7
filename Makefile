# Every target sets up what it needs in .venv; a second run is fast and needs no network.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WANTED := $(shell cat pyproject.toml .ci/constraints.txt | cksum | cut -d' ' -f1)
RUN_STAMP := $(VENV)/.ready-run-$(WANTED)
DEV_STAMP := $(VENV)/.ready-dev-$(WANTED)
TRAIN_STAMP := $(VENV)/train/.ready-$(WANTED)
AUDIT_STAMP := $(VENV)/audit/.ready-$(WANTED)
# Where Python may not write its caches, every start would compile all of the program anew.
COMPILE := $(BIN)/python -m compileall -q app
NEW_ENOUGH := $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  || { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11 ..."; exit 1; }
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c .ci/constraints.txt
# Where `make install` puts what is kept: an environment of its own, and links to what of it others look for.
PREFIX ?= $(HOME)/.local
KEPT := $(PREFIX)/lib/afterword
LINKED := bin/afterword share/man/man1/afterword.1 share/bash-completion/completions/afterword \
  share/zsh/site-functions/_afterword share/fish/vendor_completions.d/afterword.fish

.DEFAULT_GOAL := help
.PHONY: help run demo install uninstall test check format lint types contracts bench bench-letters bench-sheets bench-mailbox letters-book train-letters train-messages screenshots torture audit lowest clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: $(RUN_STAMP) ## open the dashboard
	@$(BIN)/afterword

demo: $(RUN_STAMP) ## open the dashboard on sample data that is thrown away after
	@$(BIN)/afterword demo

install: ## keep it: `afterword` by itself, in ~/.local; PREFIX=/usr/local for everybody
	@$(NEW_ENOUGH)
	@set -e; for file in $(LINKED); do link="$(PREFIX)/$$file"; \
	  if { [ -e "$$link" ] || [ -L "$$link" ]; } && [ "$$(readlink "$$link")" != "$(KEPT)/$$file" ]; then \
	    echo "$$link is there already, from pipx, uv or another program. Remove it first. Nothing was installed."; exit 1; \
	  fi; done
	@if [ -e "$(KEPT)" ] && [ ! -e "$(KEPT)/pyvenv.cfg" ]; then \
	  echo "$(KEPT) is there already, and holds something else. Move it away first. Nothing was installed."; exit 1; fi
	@$(PYTHON) -m venv --clear "$(KEPT)"
	@"$(KEPT)/bin/python" -m pip --disable-pip-version-check install --quiet -c .ci/constraints.txt .
	@set -e; for file in $(LINKED); do mkdir -p "$(PREFIX)/$${file%/*}"; ln -sf "$(KEPT)/$$file" "$(PREFIX)/$$file"; done
	@echo "Installed $(PREFIX)/bin/afterword. This folder is no longer needed for it; make uninstall removes it."
	@case ":$$PATH:" in *":$(PREFIX)/bin:"*) ;; *) echo "$(PREFIX)/bin isn't in PATH yet: add it, and open a new terminal.";; esac

uninstall: ## remove what `make install` put there; your search and your settings stay
	@[ ! -e "$(KEPT)/pyvenv.cfg" ] || "$(KEPT)/bin/afterword" remind --uninstall 2> /dev/null || true
	@for file in $(LINKED); do link="$(PREFIX)/$$file"; \
	  if [ "$$(readlink "$$link")" = "$(KEPT)/$$file" ]; then rm -f "$$link"; fi; done
	@[ ! -e "$(KEPT)/pyvenv.cfg" ] || rm -rf "$(KEPT)"
	@echo "Removed. Your search and your settings are where they were: see Where your data lives in README.md."

test: $(DEV_STAMP) ## run every test
	@$(BIN)/python -m pytest

check: format lint types contracts test ## all that has to hold before a change lands

format: $(DEV_STAMP) ## is the code formatted
	@$(BIN)/ruff format --check --quiet app tests || { echo "run: $(BIN)/ruff format app tests"; exit 1; }

lint: $(DEV_STAMP) ## ruff's findings
	@$(BIN)/ruff check --quiet app tests

types: $(DEV_STAMP) ## mypy, strict
	@$(BIN)/mypy

contracts: $(DEV_STAMP) ## the layers, held by import-linter
	@$(BIN)/lint-imports

bench: $(DEV_STAMP) ## measure the budgets, beside their floors and other programs; writes tests/bench/README.md
	@$(BIN)/python -m tests.bench --write

bench-letters: $(DEV_STAMP) ## score the letter checker; LETTERS=path/to/letters.jsonl
	@$(BIN)/python -m tests.bench.letters $(LETTERS)

bench-mailbox: $(DEV_STAMP) ## measure the looks at a mailbox of 50,000 emails on a real Dovecot
	@$(BIN)/python -m tests.bench.mailbox

train-letters: $(TRAIN_STAMP) ## learn the judge of letters anew from tests/judge, and say how it does
	@$(VENV)/train/bin/python -m tests.judge.train

train-messages: $(TRAIN_STAMP) ## learn what messages mean anew from tests/messages, and say how it does
	@$(VENV)/train/bin/python -m tests.messages.train

letters-book: $(DEV_STAMP) ## write every letter there is into tests/letters/BOOK.md, to be read
	@$(BIN)/python -m tests.letters

bench-sheets: $(DEV_STAMP) ## show how every spreadsheet in a folder is read; SHEETS=path/to/folder
	@$(BIN)/python -m tests.bench.sheets $(SHEETS)

screenshots: $(DEV_STAMP) ## draw assets/*.svg anew from the demo hunt
	@$(BIN)/python -m tests.bench.screenshots

torture: $(DEV_STAMP) ## try every promise hard, for an hour; writes tests/torture/README.md; NAMES='kills ...' for some
	@$(BIN)/python -m tests.torture $(NAMES)

audit: $(AUDIT_STAMP) ## known holes in the pinned dependencies; needs a way to PyPI or osv.dev
	@$(VENV)/audit/bin/python -m tests.audit

lowest: $(DEV_STAMP) ## try the lowest versions that pyproject.toml allows; needs a way to a package registry
	@$(BIN)/python -m tests.lowest

clean: ## remove what was set up
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(NEW_ENOUGH)
	@echo "Setting up in $(VENV), once; this takes a minute."
	@$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): $(BIN)/python
	@[ -e $(DEV_STAMP) ] || $(PIP) -e .
	@$(COMPILE)
	@rm -f $(VENV)/.ready-run-*; touch $@

$(DEV_STAMP): $(BIN)/python
	@$(PIP) -e '.[dev]'
	@$(COMPILE)
	@rm -f $(VENV)/.ready-*; touch $@ $(RUN_STAMP)

$(TRAIN_STAMP): $(BIN)/python
	@$(PYTHON) -m venv --clear $(VENV)/train
	@$(VENV)/train/bin/python -m pip --disable-pip-version-check install --quiet -c .ci/constraints.txt -e '.[train]'
	@touch $@

$(AUDIT_STAMP): $(BIN)/python
	@$(PYTHON) -m venv --clear $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip --disable-pip-version-check install --quiet -c .ci/constraints.txt pip-audit
	@touch $@
