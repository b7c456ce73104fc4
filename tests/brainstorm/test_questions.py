"""Questions about ideas: who may ask, answer and hide, how many there are, and when they go."""

import pytest

from board.brainstorm.commands.ideas import _secret
from board.brainstorm.phases import waiting_changes
from board.brainstorm.phases.waiting_changes import release_all
from board.brainstorm.state.values import What
from board.canvas.ideas import Idea, IdeaState, sealed
from board.errors import AtLimit, Refused
from board.live.commands import OK, Answer
from board.people.cookie import Person
from board.protocol import limits
from board.protocol.document import Question
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from tests.brainstorm.in_memory import Table, facilitator, new, participant

SECRET, OTHER = "A" * 22, "B" * 21 + "A"
PIA, BEN, FAY = participant(), participant(), facilitator()


class Reading(Table):
    """A board in Read. Its ideas have one author, who holds SECRET."""

    def __init__(self, ideas: int = 1, **limits: int) -> None:
        super().__init__(Phase.REVEAL, **limits)
        self.ideas = self.show(ideas)
        for idea in self.ideas:
            self.board.ideas[idea] = Idea(IdeaState.SHOWN, None, sealed(_secret(SECRET)))

    @property
    def questions(self) -> dict[str, Question]:
        return self.board.document.questions

    def asks(self, person: Person = BEN, **fields: object) -> Answer:
        return self.give(person, "ask", **({"question": new(), "idea": self.ideas[0], "text": "Why?"} | fields))

    def answers(self, question: str, text: str = "Because.", secret: str = SECRET) -> Answer:
        return self.give(PIA, "answer_question", question=question, text=text, secret=secret)

    def hides(self, question: str, *, hidden: bool = True) -> Answer:
        return self.give(FAY, "hide_question", question=question, hidden=hidden)

    def asked(self, text: str = "Why?", *, by: Person = BEN, **fields: object) -> str:
        """A question that everybody reads."""
        question = new()
        assert self.asks(by, question=question, text=text, **fields) is OK
        self.releases()
        return question

    def releases(self) -> None:
        with self.board.change():
            release_all(self.board)


@pytest.fixture
def reading() -> Reading:
    return Reading()


def code(answer: Answer) -> Refusal | None:
    return answer.reason.code if answer.reason else None


def test_a_question_and_its_answer(reading: Reading) -> None:
    question = reading.asked("  Why not both?\n")
    assert reading.questions == {question: Question(reading.ideas[0], "Why not both?")}
    for text in ("Because.", " Because of the rain. "):
        assert reading.answers(question, text) is OK
        assert reading.questions[question].answer is None, "it waits"
    reading.releases()
    assert reading.questions[question] == Question(reading.ideas[0], "Why not both?", "Because of the rain.")
    assert reading.answers(question, "It was the snow.") is OK
    reading.releases()
    assert reading.questions[question].answer == "It was the snow."


def test_the_facilitator_who_takes_part_asks_too(reading: Reading) -> None:
    assert reading.asks(FAY) is OK
    assert FAY.seat in reading.board.seats


def test_the_text_of_a_question_or_an_answer_is_judged_as_that_of_an_idea(reading: Reading) -> None:
    question = reading.asked()
    for text, why in (
        (" \u200b\n", Refusal.EMPTY),
        ("x" * (limits.ASKED + 1), Refusal.TOO_LONG),
        ("a\0b", Refusal.CONTROL_CHARACTER),
        ("\u202eWhy?", Refusal.CONTROL_CHARACTER),
    ):
        assert code(reading.asks(text=text)) is why
        assert code(reading.answers(question, text)) is why
    assert not any(reading.board.waiting.values())


def test_only_an_idea_that_everybody_can_read_is_asked_about(reading: Reading) -> None:
    late = new()
    reading.board.ideas[late] = Idea(IdeaState.LATE, "late", sealed(_secret(SECRET)))
    for idea in (new(), late):
        assert code(reading.asks(idea=idea)) is Refusal.NO_IDEA
    reading.give(FAY, "hide_idea", idea=reading.ideas[0], hidden=True)
    assert code(reading.asks()) is Refusal.IDEA_HIDDEN


