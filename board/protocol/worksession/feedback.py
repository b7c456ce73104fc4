"""The commands for replies to a recap: the lead lets them in, answers or deletes them.

They may be given in any session of the chain: replies wait there until somebody answers.
"""

from typing import Literal

from board.protocol.command import Uuid
from board.protocol.worksession.command import ALWAYS, OWNING, SessionCommand


class ShowFeedback(SessionCommand, by=OWNING, during=ALWAYS):
    """Whether readers of the recap see a reply."""

    feedback: Uuid
    shown: bool


class AnswerFeedback(SessionCommand, by=OWNING, during=ALWAYS):
    """What became of it. Whoever wrote the reply finds the answer on the page of the recap."""

    feedback: Uuid
    answer: Literal["changed", "not_yet"]
    note: str | None = None


class DeleteFeedback(SessionCommand, by=OWNING, during=ALWAYS):
    feedback: Uuid


OF_FEEDBACK: tuple[type[SessionCommand], ...] = (ShowFeedback, AnswerFeedback, DeleteFeedback)
