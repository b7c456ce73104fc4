"""Breaks the product on purpose and looks whether its tests notice. `python -m tests.mutants [name …]`.

A mutant is one fault in one file, declared in `tests/data/mutants.toml` with the tests that must fail. Mutants are put
into a temporary copy of the sources as they are now, one at a time.

Ends with 1 when a mutant survived or could not be tried; those of several processes need PostgreSQL. It takes minutes,
so neither `make test` nor CI runs it.
"""

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from frontend.node import node
from tests.scale import installing

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "data" / "mutants.toml"
COPIED = ("board", "frontend", "tests", "pyproject.toml", "README.md", "docs")
"""what tests read; the packages in .venv and node_modules are shared"""
FRONT_END = "frontend/"
"""tests in here run with Vitest, all others with pytest"""
ON_POSTGRESQL = "tests/scale/"
"""tests in here start a PostgreSQL of their own"""
TIME_LIMIT = 240.0
"""seconds for the tests of one mutant; pytest ends a test that hangs before"""
BASELINE_LIMIT = 900.0
"""seconds for all tests that are named, without a mutant"""
TESTS_FAILED = 1
"""the exit code of pytest when a test failed; others mean that the tests did not run"""


class CannotApplyError(Exception):
    """The text of a mutant does not occur exactly once in its file."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault, and the tests that must notice it."""

    name: str
    breaks: str
    """what the product promises and this fault takes away"""
    file: str
    text: str
    becomes: str
    tests: tuple[str, ...]
    """ids of pytest, or test files of Vitest"""

    @property
    def lacks(self) -> str:
        """What is not installed here and its tests need; empty when nothing is."""
        needed = any(test.startswith(ON_POSTGRESQL) for test in self.tests)
        return "PostgreSQL" if needed and "postgresql" in installing.missing() else ""

    @classmethod
    def of(cls, entry: dict[str, str], tests: Sequence[str]) -> Self:
        return cls(**entry, tests=tuple(tests))

    def mutated(self, root: Path) -> str:
        """The content of its file with the fault in it. Raises CannotApplyError."""
        path = root / self.file
        if not path.is_file():
            raise CannotApplyError(f"{self.file} does not exist")
        content = path.read_text("utf-8")
        if (found := content.count(self.text)) != 1:
            raise CannotApplyError(f"its text occurs {found} times in {self.file}")
        return content.replace(self.text, self.becomes)


class Outcome(Enum):
    """The result of the tests for a mutant."""

    KILLED = "killed"
    SURVIVED = "SURVIVED"
    NOT_RUN = "tests did not run to an end"
    NOT_APPLIED = "cannot apply"


def load(table: Path = TABLE) -> list[Mutant]:
    """All mutants, in the order of the table."""
    entries = tomllib.loads(table.read_text("utf-8"))["mutant"]
    return [Mutant.of(entry, entry.pop("tests")) for entry in entries]


@contextlib.contextmanager
def checkout() -> Iterator[Path]:
    """A copy of the sources as they are now. It is removed at the end, also after Ctrl-C."""
    with TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder)
        for name in _sources():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
        for shared in ("frontend/node_modules", "board/web/static"):
            if (ROOT / shared).is_dir():
                (copy / shared).symlink_to(ROOT / shared)
        yield copy


