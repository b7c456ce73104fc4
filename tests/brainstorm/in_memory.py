"""A board without a server: people give commands to the rules, and the board is only in memory."""

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from board.brainstorm.commands.dispatch import dispatch
from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.phases import transitions
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Limits, Wait
from board.errors import Refused
from board.facilitation.timer import NONE
from board.live.commands import Answer
from board.people.cookie import Person
from board.people.links import mint
from board.protocol.document import Place
from board.protocol.phases import Phase
from board.protocol.roles import Role

NOW = 1_000_000.0


def new() -> str:
    return str(uuid.uuid4())


def participant() -> Person:
    return Person(mint(), {Role.PARTICIPANT: mint()})


def facilitator() -> Person:
    return Person(mint(), {Role.FACILITATOR: mint()})


class Table:
    """One board and its limits. `give` carries out one command as a batch of its own."""

    def __init__(self, phase: Phase, **limits: int) -> None:
        self.board = Board(id="board")
        self.limits = replace(Limits(), **limits)
        with self.board.change():
            self.board.put_meta(grouping="everyone", visibility="hidden", minutes=10, locked=False)
        self.board.timer = NONE.started(NOW, 600)
        self.goes(phase)

    def goes(self, phase: Phase) -> None:
        """Opens a phase without the rest of the transition."""
        with self.board.change():
            transitions.enter(self.board, phase, NOW)

    def give(self, person: Person, do: str, **fields: object) -> Answer:
        command = parse_command(msgspec.json.encode({"id": "1", "do": do} | fields))
        assert not isinstance(command, Refused), command
        with self.board.change():
            answer = dispatch(CommandContext(self.board, person, NOW, self.limits), command)
        assert not isinstance(answer, Wait)
        self.board.new_epoch = False
        return answer

    def write(self, person: Person, text: str = "an idea") -> Answer:
        return self.give(person, "add_idea", idea=new(), text=text, secret=secrets.token_urlsafe(16))

    def until_refused(self, person: Person, do: str, **fields: object) -> tuple[int, Answer]:
        """Repeats a command with fresh ids; returns how often it succeeded, and the refusal."""
        for count in range(10_000):
            fresh = {name: new() if value is new else value for name, value in fields.items()}
            answer = self.give(person, do, **fresh)
            if answer.answer == "refused":
                return count, answer
        raise AssertionError(f"{do} is never refused")

    def show(self, ideas: int) -> list[str]:
        """Puts ideas into the document; returns their ids."""
        keys = [new() for _ in range(ideas)]
        with self.board.change():
            for number, key in enumerate(keys, start=1):
                self.board.canvas.put("ideas", key, f"idea {number}")
                self.board.canvas.put("places", key, Place(None, "a"))
                self.board.canvas.put("numbers", key, number)
        return keys

    def merge(
        self, person: Person, ideas: Sequence[str], *, into: str | None = None, merge: str | None = None
    ) -> Answer:
        return self.give(person, "merge", merge=merge or new(), into=into or new(), **{"from": list(ideas)})
