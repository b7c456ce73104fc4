"""CONTRIBUTING.md names files that exist, and lists all files that a command, format, phase view or sentence needs."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
PATH = re.compile(r"`([\w.*-]+(?:/[\w.*-]*)+|[A-Z]+\.md)`")


def section(title: str) -> str:
    return GUIDE.split(f"\n### {title}\n", 1)[1].split("\n#", 1)[0]


def always(text: str) -> list[str]:
    """The numbered files of a section."""
    return re.findall(r"^\d\. `([^`]+)`", text, re.MULTILINE)


def sometimes(text: str) -> list[str]:
    """The files after its dashes."""
    items = re.findall(r"^- .*(?:\n  .*)*", text, re.MULTILINE)
    return [path for item in items for path in PATH.findall(item)]


def product() -> Iterator[Path]:
    yield ROOT / "README.md"
    for folder in ("board", "frontend/src"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in {".py", ".ts", ".tsx", ".ftl", ".html"} and not re.search(
                r"\.test\.|/static/", str(file)
            ):
                yield file


def naming(pattern: str) -> list[str]:
    """The product files in which the pattern is found."""
    return sorted(
        str(file.relative_to(ROOT)) for file in product() if re.search(pattern, file.read_text("utf-8"), re.MULTILINE)
    )


def matches(path: str, listed: str) -> bool:
    return fnmatch(path, f"{listed}*" if listed.endswith("/") else listed)


def missing(title: str, found: list[str]) -> tuple[list[str], list[str]]:
    """The files that the section does not list, and its numbered ones that are not needed.

    A pattern such as `commands/*.py` stands for one file that is not listed by name.
    """
    numbered, others = always(section(title)), sometimes(section(title))
    unlisted, unneeded = [path for path in found if path not in numbered], []
    for one in sorted(numbered, key=lambda one: one.endswith("/")):
        fitting = [path for path in unlisted if matches(path, one)]
        if not fitting and one not in found:
            unneeded.append(one)
        for path in fitting if one.endswith("/") else fitting[:1]:
            unlisted.remove(path)
    return [path for path in unlisted if not any(matches(path, one) for one in others)], unneeded


@pytest.mark.parametrize("path", sorted(set(PATH.findall(GUIDE))))
def test_every_path_exists(path: str) -> None:
    assert list(ROOT.glob(path.rstrip("/")))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z]+)\b", GUIDE.split("## Layout")[0]))))
def test_every_make_target_exists(target: str) -> None:
    assert target in TARGETS


@pytest.mark.parametrize("command", ["HighlightIdea", "SignIdea", "CloseConsent"])
def test_the_files_of_a_command_are_listed(command: str) -> None:
    wire = re.sub(r"(?<!^)(?=[A-Z])", "_", command).lower()
    method = command[0].lower() + command[1:]
    assert missing("A command", naming(rf"\b(?:{command}|{wire}|{method})\b")) == ([], [])


@pytest.mark.parametrize("command", ["SetGoal", "NameVersion", "SettleParked", "TickCondition"])
def test_the_files_of_a_command_of_a_session_are_listed(command: str) -> None:
    wire = re.sub(r"(?<!^)(?=[A-Z])", "_", command).lower()
    assert missing("A command of a work session", naming(rf"\b(?:{command}|{wire})\b")) == ([], [])


@pytest.mark.parametrize(("ending", "module"), [("md", "markdown"), ("csv", "csv")])
def test_the_files_of_an_export_format_are_listed(ending: str, module: str) -> None:
    found = naming(rf'ending="{ending}"|board\.decisions\.exports import [^\n]*\b{module}\b|`\.png`[^\n]*`\.{ending}`')
    renderer = f"board/decisions/exports/{module}.py"
    assert (ROOT / renderer).exists()
    assert missing("An export format", [*found, renderer]) == ([], [])


@pytest.mark.parametrize("phase", ["vote", "decide"])
def test_the_files_of_a_phase_view_are_listed(phase: str) -> None:
    entry = f"frontend/src/board/app/each/{phase}.ts"
    views = re.findall(r'from "\.\./\.\./phases/([\w/-]+)"', (ROOT / entry).read_text("utf-8"))
    found = [
        entry,
        *(f"frontend/src/board/phases/{view}.tsx" for view in views),
        *naming(rf'each/{phase}"'),
        *(path for path in naming(rf'^\s+"?{phase}"?: [(\[]') if "words" in path),
    ]
    assert missing("A phase view", found) == ([], [])


def test_the_files_of_a_sentence_are_listed() -> None:
    found = naming(r"\bboard-cancel\b")
    assert missing("A sentence", [path for path in found if "say(" not in (ROOT / path).read_text("utf-8")]) == ([], [])
