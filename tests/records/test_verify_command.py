"""`board verify` as a command: its output and its exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.decisions.kept import CONTENT
from tests.recaps import kept as recap

ROOT = Path(__file__).parents[2]


def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("BOARD_")}
    command = [sys.executable, "-m", "board", "verify", *arguments]
    return subprocess.run(command, cwd=ROOT, env=inherited | settings, capture_output=True, text=True)


def test_the_command_says_it_and_exits_with_it(file: Path, tmp_path: Path) -> None:
    database = tmp_path / "none" / "board.db"
    ended = run(str(file), BOARD_DATABASE_URL=f"sqlite:///{database}")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[0] == "This is a decision record, in the exact form in which records are kept."
    assert not database.parent.exists(), "it looks and makes nothing"
    file.write_bytes(CONTENT.replace(b"pilot", b"build"))
    assert run(str(file)).returncode == 1
    assert run(str(tmp_path / "nothing")).returncode == 2
    assert run().returncode == 2
    wrong = run(str(file), BOARD_PORT="eighty")
    assert (wrong.returncode, "BOARD_PORT" in wrong.stderr) == (2, True)


def test_the_command_knows_recaps(tmp_path: Path) -> None:
    path = tmp_path / f"{recap.SHA256}.json"
    path.write_bytes(recap.CONTENT)
    ended = run(str(path))
    assert (ended.returncode, ended.stdout.split(",")[0]) == (0, "This is the recap of a work session")


@pytest.mark.parametrize("arguments", [["--help"], ["verify", "FILE"]], ids=" ".join)
def test_a_command_without_a_server_loads_no_part_of_one(file: Path, arguments: list[str]) -> None:
    code = f"""
import sys
from board.__main__ import main
sys.argv = ["board", *{[str(file) if one == "FILE" else one for one in arguments]!r}]
try:
    main()
except SystemExit as ended:
    heavy = {{"litestar", "pycrdt", "sqlalchemy", "typst", "uvicorn"}} & sys.modules.keys()
    print("loaded:", sorted(heavy), "ended with", ended.code)
"""
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "loaded: [] ended with 0"


def test_the_help_and_the_verdict_are_in_the_language_of_the_setting(file: Path) -> None:
    for arguments in (["--help"], [str(file)]):
        ended = run(*arguments, BOARD_LANGUAGE="en-XA")
        assert (ended.returncode, "⟦" in ended.stdout) == (0, True)
    assert "⟦" not in run("--help", BOARD_LANGUAGE="none").stdout