@pytest.mark.parametrize("released", [False, True])
def test_a_question_that_is_sent_again_is_one(reading: Reading, released: bool) -> None:
    other = reading.show(1)[0]
    question = new()
    assert reading.asks(question=question) is OK
    if released:
        reading.releases()
    for phase in (Phase.REVEAL, Phase.CLUSTER, Phase.DECIDE, Phase.REVEAL):
        reading.goes(phase)
        assert reading.asks(question=question, text=" Why? ") is OK
        for text, idea in (("Another text?", reading.ideas[0]), ("Why?", other)):
            assert code(reading.asks(question=question, text=text, idea=idea)) is Refusal.ID_TAKEN, "none is lost"
    reading.releases()
    assert reading.questions == {question: Question(reading.ideas[0], "Why?")}


def test_an_idea_takes_three_questions_and_hidden_ones_count() -> None:
    reading = Reading(ideas=2)
    first = reading.asked()
    assert reading.hides(first) is OK
    for person in (BEN, FAY):
        assert reading.asks(person) is OK
    for person in (PIA, FAY):
        assert reading.asks(person).reason == Refused(Refusal.ENOUGH_QUESTIONS, limit=3)
    reading.releases()
    assert code(reading.asks()) is Refusal.ENOUGH_QUESTIONS
    assert reading.asks(idea=reading.ideas[1]) is OK
    assert reading.asks(question=first) is OK, "a resend is not a fourth"


def asks_until_refused(reading: Reading, person: Person) -> tuple[int, Answer]:
    """How many questions this person could ask, and what refused the next."""
    count = 0
    for idea in reading.ideas:
        while code(answer := reading.asks(person, idea=idea)) is not Refusal.ENOUGH_QUESTIONS:
            if answer is not OK:
                return count, answer
            count += 1
    raise AssertionError("nothing else refuses one")


def test_whoever_has_asked_enough_learns_nothing_of_what_waits() -> None:
    reading = Reading(ideas=2, questions_each=2)
    for _ in range(2):
        assert reading.asks(BEN) is OK
    before = code(reading.asks(BEN))
    assert reading.asks(FAY) is OK
    assert (before, code(reading.asks(BEN))) == (Refusal.OWN_QUESTIONS, Refusal.OWN_QUESTIONS)


def test_one_person_asks_so_many_and_the_board_holds_so_many() -> None:
    reading = Reading(ideas=30, questions_each=7)
    for person in (BEN, FAY):
        assert asks_until_refused(reading, person)[0] == 7
    assert asks_until_refused(reading, PIA)[1].reason == Refused(Refusal.OWN_QUESTIONS, limit=7)
    shared = Reading(ideas=30, questions=20)
    people = [BEN, PIA, participant(), participant(), FAY]
    counts, refusals = zip(*(asks_until_refused(shared, person) for person in people), strict=True)
    assert counts == (5, 5, 5, 1, 4)
    parts = ("share", "share", "share", "reserve", "limit")
    assert [answer.reason for answer in refusals] == [
        AtLimit(Refusal.NO_ROOM, what="questions", part=part, limit=20) for part in parts
    ]


def test_the_secret_of_the_idea_answers_and_no_other_one() -> None:
    reading = Reading(ideas=2)
    question, imported = reading.asked(), reading.asked(idea=reading.ideas[1])
    reading.board.ideas[reading.ideas[1]] = Idea(IdeaState.SHOWN, None, None)
    for key, secret in ((question, OTHER), (imported, SECRET), (imported, OTHER)):
        assert code(reading.answers(key, secret=secret)) is Refusal.ONLY_AUTHOR_ANSWERS
    assert not reading.board.waiting_answers
    assert code(reading.answers(new())) is Refusal.NO_QUESTION
    waiting = new()
    assert reading.asks(question=waiting) is OK
    assert code(reading.answers(waiting)) is Refusal.NO_QUESTION, "nobody has read it"


