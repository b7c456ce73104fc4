"""What pages know of a text: headings, length, words, and whether anything was written."""

import pytest

from board.protocol.worksession import limits
from board.protocol.worksession.document import Heading
from board.worksessions.rules.outline import outline, words_of

TEXT = """# The zoning change

## Areas

```
## not a heading
```

## Heights and  parking ##
### Heights
##
####### seven
## Speed
#hashtag
"""


def test_headings_are_lines_with_marks_and_words_outside_of_code() -> None:
    assert outline(TEXT).headings == (
        Heading("The zoning change", 1),
        Heading("Areas", 2),
        Heading("Heights and  parking", 2),
        Heading("Heights", 3),
        Heading("Speed", 2),
    )


def test_headings_beyond_the_limits_are_no_places() -> None:
    many = "".join(f"## {number}\n" for number in range(limits.HEADINGS + 5))
    found = outline(f"## {'x' * (limits.HEADING + 1)}\n## {'y' * limits.HEADING}\n{many}").headings
    assert [one.words for one in found[:2]] == ["y" * limits.HEADING, "0"]
    assert len(found) == limits.HEADINGS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("- [ ] ring Iris\n- **two** words", 4),
        ("Zoë and Žižek met", 4),
        ("done 🎉 👩‍👩‍👧 at last", 3),
        ("שלום עולם", 2),
        ("हिन्दी में", 2),
        ("価格は 400 円です", 7),
        ("see [the plan](../drafts/plan-b.md) or https://example.org/x", 4),
        ("don’t stop -- ***", 2),
    ],
)
def test_words(text: str, words: int) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("", 0, False),
        ("# A brief\n\n## Scope  #\n\n", 0, False),
        ("# A brief\n\nIt begins.", 2, True),
        ("# A brief\n\n🎉", 0, True),
        ("```\n# A brief\n```", 2, True),
    ],
)
def test_what_stands_outside_the_headings_was_written(text: str, words: int, written: bool) -> None:
    found = outline(text)
    assert (found.characters, found.words, found.written) == (len(text), words, written)
