"""ARCHITECTURE.md and SECURITY.md name what is there: files, packages, tests, and what a browser keeps."""

import re
from pathlib import Path

import pytest

from board.people.cookie import cookie_name
from board.web import cookie_check, start
from board.worksessions.http.access import COOKIE
from board.worksessions.http.replies import claim_name

ROOT = Path(__file__).parent.parent
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
STORAGE = (ROOT / "frontend/src/browser-storage.ts").read_text("utf-8")


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| ") and "`" in line]


NAMED = sorted({path for row in rows(ARCHITECTURE) for path in re.findall(r"`([\w./*-]+(?:\.\w+|/))`", row)})


def exists(path: str) -> bool:
    """From the root, or from wherever the row says it is: a short name may stand for one file in each package."""
    name = path.rstrip("/")
    return any(True for base in ("", "board/**/", "frontend/src/**/") for _ in ROOT.glob(base + name))


@pytest.mark.parametrize("path", NAMED)
def test_what_the_architecture_names_exists(path: str) -> None:
    assert exists(path)


def test_the_architecture_names_every_package() -> None:
    packages = {file.parent.relative_to(ROOT).as_posix() for file in (ROOT / "board").glob("*/__init__.py")}
    packages |= {f"frontend/src/{one.name}" for one in (ROOT / "frontend/src").iterdir() if one.is_dir()}
    for parent in ("brainstorm", "worksessions"):
        packages |= {one.parent.relative_to(ROOT).as_posix() for one in (ROOT / "board" / parent).glob("*/__init__.py")}
    assert [one for one in sorted(packages) if f"{one}/" not in ARCHITECTURE] == []


@pytest.mark.parametrize("test", sorted(set(re.findall(r"`([\w./-]+?(?:test_\w+\.py|\.test\.tsx?))`", SECURITY))))
def test_every_test_that_shows_something_exists(test: str) -> None:
    found = list((ROOT / "frontend/src").rglob(test)) if test.endswith((".ts", ".tsx")) else []
    assert found or (ROOT / test).is_file() or (ROOT / "tests" / test).is_file()


def test_what_a_browser_keeps_is_listed_and_nothing_else() -> None:
    table = SECURITY.split("## What a browser keeps")[1].split("\n## ")[0]
    listed = {name for row in rows(table) for name in re.findall(r"`([^`]+)`", row.split("|")[1])}
    kept = re.findall(r'(?:key: |return )["`](\w+[:/][^"`]+)["`]', STORAGE)
    kept += [
        cookie_check.NAME,
        start.NAME,
        f"{COOKIE}_${{chain}}",
        cookie_name("${id}", secure=False),
        claim_name("${recap}"),
    ]
    patterns = {key: re.sub(r"\$\{\w+\}", r"[^:/]+", key) for key in kept}
    # What begins with a listed name is listed.
    begun = tuple(pattern for pattern in patterns.values() if pattern.endswith("/"))
    unlisted = {key for key, pattern in patterns.items() if not any(re.match(pattern, name) for name in listed)}
    assert [key for key in unlisted if not any(re.match(pattern, key) for pattern in begun)] == []
    assert [name for name in listed if not any(re.match(pattern, name) for pattern in patterns.values())] == []