def test_a_hidden_question_is_on_no_screen_and_comes_back_whole(reading: Reading) -> None:
    question = reading.asked("Is this 4711 a joke?")
    reading.answers(question)
    reading.releases()
    before = reading.questions[question]
    for hidden in (True, True, False, False):
        assert reading.hides(question, hidden=hidden) is OK
        hidden_one = Question(reading.ideas[0], "", None, hidden=True)
        assert reading.questions[question] == (hidden_one if hidden else before)
        assert (question in reading.board.covered_questions) is hidden
    assert code(reading.hides(new())) is Refusal.NO_QUESTION


def test_an_answer_that_waits_while_its_question_is_hidden_comes_back_with_it(reading: Reading) -> None:
    question = reading.asked()
    assert reading.answers(question) is OK
    reading.hides(question)
    assert code(reading.answers(question, "More.")) is Refusal.QUESTION_HIDDEN
    reading.releases()
    assert reading.questions[question] == Question(reading.ideas[0], "", None, hidden=True)
    reading.hides(question, hidden=False)
    assert reading.questions[question] == Question(reading.ideas[0], "Why?", "Because.")


def test_an_idea_that_its_author_takes_back_takes_its_questions_along() -> None:
    reading = Reading(ideas=2)
    kept = reading.asked(idea=reading.ideas[1])
    answered, hidden = reading.asked(), reading.asked()
    reading.answers(answered)
    reading.hides(hidden)
    assert reading.asks() is OK
    assert reading.give(PIA, "withdraw_idea", idea=reading.ideas[0], secret=SECRET) is OK
    assert code(reading.answers(answered)) is Refusal.IDEA_WITHDRAWN
    reading.releases()
    assert set(reading.questions) == {kept}
    assert not reading.board.covered_questions
    assert not any(reading.board.waiting.values())


def test_a_hidden_idea_is_not_answered_for(reading: Reading) -> None:
    question = reading.asked()
    reading.give(FAY, "hide_idea", idea=reading.ideas[0], hidden=True)
    assert code(reading.answers(question)) is Refusal.IDEA_HIDDEN


def test_the_questions_about_a_hidden_idea_go_and_come_with_it() -> None:
    reading = Reading(ideas=2)
    answered, hidden, other = (
        reading.asked("One?"),
        reading.asked("Two?"),
        reading.asked("Three?", idea=reading.ideas[1]),
    )
    reading.answers(answered)
    reading.releases()
    reading.hides(hidden)
    waiting = new()
    assert reading.asks(question=waiting, text="Four?") is OK
    before = dict(reading.questions)
    for _ in range(2):
        reading.give(FAY, "hide_idea", idea=reading.ideas[0], hidden=True)
        reading.releases()
        assert [(key, one.text, one.answer) for key, one in reading.questions.items() if one.text] == [
            (other, "Three?", None)
        ]
        assert code(reading.hides(answered, hidden=False)) is Refusal.IDEA_HIDDEN
        reading.give(FAY, "hide_idea", idea=reading.ideas[0], hidden=False)
        assert reading.questions == before | {waiting: Question(reading.ideas[0], "Four?")}
    assert reading.hides(hidden, hidden=False) is OK
    assert reading.questions[hidden].text == "Two?"


def test_all_that_was_asked_can_be_forgotten_wherever_it_is(reading: Reading) -> None:
    for question in (reading.asked(), reading.asked()):
        reading.answers(question)
    reading.hides(question)
    reading.asks()
    with reading.board.change():
        reading.board.forget_questions()
    assert not reading.questions
    assert not reading.board.covered_questions
    assert not any(reading.board.waiting.values())


def test_a_later_answer_leaves_when_the_first_would_have_left(reading: Reading) -> None:
    question = reading.asked()
    reading.answers(question)
    before = dict(reading.board.releases)
    reading.answers(question, "In other words.")
    assert reading.board.releases == before
    one = before[What.ANSWER, question]
    assert waiting_changes.SHORTEST_ANSWER <= one.at - 1_000_000.0 <= waiting_changes.LONGEST_ANSWER
