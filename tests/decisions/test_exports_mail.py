"""The mail: what was decided in ten lines."""

import pytest

from board.decisions import record
from board.decisions.exports import mail
from board.records import canonical
from tests.decisions import samples


@pytest.mark.parametrize("name", ["housing", "recommendation", "alone", "crowd", "hostile"])
def test_the_mail_has_ten_lines_at_most(name: str) -> None:
    told = record.build(getattr(samples, name)())
    lines = mail.render(told, "https://example.org/decisions/1").splitlines()
    assert 7 <= len(lines) <= 10
    assert max(map(len, lines)) <= mail.LONGEST + 1
    assert "https://example.org/decisions/1" in lines[-2]
    assert canonical.digest(canonical.encode(told)) in lines[-1]
