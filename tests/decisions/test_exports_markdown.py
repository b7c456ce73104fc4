"""Markdown: what people wrote comes back whole, becomes nothing else, and calls nobody."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from board.decisions import record
from board.decisions.exports import markdown
from board.records.exports.escaping import escaped
from tests.decisions import readers, samples

HOSTILE = record.build(samples.hostile())


def test_markdown_says_what_people_wrote_and_nothing_else() -> None:
    told = readers.unescaped(markdown.render(HOSTILE).decode())
    for text in samples.HOSTILE:
        assert "<br>".join(line.strip() for line in text.strip().splitlines()) in told


def test_a_real_reader_of_markdown_reads_what_people_wrote() -> None:
    """CommonMark with tables: the texts come back whole, and nothing of them became anything else."""
    told = readers.markdown(markdown.render(HOSTILE))
    read = ["\n".join(line.strip() for line in block.splitlines()) for block in told.blocks]
    everything = readers.INVISIBLE.sub("", "\n\n".join(read))
    for text in (*samples.HOSTILE, HOSTILE["question"]):
        lines = "\n".join(line.strip() for line in text.strip().splitlines())
        assert readers.INVISIBLE.sub("", re.sub(" +", " ", lines)) in re.sub(" +", " ", everything)
    ours = {
        "h1",
        "h2",
        "h3",
        "p",
        "strong",
        "em",
        "ul",
        "li",
        "br",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert told.elements <= ours
    assert markdown.render(HOSTILE).decode().count("`") == 2 + 4 * markdown.render(HOSTILE).decode().count("\\`") // 4


def test_markdown_calls_nobody() -> None:
    """A tracker that reads "@somebody" sends them a message."""
    assert not re.search(r"(?<![\w.])@\w", markdown.render(HOSTILE).decode())
    assert escaped("mail a@b.example") == "mail a@b.example"


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_markdown_escapes_can_be_taken_back(text: str) -> None:
    assume("@\u2060" not in text)
    made = escaped(text)
    lines = re.split(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]", text)
    assert [readers.unescaped(line) for line in made.split("<br>")] == [line.strip() for line in lines]
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]#|~&]", made)
    assert not re.search(r"(?<!\\)(?:\\\\)*<(?!br>)", made)


@pytest.mark.parametrize("line", ["- a", "+ a", "= a", "1. a", "23) a", ": a", "# a", "> a", "```", "* a", "| a |"])
def test_no_line_of_people_begins_a_block(line: str) -> None:
    assert not re.match(r"[-+=:#>`*|]|\d+[.)]", escaped(line))
