"""The templates of all kinds of records: a file is made of its data and of templates, and of nothing else."""

import re

import pytest

from board.records.exports import typeset

SHARED = "/records/exports/typst/"
TEMPLATES = {f"/{file.relative_to(typeset.ROOT)}": file.read_text("utf-8") for file in typeset.ROOT.rglob("*.typ")}


def test_the_templates_of_all_kinds_are_found() -> None:
    assert {
        f"{SHARED}look.typ",
        f"{SHARED}paper.typ",
        "/recaps/exports/typst/recap.typ",
        "/decisions/exports/typst/record.typ",
    } <= set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_read_nothing_and_fetch_nothing(name: str) -> None:
    code = re.sub(r"//.*", "", TEMPLATES[name])
    assert not re.search(r"\b(eval|read|csv|yaml|toml|xml|cbor|image|plugin|include|bibliography)\(", code)
    folder = name.rpartition("/")[0]
    imported = {one if one.startswith("/") else f"{folder}/{one}" for one in re.findall(r'import "([^"]+)"', code)}
    assert imported <= set(TEMPLATES)
    assert code.count("import ") == len(re.findall(r'import "', code))
    assert set(re.findall(r"json\((\S+)\)", code)) <= {"bytes(sys.inputs.data)"}
