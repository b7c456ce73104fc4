"""The sentence for each line that is not imported as it stands."""

import json

import pytest

from board.imports.draft import Problem, Then
from board.imports.reading import Kind, Read, read_text
from board.imports.sentences import sentence
from board.words import language


def said(text: str, kind: Kind) -> list[str]:
    found = read_text(text, kind)
    assert isinstance(found, Read)
    return [sentence(one) for one in found.draft.problems]


def record(*texts: str | None) -> str:
    ideas = [
        {"idea": str(at), "hidden": True} if text is None else {"idea": str(at), "text": text}
        for at, text in enumerate(texts)
    ]
    return json.dumps({"format": "shortlist-draft/1", "ideas": ideas})


ROOM = "".join(f"idea {n},group {n}\n" for n in range(1, 301))
OF_LINES = {
    "x" * 1204: ["Line 1: 1,204 characters, 1,000 at most."],
    "one\nbroken \ud800": ["Line 2: one of the characters is broken and cannot be kept."],
    "one\x07": ["Line 1: invisible control characters in it cannot be kept and are left out."],
    "one\n\none": ["Line 2: empty.", "Line 3: the same as line 1."],
    "\n".join(map(str, range(2001))): ["From line 2,001 on: one more idea than fits, 2,000 at most."],
    "\n".join(map(str, range(2350))): ["From line 2,001 on: 350 more ideas than fit, 2,000 at most."],
}
OF_TABLES = {
    f"idea,group\none,{'g' * 121}\n": [
        "Line 2: the name of its group has 121 characters, 120 at most; the idea is added without a group."
    ],
    "idea,group\none,\ud800\n": ["Line 2: the name of its group cannot be kept; the idea is added without a group."],
    f"idea,group\n{ROOM}last,one more\n": [
        "Line 302: there are 300 groups already; the idea is added without a group."
    ],
    "idea|group\none|A\n": [
        "The columns seem to be separated by “|”. Separate them with commas, semicolons or tabs.",
    ],
    "a,b\none,A\n": [
        "No column is called “idea” or “text”, only “a” and “b”. "
        "Give the column that holds the ideas one of these names in the first line."
    ],
    "author,idea\nAnn,one\n": ["Column “author” is not imported; only the idea and its group are."],
    f"idea,{','.join('abcdefgh')}\none\n": [
        "Columns “a”, “b”, “c”, “d”, “e”, “f” and 2 more are not imported; only the idea and its group are."
    ],
    "idea;group\nA;\n;;x\n": [
        "Line 3: 3 columns, where the first line has 2. "
        "A text with a comma or semicolon in it needs quotation marks around it."
    ],
    'idea,group\n"two,A\n': ["From line 2 on: a quotation mark is out of place, so nothing after it can be read."],
    "kind,group,text,note\nidea,A,,hidden\n": [
        "Line 2: the facilitator hid this idea, so its text is not in the file."
    ],
}
OF_RECORDS = {
    record("one", "one", "", " "): ["Idea 2: the same as idea 1.", "Ideas 3–4: empty."],
    record("one", None): ["1 idea was hidden by the facilitator and cannot be imported."],
    record("one", None, None): ["2 ideas were hidden by the facilitator and cannot be imported."],
    record(*map(str, range(2002))): ["From idea 2,001 on: 2 more ideas than fit, 2,000 at most."],
}
CASES = [
    (text, kind, sentences)
    for kind, cases in ((Kind.LINES, OF_LINES), (Kind.TABLE, OF_TABLES), (Kind.RECORD, OF_RECORDS))
    for text, sentences in cases.items()
]


@pytest.mark.parametrize(("text", "kind", "sentences"), CASES, ids=[sentences[0][:40] for _, _, sentences in CASES])
def test_each_problem_is_a_sentence_with_its_place(text: str, kind: Kind, sentences: list[str]) -> None:
    assert said(text, kind) == sentences


def test_the_sentence_is_in_the_language_of_whoever_reads_it() -> None:
    problem = Problem("ideas-windows-1252", Then.KEPT)
    before = sentence(problem)
    token = language.set("en-XA")
    disguised = sentence(problem)
    language.reset(token)
    assert disguised not in ("", before)
