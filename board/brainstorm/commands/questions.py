"""Questions about ideas: anybody asks without a name, and the browser that holds the idea's claim secret answers."""

from board.brainstorm.commands.ideas import own
from board.brainstorm.commands.registry import handles
from board.brainstorm.phases.covering import cover, uncover
from board.brainstorm.phases.waiting_changes import wait_to_answer, wait_to_ask
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext
from board.canvas import text as texts
from board.canvas.ideas import IdeaState
from board.canvas.questions import Asked
from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol import limits
from board.protocol.commands import AnswerQuestion, Ask, HideQuestion
from board.protocol.document import Question
from board.protocol.refusals import Refusal


def known(context: CommandContext, command: Ask) -> Answer | None:
    """The answer to a question that was stored before: its id is the idempotency key."""
    board = context.board
    there = board.document.questions.get(command.question) or board.waiting_questions.get(command.question)
    if there is None:
        return None
    stored = board.covered_questions.get(command.question) or there
    same = (there.idea, stored.text) == (command.idea, texts.trimmed(command.text))
    return OK if same else refuse(Refusal.ID_TAKEN)


def _all(board: Board) -> dict[str, Question | Asked]:
    return {**board.document.questions, **board.waiting_questions}


@handles
def ask(context: CommandContext, command: Ask) -> Answer:
    """Asks about an idea that everybody can read. The others see the question later."""
    board, text = context.board, texts.trimmed(command.text)
    idea = board.ideas.get(command.idea)
    if command.idea not in board.document.ideas:
        return refuse(Refusal.IDEA_HIDDEN if idea and idea.state is IdeaState.COVERED else Refusal.NO_IDEA)
    if no := texts.check(text, most=limits.ASKED):
        return refuse(no)
    if no := _no_more(context, command.idea):
        return refuse(no)
    wait_to_ask(context, command.question, Asked(command.idea, text))
    context.use("questions")
    return OK


def _no_more(context: CommandContext, idea: str) -> Refused | None:
    asked, usage = _all(context.board), context.board.usage
    # A person at their own limit must not see, again and again, whether somebody else's question waits.
    if usage.of("questions", context.person.token) >= context.limits.questions_each:
        return Refused(Refusal.OWN_QUESTIONS, limit=context.limits.questions_each)
    if no := context.check_room("questions", total=len(asked)):
        return no
    if sum(one.idea == idea for one in asked.values()) >= limits.QUESTIONS_OF_IDEA:
        return Refused(Refusal.ENOUGH_QUESTIONS, limit=limits.QUESTIONS_OF_IDEA)
    return None


@handles
def answer_question(context: CommandContext, command: AnswerQuestion) -> Answer:
    """Answers a question about one's own idea, or replaces the answer. The others see it later."""
    board, text = context.board, texts.trimmed(command.text)
    question = board.document.questions.get(command.question)
    if question is None:
        return refuse(Refusal.NO_QUESTION)
    idea = own(context, question.idea, command.secret)
    if isinstance(idea, Refused):
        return refuse(Refusal.ONLY_AUTHOR_ANSWERS if idea.code is Refusal.NOT_YOURS else idea)
    if question.hidden:
        return refuse(Refusal.QUESTION_HIDDEN)
    if no := texts.check(text, most=limits.ANSWER):
        return refuse(no)
    wait_to_answer(context, command.question, text)
    return OK


@handles
def hide_question(context: CommandContext, command: HideQuestion) -> Answer:
    """Takes a question and its answer from every screen at once. The way back is kept."""
    board, key = context.board, command.question
    question = board.document.questions.get(key)
    if question is None:
        return refuse(Refusal.NO_QUESTION)
    if question.hidden is command.hidden:
        return OK
    if command.hidden:
        cover(board, key)
    elif question.idea in board.document.ideas:
        uncover(board, key)
    else:
        return refuse(Refusal.IDEA_HIDDEN)
    return OK
