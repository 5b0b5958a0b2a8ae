# make try   an environment, the installation, and a first article checked
# make test  the whole test suite
# make check what continuous integration asks: lint, types, generated files, tests

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: try test lint types generated fresh check data vscode clean

try: $(VENV)/installed
	@$(BIN)/arlint check examples/article.txt || test $$? -eq 1

test: $(VENV)/installed-dev
	$(BIN)/pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# The packages as they are installed, where lsp/ is arlint.lsp: mypy does not know setup.cfg.
types: $(VENV)/installed-dev
	rm -rf build/typed && mkdir -p build/typed/arlint
	ln -s $(CURDIR)/arlint/* build/typed/arlint/ && ln -s $(CURDIR)/lsp build/typed/arlint/lsp
	MYPYPATH=build/typed $(BIN)/mypy -p arlint
	MYPYPATH=build/typed $(BIN)/mypy tests

generated: $(VENV)/installed-dev
	$(BIN)/python docs/generate.py

fresh: $(VENV)/installed-dev
	$(BIN)/python docs/generate.py --check

check: lint types fresh test

data: $(VENV)/installed
	$(BIN)/python -m arlint.compilers

# The extension for VS Code, packed: lsp/clients/vscode/arlint.vsix. Needs Node.js 18 or newer.
vscode:
	cp LICENSE lsp/clients/vscode/
	cd lsp/clients/vscode && npm install --no-audit --no-fund --no-package-lock && npm run package

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "arlint needs Python 3.11 or newer; name one: make PYTHON=python3.12 try")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python setup.cfg pyproject.toml setup.py arlint/lexicon/counts/_pairs.c
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/bin/python setup.cfg pyproject.toml setup.py arlint/lexicon/counts/_pairs.c
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@# The analyzer of CAMeL Tools needs nothing of what the package depends on but what [dev] has: no PyTorch.
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps 'camel-tools>=1.6'
	touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) build dist arlint/_compiled *.egg-info lsp/clients/vscode/node_modules lsp/clients/vscode/dist lsp/clients/vscode/*.vsix
