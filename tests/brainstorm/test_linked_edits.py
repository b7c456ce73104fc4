"""Changes that one person makes in a burst reach the others no closer together than changes of different people.

Changes are edits, questions and answers. Here a question has the id of an idea of the person who asks it, so that each
of them is one change of this idea.
"""

import base64
import math
import random
from collections.abc import Sequence
from itertools import count

import pytest
from pycrdt import Doc, Map

from board.brainstorm.commands.dispatch import dispatch
from board.brainstorm.phases import waiting_changes
from board.brainstorm.phases.releasing import refill, release
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Limits
from board.canvas.ideas import Idea, IdeaState, sealed
from board.live.commands import OK
from board.people.cookie import Person
from board.people.links import mint
from board.protocol.commands import AnswerQuestion, Ask, BoardCommand, EditIdea
from board.protocol.document import Question
from board.protocol.phases import Phase
from board.protocol.roles import Role
from tests.brainstorm.chance import tells_nothing
from tests.brainstorm.clients import Written, draft

PAIRS = 30
CHANCE = 1 / 3
"""four ideas make two pairs in three ways"""
TICK = 0.2
SEED = 20261128
KINDS = ["edit", "ask", "answer"]
NOW = 1_800_000_000.0


class Stage:
    """A board in Read with ideas of several people, and somebody who notes which change of one kind came when."""

    def __init__(self, authors: Sequence[Person], ideas_each: int, kind: str = "edit") -> None:
        self.kind = kind
        self.now = NOW
        self.board = Board(id="a board", phase=Phase.REVEAL)
        self.author: dict[str, Person] = {}
        self.ideas: list[Written] = []
        self.seen: list[tuple[float, list[str]]] = []
        """when a frame came, and which ideas changed by it"""
        self._replica: Doc[Map[str]] = Doc()
        with self.board.change():
            for author in authors:
                for _ in range(ideas_each):
                    idea = draft("first words")
                    self.ideas.append(idea)
                    self.author[idea.id] = author
                    self.board.canvas.put("ideas", idea.id, idea.text)
                    if kind == "answer":
                        self.board.canvas.put("questions", idea.id, Question(idea.id, "Why?"))
                    self.board.ideas[idea.id] = Idea(
                        IdeaState.SHOWN, None, sealed(base64.urlsafe_b64decode(idea.secret + "=="))
                    )
        self._replica.apply_update(self.board.canvas.state())

    def edits(self, idea: Written, text: str = "other words", kind: str | None = None) -> None:
        """Its author changes an idea, or asks or answers a question."""
        command: BoardCommand = EditIdea(id="1", idea=idea.id, text=text, secret=idea.secret)
        if (kind or self.kind) == "ask":
            command = Ask(id="1", question=idea.id, idea=idea.id, text=text)
        elif (kind or self.kind) == "answer":
            command = AnswerQuestion(id="1", question=idea.id, text=text, secret=idea.secret)
        with self.board.change():
            context = CommandContext(self.board, self.author[idea.id], self.now, Limits())
            assert dispatch(context, command) is OK
        self._take()

    def tick(self) -> None:
        self.now += TICK
        with self.board.change():
            release(self.board, self.now)
        self._take()

    def until_all_came(self) -> None:
        for step in count():
            if not any(self.board.waiting.values()):
                return
            assert step * TICK < 60
            self.tick()

    def _take(self) -> None:
        if not self.board.made:
            return
        before = self._texts()
        self._replica.apply_update(self.board.made[0])
        now = self._texts()
        if came := [key for key in now if now[key] != before.get(key)]:
            self.seen.append((self.now - NOW, came))

    def _texts(self) -> dict[str, object]:
        return dict(self._replica.get("ideas" if self.kind == "edit" else "questions", type=Map).to_py() or {})


def somebody() -> Person:
    return Person(mint(), {Role.PARTICIPANT: mint()})


def guess(came: dict[str, float], chance: random.Random) -> set[frozenset[str]]:
    """The ideas that an onlooker attributes to one person: the pairs that changed closest together.

    The onlooker knows the rules: changes in one frame are those of different people.
    """

    def apart(one: str, other: str) -> float:
        return abs(came[one] - came[other]) or math.inf

    first, *others = chance.sample(list(came), 4)
    ways = [((first, partner), tuple(one for one in others if one != partner)) for partner in others]
    likely = min(ways, key=lambda way: apart(*way[0]) + apart(*way[1]))
    return {frozenset(pair) for pair in likely}


def recognised(chance: random.Random, kind: str) -> int:
    """How often out of 30 an onlooker of every frame pairs four changes with the right people."""
    right = 0
    for _ in range(PAIRS):
        stage = Stage([somebody(), somebody()], 2, kind)
        first, second = stage.ideas[:2], stage.ideas[2:]
        for idea in first:
            stage.edits(idea)
        for _ in range(chance.randint(2, 6)):
            stage.tick()
        for idea in second:
            stage.edits(idea)
        stage.until_all_came()
        moments = {key: at for at, keys in stage.seen for key in keys}
        came = {idea.id: moments[idea.id] for idea in stage.ideas}
        truth = {frozenset(one.id for one in first), frozenset(one.id for one in second)}
        right += guess(came, chance) == truth
    return right


