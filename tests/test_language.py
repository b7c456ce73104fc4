"""The style guide of CONTRIBUTING.md as patterns: phrases and names that the project does not use.

Files that are not edited yet are listed in `tests/data/unedited.toml` with their number of findings. The list only
shrinks: `python -m tests.test_language` prints the findings and lowers the numbers.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UNEDITED = ROOT / "tests/data/unedited.toml"
FOLDERS = ("board", "frontend/src", "frontend/test", "frontend/referee", "tests", "e2e", "bench", "docs")
ENDINGS = {".py", ".ts", ".tsx", ".mjs", ".css", ".html", ".ftl", ".md", ".toml"}
CODE = {".py", ".ts", ".tsx"}
# Built or fetched files, golden files and measured results, and the file that holds the patterns.
LEFT_OUT = {".cache", "static", "golden", "data", "results", "test_language.py"}

# A blank in a phrase also matches a line break, with the comment sign of the next line.
PHRASES = (
    r"\banew\b",
    r"\bof ours\b",
    r"\b(?:the|an) own\b",
    r"(?<!there\s)\b(?:is|are|was|were) no (?!longer|more\b|one\b|other\b|less\b|match\b)\w",
    r"\b(?:who|what) only\b",
    r"\bholds? that\b",
    r"\btells? of\b",
    r"\b(?:is|are|was|were|be|been|being) told\b(?! (?:apart|from|to)\b)",
    r"\b(?:is|are|was|were) (?:not )?said\b",
    r"\b(?:is|are) heard\b",
    r"\b(?:can|could|may|must|to|not) be had\b",
    r"\bbeside the road\b",
    r"\bin vain\b",
    r"\bbut for (?!now\b)",
    r"\bso many an?\b",
    r"\b(?:nobody|nothing) is (?:asked|waited)\b",
    r"\bnobody's (?!type\b)",
    r"\b(?:to|by|for|of|is) nobody\b(?! else| in particular)",
    r"\bthe way out\b",
    r"\bsuffered\b",
    r"\byet to say\b",
    # "Who comes now reads what is stored": a clause as the subject. Questions and headings stay.
    r"(?:\. |; |(?<!#)# |// )Who (?!may\b|can\b|has to\b|is asked\b|needs\b)[a-z]+ [^?|\n]*[.:,]",
    r"\bwho comes\b",
)
# Old names of things that have one name in their field now.
NAMES = re.compile(
    r"\b(?:Turn|Pulse|Resync|Teller|FirstState|Pace|Ledger|CommandItem|carry_out|outgoing|head_start)\b(?! [a-z])"
)
# Old names of files, as far as the name says nothing alone.
STEMS = {
    "acts", "aim", "carry", "chunks", "desk", "glass", "head-start", "hold", "land", "let-in", "mark", "obtain",
    "offers", "outgoing", "pace", "soon", "take-away", "wire",
}  # fmt: skip

BASE = "18c273c"
"""the last commit whose subject was not yet judged"""
SUBJECT = re.compile(
    r"^[a-z][a-z0-9_/.-]*(?:\([a-z0-9_/.-]+\))?(?:, [a-z0-9_/.-]+)*: (?!(?:hold|say) that|tell of)[^A-Z\s].*[^.]$"
)
LONGEST_SUBJECT = 72

_PATTERNS = [
    re.compile(phrase.replace(" ", r"(?:\s+(?:(?:#|//|\*)\s)?)"), re.IGNORECASE if phrase.islower() else 0)
    for phrase in PHRASES
]


def texts() -> Iterator[Path]:
    inside = (file for folder in FOLDERS for file in (ROOT / folder).rglob("*"))
    for file in chain(ROOT.glob("*.*"), [ROOT / "Makefile"], (ROOT / "frontend").glob("*.*"), inside):
        within = set(file.relative_to(ROOT).parts)
        if (file.suffix in ENDINGS or file.name == "Makefile") and not LEFT_OUT & within:
            yield file


def findings(text: str, *, ending: str = ".py", stem: str = "") -> list[tuple[int, str]]:
    """The line and the words of each forbidden phrase or name. In Markdown, quotations in backquotes are left out."""
    if ending == ".md":
        text = re.sub(r"`[^`\n]*`", lambda found: " " * len(found[0]), text)
    patterns = [*_PATTERNS, NAMES] if ending in CODE else _PATTERNS
    found = [(text.count("\n", 0, one.start()) + 1, one[0]) for pattern in patterns for one in pattern.finditer(text)]
    if stem.split(".")[0] in STEMS and ending in CODE:
        found.append((0, f"a file that is called {stem}"))
    return sorted(found)


def everything_found() -> dict[str, list[tuple[int, str]]]:
    found = {
        str(file.relative_to(ROOT)): findings(file.read_text("utf-8"), ending=file.suffix, stem=file.stem)
        for file in texts()
    }
    return {path: some for path, some in sorted(found.items()) if some}


def listed() -> dict[str, int]:
    return {path: int(count) for path, count in tomllib.loads(UNEDITED.read_text("utf-8")).items()}


def complaints(found: dict[str, list[tuple[int, str]]], allowed: dict[str, int]) -> Iterator[str]:
    for path, some in found.items():
        if len(some) > allowed.get(path, 0):
            yield f"{path}: write these as CONTRIBUTING.md asks: " + "; ".join(
                f"line {line}: {one!r}" for line, one in some
            )
    for path, count in allowed.items():
        left = len(found.get(path, []))
        if left < count:
            yield f"{path}: {left} left of {count}; run `python -m tests.test_language` to lower the list"


def subjects() -> list[str]:
    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True)  # noqa: S607

    try:
        base = git("merge-base", "--is-ancestor", BASE, "HEAD")
    except FileNotFoundError:
        pytest.skip("there is no git to ask for commits")
    if base.returncode:
        pytest.skip(f"the history does not reach back to {BASE}")
    return git("log", "--no-merges", "--format=%s", f"{BASE}..HEAD").stdout.splitlines()


def test_texts_follow_the_style_guide() -> None:
    assert list(complaints(everything_found(), listed())) == []


def test_subjects_of_commits_name_an_area_and_fit_into_a_line() -> None:
    wrong = [
        one for one in subjects() if len(one) > LONGEST_SUBJECT or not SUBJECT.match(one) or findings(one, ending="")
    ]
    assert wrong == [], "write `area: imperative summary` in at most 72 characters"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("making states anew", "re-encoding the state"),
        ("programs of ours", "our programs"),
        ("a voter finds the own dots", "a voter finds their own dots"),
        ("Text that is no address", "Text that is not an address"),
        ("it is\n    # no address", "there is no address"),
        ("Who only comes writes nothing", "Arrivals never write to the document"),
        ("Hold that the limit is kept", "The limit holds for that client"),
        ("Tell of scrolling without a bound", "bench: report scroll time without a threshold"),
        ("An author is told of it", "Two cards can be told apart by their colour"),
        ("Storage in trouble is said", "A storage failure switches the server to read-only"),
        ("`HOST` and `PORT` are heard too", "`HOST` and `PORT` are accepted as well"),
        ("A decision can be had as .html", "Decisions are available as .html"),
        ("Tried in vain", "An attempt that fails"),
        ("all of them but for the last", "all of them except the last"),
        ("so many a second", "at most 30 a second"),
        ("is nobody's business", "is not reported"),
        ("# Who asked first gives up.", "# Who may give a command in a phase"),
        ("turn = Turn(board)", "Turn the empty offices into flats"),
        ("def carry_out(statement)", "def execute(statement)"),
    ],
)
def test_the_patterns_find_the_phrase_and_not_its_replacement(before: str, after: str) -> None:
    assert findings(before)
    assert findings(after) == []


@pytest.mark.parametrize(
    ("found", "allowed", "problem"),
    [
        ({"new.py": [(1, "anew")]}, {}, "new.py: write these"),
        ({"old.py": [(1, "anew"), (2, "anew")]}, {"old.py": 1}, "old.py: write these"),
        ({"old.py": [(1, "anew")]}, {"old.py": 2}, "old.py: 1 left of 2"),
        ({}, {"gone.py": 1}, "gone.py: 0 left of 1"),
        ({"old.py": [(1, "anew")]}, {"old.py": 1}, ""),
    ],
)
def test_the_list_only_shrinks(found: dict[str, list[tuple[int, str]]], allowed: dict[str, int], problem: str) -> None:
    assert [one[: len(problem)] for one in complaints(found, allowed)] == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("subject", "fits"),
    [
        ("sync: send late joiners a fresh snapshot", True),
        ("docs, tests: say journal and tick in plain terms", True),
        ("test(rate-limit): a client that honours Retry-After is accepted again", True),
        ("Give who comes after a rest one state alone", False),
        ("sync: Send a snapshot", False),
        ("sync: send a snapshot.", False),
        ("tests: hold that whoever waits is heard again", False),
    ],
)
def test_a_subject_is_an_area_and_an_imperative(subject: str, fits: bool) -> None:
    assert bool(SUBJECT.match(subject)) is fits


if __name__ == "__main__":
    everything, old = everything_found(), listed()
    for name, some in everything.items():
        for number, words in some:
            sys.stdout.write(f"{name}:{number}: {words!r}\n")
    fewer = {name: min(count, len(everything.get(name, []))) for name, count in old.items()}
    UNEDITED.write_text("".join(f'"{name}" = {count}\n' for name, count in sorted(fewer.items()) if count), "utf-8")
