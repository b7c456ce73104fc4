"""The table of mutants fits the sources, so that a refactoring cannot lose one of them unnoticed."""

import ast
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests import mutants
from tests.mutants import FRONT_END, ROOT, CannotApplyError, Mutant, Outcome, load, run, try_out
from tests.scale import installing

MUTANTS = load()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_mutant_can_be_put_in_and_its_tests_exist(mutant: Mutant) -> None:
    mutated = mutant.mutated(ROOT)
    if mutant.file.endswith(".py"):
        ast.parse(mutated)
    assert mutant.tests
    for test in mutant.tests:
        path, _, name = test.partition("::")
        assert (ROOT / path).is_file(), test
        assert not name or f"def {name}(" in (ROOT / path).read_text("utf-8"), test
        assert path.startswith(FRONT_END) == (not path.endswith(".py"))


def test_there_are_forty_with_names_of_their_own() -> None:
    assert len(MUTANTS) >= 40
    assert [name for name, count in Counter(mutant.name for mutant in MUTANTS).items() if count > 1] == []


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("module.py", "return 7", "its text occurs 0 times in module.py"),
        ("module.py", "return", "its text occurs 2 times in module.py"),
        ("elsewhere.py", "return", "elsewhere.py does not exist"),
    ],
)
def test_a_mutant_that_does_not_fit_is_told_apart(tmp_path: Path, file: str, text: str, why: str) -> None:
    (tmp_path / "module.py").write_text("def one():\n    return 1\n\n\ndef two():\n    return 2\n")
    mutant = Mutant("m", "nothing", file, text, "pass", ("test_module.py",))
    with pytest.raises(CannotApplyError, match=why):
        mutant.mutated(tmp_path)
    assert try_out(mutant, tmp_path) == (Outcome.NOT_APPLIED, why)


@pytest.mark.parametrize(
    ("code", "said", "outcome", "more"),
    [
        (0, "1 passed in 0.1s", Outcome.SURVIVED, ""),
        (1, "FAILED test_module.py::test_one - assert 2 == 1\n1 failed in 0.1s", Outcome.KILLED, "by test_one"),
        (2, "ERROR test_module.py\n1 error in 0.1s", Outcome.NOT_RUN, "pytest ended with 2: 1 error in 0.1s"),
        (4, "no tests ran in 0.1s", Outcome.NOT_RUN, "pytest ended with 4: no tests ran in 0.1s"),
    ],
)
def test_failed_tests_alone_kill_a_mutant_and_the_file_is_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str, outcome: Outcome, more: str
) -> None:
    module = tmp_path / "module.py"
    module.write_text("def one():\n    return 1\n")
    tested = []

    def process(command: Sequence[str], folder: Path, deadline: float) -> tuple[int, str]:
        tested.append((folder, command[-1], module.read_text()))
        return code, said

    monkeypatch.setattr(mutants, "_process", process)
    mutant = Mutant("m", "one is one", "module.py", "return 1", "return 2", ("test_module.py",))
    assert try_out(mutant, tmp_path) == (outcome, more)
    assert tested == [(tmp_path, "test_module.py", "def one():\n    return 2\n")]
    assert module.read_text() == "def one():\n    return 1\n"


def test_a_mutant_whose_tests_need_postgresql_is_not_tried_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "missing", lambda: ["postgresql"])
    module = tmp_path / "module.py"
    module.write_text("return 1")
    mutant = Mutant("m", "one is one", "module.py", "1", "2", ("tests/test_module.py", "tests/scale/test_module.py"))
    outcome, more = try_out(mutant, tmp_path)
    assert outcome is Outcome.NOT_RUN
    assert more.startswith("PostgreSQL is not installed")
    assert not replace(mutant, tests=mutant.tests[:1]).lacks


def test_tests_that_take_too_long_decide_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def process(command: Sequence[str], folder: Path, deadline: float) -> tuple[int, str]:
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(mutants, "_process", process)
    assert run(["test_module.py"], tmp_path, 30) == (Outcome.NOT_RUN, "in 30 s")


@pytest.mark.parametrize(
    ("code", "said", "outcome", "more"),
    [
        (0, "{}", Outcome.SURVIVED, ""),
        (1, '{"testResults": [{"assertionResults": [{"status": "passed", "title": "a"}]}]}', Outcome.NOT_RUN, "Vitest"),
        (1, '{"testResults": [{"assertionResults": [{"status": "failed", "title": "b"}]}]}', Outcome.KILLED, "by 'b'"),
        (1, "Error: no such file", Outcome.NOT_RUN, "Vitest ended with 1"),
    ],
)
def test_the_front_end_is_tested_by_vitest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str, outcome: Outcome, more: str
) -> None:
    monkeypatch.setattr(mutants, "_process", lambda command, folder, deadline: (code, said))
    told = run(["frontend/src/a.test.ts"], tmp_path, 30)
    assert told[0] is outcome
    assert told[1].startswith(more)