def by_chance(right: int) -> float:
    """One-sided binomial: how likely guessing finds at least this many."""
    return sum(math.comb(PAIRS, k) * CHANCE**k * (1 - CHANCE) ** (PAIRS - k) for k in range(right, PAIRS + 1))


@pytest.fixture
def chance(monkeypatch: pytest.MonkeyPatch) -> random.Random:
    monkeypatch.setattr(waiting_changes, "_random", random.Random(SEED))
    return random.Random(SEED + 1)


@pytest.mark.parametrize("kind", KINDS)
def test_two_changes_of_a_burst_are_not_recognised(chance: random.Random, kind: str) -> None:
    assert by_chance(recognised(chance, kind)) > 0.001


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("waits", [(0.0, 0.0), (4.0, 4.0), (3.0, 3.4)])
def test_the_onlooker_finds_a_planted_leak(
    chance: random.Random, monkeypatch: pytest.MonkeyPatch, waits: tuple[float, float], kind: str
) -> None:
    """Without a wait, with the same for all, and with a random one that is too short."""
    for name in ("WAIT", "ANSWER"):
        monkeypatch.setattr(waiting_changes, f"SHORTEST_{name}", waits[0])
        monkeypatch.setattr(waiting_changes, f"LONGEST_{name}", waits[1])
    assert by_chance(recognised(chance, kind)) < 0.001


@pytest.fixture
def crowd(chance: random.Random) -> Stage:
    """Three people with eight ideas each."""
    return Stage([somebody() for _ in range(3)], 8)


def test_a_frame_holds_at_most_one_change_of_each_person(crowd: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_changes, "SHORTEST_WAIT", waiting_changes.LONGEST_WAIT)
    for idea in crowd.ideas:
        crowd.edits(idea)
    crowd.until_all_came()
    assert sorted(key for _, keys in crowd.seen for key in keys) == sorted(crowd.author)
    for _, keys in crowd.seen:
        assert len({crowd.author[key].token for key in keys}) == len(keys)


def test_a_question_never_comes_with_an_edit_of_the_same_person(
    chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one who rewords an idea would be seen to ask about another."""
    monkeypatch.setattr(waiting_changes, "SHORTEST_WAIT", waiting_changes.LONGEST_WAIT)
    for _ in range(10):
        stage = Stage([somebody()], 2, "ask")
        edited, asked = stage.ideas
        stage.edits(edited, kind="edit")
        stage.edits(asked)
        while any(stage.board.waiting.values()):
            before = sum(map(len, stage.board.waiting.values()))
            stage.tick()
            assert before - sum(map(len, stage.board.waiting.values())) <= 1


@pytest.mark.parametrize(("kind", "shortest", "longest"), [("edit", 2, 12), ("ask", 2, 12), ("answer", 10, 40)])
def test_every_change_waits_two_to_twelve_seconds_and_an_answer_longer(
    chance: random.Random, kind: str, shortest: float, longest: float
) -> None:
    crowd = Stage([somebody() for _ in range(3)], 6, kind)
    for idea in crowd.ideas:
        crowd.edits(idea)
    crowd.until_all_came()
    waited = [at for at, keys in crowd.seen for _ in keys]
    assert len(waited) == len(crowd.ideas)
    assert min(waited) >= shortest
    assert max(waited) <= longest + TICK
    assert max(waited) - min(waited) > (longest - shortest) / 2, "they are spread over the whole time"


def test_one_change_each_of_many_people_is_spread_too(chance: random.Random) -> None:
    """Nobody makes a second change that could wait for the first: a constant wait would reveal the time of each."""
    stage = Stage([somebody() for _ in range(20)], 1)
    for idea in stage.ideas:
        stage.edits(idea)
    stage.until_all_came()
    waited = sorted(at for at, keys in stage.seen for _ in keys)
    assert len(waited) == 20
    assert waited[0] < 5
    assert waited[-1] > 9
    assert max(len(keys) for _, keys in stage.seen) < 5


def test_who_changes_an_idea_again_and_again_does_not_hold_it_back(crowd: Stage) -> None:
    idea = crowd.ideas[0]
    for number in range(200):
        crowd.edits(idea, f"words {number}")
        crowd.tick()
    assert len(crowd.seen) >= 3


def test_after_a_restart_the_order_says_nothing(crowd: Stage) -> None:
    before = [idea.id for idea in crowd.ideas]
    for idea in crowd.ideas:
        crowd.edits(idea)
    crowd.board.releases.clear()
    refill(crowd.board, crowd.now)
    assert {one.author for one in crowd.board.releases.values()} == {b""}
    assert all(2 <= one.at - crowd.now <= 12 for one in crowd.board.releases.values())
    crowd.until_all_came()
    assert all(len(keys) == 1 for _, keys in crowd.seen), "two at once could be one person's"
    order = [key for _, keys in crowd.seen for key in keys]
    assert tells_nothing(order, before, {key: author.token for key, author in crowd.author.items()})


def test_a_clock_that_is_set_back_keeps_nothing_waiting(crowd: Stage) -> None:
    crowd.edits(crowd.ideas[0])
    crowd.now -= 3600
    crowd.tick()
    assert not crowd.board.changes