def _sources() -> list[str]:
    """The files that are tracked, or new and not ignored."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *COPIED]
    named = subprocess.run(listing, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout.split("\0")
    return [name for name in named if (ROOT / name).is_file()]


def try_out(mutant: Mutant, copy: Path) -> tuple[Outcome, str]:
    """Runs the tests of a mutant with the fault in the copy. Returns the outcome, and more about it."""
    if mutant.lacks:
        return Outcome.NOT_RUN, f"{mutant.lacks} is not installed: `make test-scale` says how"
    try:
        mutated = mutant.mutated(copy)
    except CannotApplyError as error:
        return Outcome.NOT_APPLIED, str(error)
    path = copy / mutant.file
    content, before = path.read_bytes(), path.stat()
    try:
        path.write_text(mutated, "utf-8")
        return run(mutant.tests, copy, TIME_LIMIT)
    finally:
        path.write_bytes(content)
        # Python takes bytecode for fresh by the time and size of its source.
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def run(tests: Sequence[str], copy: Path, limit: float) -> tuple[Outcome, str]:
    """Runs tests in the copy until the first one fails."""
    python = [test for test in tests if not test.startswith(FRONT_END)]
    typescript = [test.removeprefix(FRONT_END) for test in tests if test.startswith(FRONT_END)]
    deadline = time.monotonic() + limit
    try:
        if python:
            outcome = _pytest(python, copy, deadline)
            if outcome[0] is not Outcome.SURVIVED or not typescript:
                return outcome
        return _vitest(typescript, copy, deadline)
    except subprocess.TimeoutExpired:
        return Outcome.NOT_RUN, f"in {limit:.0f} s"


def _pytest(tests: Sequence[str], copy: Path, deadline: float) -> tuple[Outcome, str]:
    options = ["-x", "-q", "--no-header", "--tb=no", "-p", "no:randomly", "-p", "no:cacheprovider"]
    code, said = _process([sys.executable, "-m", "pytest", *options, *tests], copy, deadline)
    if code == 0:
        return Outcome.SURVIVED, ""
    failed = [
        line.split(" - ")[0].split("::")[-1] for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))
    ]
    if code != TESTS_FAILED or not failed:
        return Outcome.NOT_RUN, f"pytest ended with {code}: {said.strip().rpartition(chr(10))[2]}"
    return Outcome.KILLED, f"by {failed[0].partition(' - ')[0].rpartition('::')[2]}"


def _vitest(tests: Sequence[str], copy: Path, deadline: float) -> tuple[Outcome, str]:
    vitest = ["node_modules/vitest/vitest.mjs", "run", "--bail=1", "--reporter=json", *tests]
    code, said = _process([node(), *vitest], copy / "frontend", deadline)
    if code == 0:
        return Outcome.SURVIVED, ""
    with contextlib.suppress(ValueError, KeyError):
        report = json.loads(said[said.index("{") :])
        for file in report["testResults"]:
            for test in file["assertionResults"]:
                if test["status"] == "failed":
                    return Outcome.KILLED, f"by {test['title']!r}"
    return Outcome.NOT_RUN, f"Vitest ended with {code}"


def _process(command: Sequence[str], folder: Path, deadline: float) -> tuple[int, str]:
    """Runs a command in a session of its own, so that nothing which it started outlives it."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=pipe, stderr=subprocess.DEVNULL, text=True, start_new_session=True
    ) as process:
        try:
            said, _ = process.communicate(timeout=max(1.0, deadline - time.monotonic()))
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return process.returncode, said


def report(name: str, outcome: Outcome, more: str, began: float) -> None:
    line = f"{name:32} {outcome.value}{', ' if more else ''}{more} ({time.monotonic() - began:.0f} s)"
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _main()
    except KeyboardInterrupt:
        return 130


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description="Breaks the product on purpose.")
    known = {mutant.name: mutant for mutant in load()}
    parser.add_argument("name", nargs="*", help="only these mutants; all without a name")
    names = parser.parse_args().name
    if unknown := sorted(set(names) - set(known)):
        parser.error(f"no such mutant: {', '.join(unknown)}")
    chosen = [known[name] for name in names] or list(known.values())
    bad = 0
    with checkout() as copy:
        began = time.monotonic()
        tests = sorted({test for mutant in chosen if not mutant.lacks for test in mutant.tests})
        outcome, more = run(tests, copy, BASELINE_LIMIT) if tests else (Outcome.SURVIVED, "")
        if outcome is not Outcome.SURVIVED:
            sys.stdout.write(f"The tests fail without a mutant, so they prove nothing: {outcome.value} {more}\n")
            return 1
        sys.stdout.write(f"{len(tests)} tests and files pass without a mutant ({time.monotonic() - began:.0f} s)\n")
        for mutant in chosen:
            began = time.monotonic()
            outcome, more = try_out(mutant, copy)
            report(mutant.name, outcome, more, began)
            bad += outcome is not Outcome.KILLED
    sys.stdout.write(f"{len(chosen) - bad} of {len(chosen)} mutants killed\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
