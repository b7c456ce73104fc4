"""Every command of a work session has a function."""

from board.protocol.worksession.commands import KINDS
from board.worksessions.commands.dispatch import HANDLERS


def test_every_command_has_one_handler() -> None:
    assert set(HANDLERS) == set(KINDS)
