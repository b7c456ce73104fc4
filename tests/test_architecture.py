"""What keeps the house readable: who imports whom, how long a module gets, what it may be called."""

import ast
import logging
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parent.parent
LONGEST = 300
MOST_MODULES = 15
"""in one folder of the server, its charter not counted"""
MOST_ANY = 30
REASON = re.compile(r"# (?:Any:|noqa: ANN401) \w")
# Such a name says that the noun is missing.
NO_NOUNS = {"util", "utils", "common", "helper", "helpers", "core", "manager", "managers", "misc"}


def files(*folders: str, endings: tuple[str, ...] = (".py", ".ts", ".tsx", ".css")) -> Iterator[Path]:
    for folder in folders:
        for file in (ROOT / folder).rglob("*"):
            within = file.relative_to(ROOT).parts
            # What was built or fetched is nobody's to read.
            if file.suffix in endings and not {"static", ".cache"} & set(within):
                yield file


def named(paths: Iterator[Path]) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in paths)


@pytest.fixture
def loggers_enabled() -> Iterator[None]:
    """import-linter configures logging and disables every logger that exists; later tests read what ours log."""
    yield
    for name in logging.root.manager.loggerDict:
        logging.getLogger(name).disabled = False


@pytest.mark.usefixtures("loggers_enabled")
def test_packages_import_downwards_and_rules_stay_pure(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    long = (
        file
        for file in files("board", "frontend/src", "frontend/test", "tests", "e2e", "bench")
        if ".generated" not in file.suffixes and len(file.read_text("utf-8").splitlines()) > LONGEST
    )
    assert named(long) == []


def test_no_folder_of_the_server_holds_more_modules_than_can_be_surveyed() -> None:
    modules = Counter(file.parent for file in files("board", endings=(".py",)) if file.name != "__init__.py")
    crowded = {str(folder.relative_to(ROOT)): count for folder, count in modules.items() if count > MOST_MODULES}
    assert crowded == {}


def test_no_test_waits_for_the_clock() -> None:
    asleep = (file for file in files("tests") if re.search(r"\bsleep\(", file.read_text("utf-8")))
    assert named(asleep) == []


def test_everything_is_called_by_its_noun() -> None:
    vague = (
        file
        for file in files("board", "frontend/src", "frontend/test", "tests", "e2e")
        if NO_NOUNS & {word for part in file.relative_to(ROOT).parts for word in re.split(r"[^a-z]+", part.lower())}
    )
    assert named(vague) == []


def test_every_package_has_a_charter_and_every_module_says_what_it_is() -> None:
    silent = (
        file
        for file in files("board", endings=(".py",))
        if ast.get_docstring(ast.parse(file.read_text("utf-8"))) is None
    )
    assert named(silent) == []


def test_one_module_inserts_into_the_text_and_deletes_from_it() -> None:
    """The library counts bytes of UTF-8 and everybody else code points: one module converts."""
    importing = re.compile(r"from pycrdt import .*\bText\b")
    found = [file.name for file in files("board", endings=(".py",)) if importing.search(file.read_text("utf-8"))]
    assert found == ["co_written.py"]


def test_any_is_rare_on_the_server_and_says_why() -> None:
    """A number that only falls: what is read from outside is decoded into a type, and what is handed on is `object`."""
    found = [use for file in files("board", endings=(".py",)) for use in uses_of_any(file)]
    assert [f"{file}: {line}" for file, line in found if not REASON.search(line)] == []
    assert len(found) <= MOST_ANY, "\n".join(f"{file}: {line}" for file, line in found)


def uses_of_any(file: Path) -> Iterator[tuple[str, str]]:
    """Each `Any` in a module with its line, those in annotations that are strings included."""
    source = file.read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id="Any"):
                times = 1
            case ast.Constant(value=str(text)) if "\n" not in text:
                times = len(re.findall(r"[\[ ]Any\b(?=[\],])", text))
            case _:
                continue
        yield from [(file.name, source.splitlines()[node.lineno - 1])] * times
