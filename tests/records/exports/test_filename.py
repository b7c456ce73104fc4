"""The names of saved files."""

import pytest

from board.decisions.record import KIND
from board.records.exports import filename


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How can homes here become affordable again?", "how-can-homes-here-become-affordable-again"),
        ('What’s next? / \\ : * " < > |', "whats-next"),
        ("", "decision"),
        ("🏡🏡", "decision"),
        ("住房应该怎么办?", "住房应该怎么办"),
        ("x" * 300, "x" * 60),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_files_are_called_after_the_question(question: str, expected: str) -> None:
    assert filename.stem(question, KIND.name) == expected
    header = filename.disposition(KIND.name, question + '"\r\nX: y', "md")
    assert "\r" not in header
    assert "\n" not in header
    assert header.isascii()
