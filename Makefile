# Needs make and Python 3.11 or newer. Everything else is fetched into this folder, and nothing outside it changes.
# The exceptions are `make test` and `make soak`: they install Chromium and, as root on Debian, Firefox and WebKitGTK when
# they are missing. `make test-scale` and `make soak` do so with PostgreSQL, whose package also starts a server on Debian's
# usual port.
#
#   make run     start Shortlist; HOST=0.0.0.0 PORT=9000 make run to choose where
#   make test    all checks and tests
#   make test-scale  the tests of several processes, behind nginx and Caddy, and those of the server once more on PostgreSQL
#   make check   lint, types and contracts alone      make fix       apply the automatic fixes of ruff and Biome
#   make soak    many people for a long time          make bench     speed, side by side
#   make pictures  every page as a picture
#   make protocol  write board/protocol as TypeScript, and the tables of docs/protocol.md
#   make mutants   break the product on purpose; each time its tests must fail

.DEFAULT_GOAL := run
.PHONY: run test test-scale check fix soak pictures bench mutants protocol ready ready-to-run chromium engines proxies

UV := $(or $(shell command -v uv),.uv/bin/uv)
UV_VERSION := 0.13.9
MANIFEST := board/web/static/.vite/manifest.json
SYNC = $(UV) sync --locked $(if $(wildcard .venv/bin/board),--quiet)
# `ready` has synced the environment by then; skipping the check keeps the second start immediate.
DO := $(UV) run --no-sync
NPM := $(DO) python frontend/node.py
# Tests start the server often: its modules are compiled once, whatever the environment says.
export PYTHONDONTWRITEBYTECODE :=
HEAD = @printf '\n\033[1m== %s\033[0m\n'

run: ready-to-run
	@$(DO) board

test: check chromium engines proxies
	$(HEAD) "Front end: Vitest"
	@$(NPM) test
	$(HEAD) "Server: pytest"
	@$(DO) pytest tests -n 4
	$(HEAD) "In a browser: pytest"
	@$(DO) pytest e2e -n 3 -o timeout=240

test-scale: ready
	@$(DO) python -m tests.scale.installing
	$(HEAD) "Several processes: pytest"
	@$(DO) pytest tests/scale -n 2
	$(HEAD) "Server on PostgreSQL: pytest"
	@TESTS_ON=postgresql $(DO) pytest tests/live tests/brainstorm tests/worksessions -n 4

check: ready
	$(HEAD) "Lint: ruff"
	@$(DO) ruff check .
	@$(DO) ruff format --check .
	$(HEAD) "Types: mypy"
	@$(DO) mypy
	$(HEAD) "Who may import whom: import-linter"
	@$(DO) lint-imports --no-cache
	$(HEAD) "Front end: Biome and tsc"
	@$(NPM) run lint
	@$(NPM) run types

fix: ready
	@$(DO) ruff check --fix .
	@$(DO) ruff format .
	@$(NPM) run fix

soak: ready chromium engines
	@$(DO) python -m tests.scale.installing
	@$(DO) python -m bench.soak

pictures: ready chromium
	@$(DO) python -m e2e.pictures

bench: ready
	@$(DO) python -m bench

protocol: ready
	@$(DO) python -m frontend.protocol
	@$(DO) python -m frontend.protocol_page

mutants: ready
	@$(DO) python -m tests.mutants

# A build that was deleted while its sources stayed the same looks up to date to uv.
ready: $(UV)
	@$(SYNC)
	@test -f $(MANIFEST) || $(SYNC) --reinstall-package shortlist

ready-to-run: $(UV)
	@$(SYNC) --no-dev --inexact
	@test -f $(MANIFEST) || $(SYNC) --no-dev --inexact --reinstall-package shortlist

chromium: ready
	@$(DO) python -m e2e.chromium

# nginx and Caddy, unpacked into .proxies/ on Debian; their tests are skipped where they are missing.
proxies: ready
	@$(DO) python -m tests.web.proxies

engines: ready
	@$(DO) python -m e2e.engines.installing

.uv/bin/uv:
	@python3 -m venv .uv || { echo "Python cannot make a virtual environment here. On Debian: apt-get install python3-venv"; exit 1; }
	@.uv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
