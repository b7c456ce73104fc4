"""A session without a server: people give commands to the rules, and the session is only in memory."""

import uuid
from dataclasses import replace

import msgspec

from board.errors import Refused
from board.live.commands import Answer
from board.people.cookie import Person
from board.people.links import mint
from board.protocol.command import Affects
from board.protocol.refusals import Refusal
from board.protocol.worksession.document import Contract, Item, SessionDocument, SessionKind
from board.protocol.worksession.links import Link
from board.worksessions.commands.dispatch import dispatch, parse_command
from board.worksessions.state.context import CommandContext, Limits
from board.worksessions.state.laying_out import conditions_of, first_text, proposed_agenda
from board.worksessions.state.session import Session, session_id

NOW = 1_800_000_000.0
CONDITIONS = ("scope is in it", "the price is in it")


def new() -> str:
    return str(uuid.uuid4())


class Desk:
    """One session of 60 minutes with its lead; `written` is its "Done when".

    `give` carries out one command as a batch of its own.
    """

    def __init__(self, kind: SessionKind = "team", written: tuple[str, ...] = CONDITIONS, **limits: int) -> None:
        self.session = Session(id=session_id(mint(), 1))
        self.limits = replace(Limits(), **limits)
        self.now = NOW
        self.here: set[str] = set()
        """who is connected, by their ids in the document"""
        self.used: dict[tuple[str, str], int] = {}
        contract = Contract(artifact="A brief", minutes=60)
        with self.session.change():
            self.session.canvas.begin(kind=kind, contract=contract)
            for id, item in proposed_agenda(kind, 60).items():
                self.session.canvas.put("agenda", id, item)
            for id, condition in conditions_of(written).items():
                self.session.canvas.put("conditions", id, condition)
            self.session.write_text(first_text(contract, written))
        self.lead = Person(mint(), {Link.LEAD: mint()})
        self.ok(self.lead, "join", name="Ana")
        self.here.add(self.id(self.lead))

    @property
    def document(self) -> SessionDocument:
        return self.session.document

    @property
    def text(self) -> str:
        return self.session.text.value

    def writes(self, text: str) -> None:
        """The text becomes another one, as people type it."""
        with self.session.change():
            self.session.write_text(text)

    @property
    def order(self) -> list[str]:
        """The ids of the items in their order."""
        agenda = self.document.agenda
        return sorted(agenda, key=lambda id: (agenda[id].rank, id))

    def item(self, at: int) -> Item:
        return self.document.agenda[self.order[at]]

    def comes(self, name: str) -> Person:
        """Somebody joins, and is there."""
        person = Person(mint(), {Link.JOIN: mint()})
        self.ok(person, "join", name=name)
        self.here.add(self.id(person))
        return person

    def id(self, person: Person) -> str:
        """Who somebody is in the document."""
        id = self.session.person(person)
        assert id is not None
        return id

    def give(self, person: Person, do: str, /, **fields: object) -> Answer:
        command = parse_command(msgspec.json.encode({"id": "1", "do": do} | fields))
        assert not isinstance(command, Refused), command
        before = self._noticed()
        with self.session.change():
            answer = dispatch(
                CommandContext(
                    self.session,
                    person,
                    self.now,
                    self.limits,
                    lambda: frozenset(self.here),
                    lead_gone=None,
                    used=self.used,
                ),
                command,
            )
        # No notice follows a command that says it changes the document alone.
        assert command.rule.affects is not Affects.DOCUMENT or self._noticed() == before, do
        return answer

    def _noticed(self) -> tuple[object, ...]:
        """All of the session that notices are made from."""
        session, meta = self.session, self.session.meta
        return (
            session.epoch,
            meta.state,
            meta.clock,
            meta.acting,
            dict(session.seats),
            dict(session.keys),
            dict(session.answers),
            dict(session.generations),
            session.renewed,
        )

    def ok(self, person: Person, do: str, /, **fields: object) -> None:
        answer = self.give(person, do, **fields)
        assert answer.answer == "ok", answer

    def no(self, person: Person, do: str, /, **fields: object) -> Refusal:
        """The reason why a command is refused. Nothing of the document may have changed."""
        before = msgspec.json.encode(self.document)
        answer = self.give(person, do, **fields)
        assert answer.reason is not None, answer
        assert msgspec.json.encode(self.document) == before
        return answer.reason.code

    def same(self, person: Person, do: str, /, **fields: object) -> None:
        """A command that is answered ok and changes nothing."""
        before = msgspec.json.encode(self.document)
        self.ok(person, do, **fields)
        assert msgspec.json.encode(self.document) == before

    def started(self) -> "Desk":
        self.ok(self.lead, "start")
        return self
