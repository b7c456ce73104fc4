"""Every command in every state by everybody, over the wire, against the table of rights."""

import asyncio
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import pytest
from msgspec import structs

from board.protocol.refusals import Refusal
from board.protocol.worksession.commands import KINDS
from board.protocol.worksession.document import SessionMeta
from board.protocol.worksession.states import ORDER, State
from board.worksessions import SessionRoom
from board.worksessions.rules.policy import Course
from tests.brainstorm.running import Server, eventually
from tests.worksessions.clients import Member
from tests.worksessions.table import PEOPLE, rows, who

pytestmark = pytest.mark.anyio

NOWHERE = str(uuid.uuid4())
SENT: dict[str, dict[str, object]] = {
    "join": {"name": "Somebody"},
    "set_goal": {"goal": "a page"},
    "report_goal": {"outcome": "done"},
    "stuck": {"stuck": False},
    "show_name": {"shown": True},
    "add_task": {"task": NOWHERE, "text": "x"},
    "edit_task": {"task": NOWHERE},
    "set_task": {"task": NOWHERE, "state": "done"},
    "park": {"parked": NOWHERE, "text": "x"},
    "settle_parked": {"parked": NOWHERE, "as": "next"},
    "append_text": {"line": NOWHERE, "text": "x"},
    "add_condition": {"condition": NOWHERE, "text": "x"},
    "tick_condition": {"condition": NOWHERE, "met": True},
    "propose_agreement": {"agreement": NOWHERE, "text": "x"},
    "answer_agreement": {"agreement": NOWHERE, "agree": True},
    "close_agreement": {"agreement": NOWHERE},
    "next_item": {"from": NOWHERE},
    "extend": {"seconds": 300, "from": NOWHERE},
    "show_condition": {"condition": NOWHERE},
    "pause": {"paused": False},
    "restore_version": {"version": 99},
    "name_version": {"name": "x"},
    "accept_contract": {"name": "Mara", "yes": True},
    "accept_verdict": {"name": "Mara", "yes": True},
    "edit_contract": {"minutes": 90},
    "edit_condition": {"condition": NOWHERE, "text": "y"},
    "add_item": {"item": NOWHERE, "title": "x", "minutes": 5},
    "edit_item": {"item": NOWHERE, "title": "x"},
    "remove_item": {"item": NOWHERE},
    "set_clock": {"clock": "everyone"},
    "open_board": {"item": NOWHERE},
    "ask_everybody": {"item": NOWHERE, "question": ""},
    "end": {"verdict": "done"},
    "share": {"visibility": "link"},
    "show_feedback": {"feedback": NOWHERE, "shown": True},
    "answer_feedback": {"feedback": NOWHERE, "answer": "changed"},
    "delete_feedback": {"feedback": NOWHERE},
    "assign": {"person": "nobody", "decider": True},
    "lock": {"locked": False},
    "remove": {"person": "nobody"},
    "renew_links": {"which": ["accept"]},
}
"""what each command is sent with"""
WEEK_AND_MORE = 8 * 86_400
"""seconds after which anybody may finish a session that was left open"""
MOVING = (
    *("take_lead", "start", "end", "finish", "reopen", "share", "correct"),
    *("open_next", "renew_links", "delete"),
)
"""commands after which others are answered otherwise, in the order in which they can be tried"""
OF_THE_TABLE = {
    Refusal.READING,
    Refusal.JOIN_FIRST,
    Refusal.ONLY_LEAD,
    Refusal.LEAD_RUNS_THE_CLOCK,
    Refusal.ONLY_FINISHER,
    Refusal.ONLY_DECIDER,
    Refusal.NOT_IN_STATE,
}
"""how the table says no"""
COURSES = {
    "plan": Course(State.PLAN),
    "running": Course(State.RUNNING),
    "the lead runs the clock": Course(State.RUNNING, everyone_runs_the_clock=False),
    "left open": Course(State.RUNNING, left_open=True),
    "nearly": Course(State.ENDED, nearly=True),
    "done": Course(State.ENDED),
    "correcting": Course(State.ENDED, correcting=True),
    "shared": Course(State.SHARED),
}


@dataclass
class Everybody:
    """One session with somebody of each kind in it, none of whom has a page open."""

    room: SessionRoom
    people: dict[str, Member]
    meta: SessionMeta
    touched_at: float

    async def give(self, person: str, do: str) -> tuple[str, str | None]:
        """How a command is answered."""
        answer = await self.people[person].command(do, **SENT.get(do, {}))
        return str(answer["answer"]), answer.get("code")

    async def give_all(self, person: str, some: list[str]) -> dict[str, tuple[str, str | None]]:
        """The same for commands that do not move the session. They fit into one batch, which saves time."""
        return dict(zip(some, await asyncio.gather(*(self.give(person, do) for do in some)), strict=True))

    def put_back(self) -> None:
        """The session stands as before a command that moved it."""
        session = self.room.session
        with session.change():
            session.canvas.put_meta(**structs.asdict(self.meta))
        session.touched_at = self.touched_at

    def stored(self) -> bytes:
        return msgspec.json.encode(self.room.session.document)

    async def close(self) -> None:
        for member in self.people.values():
            await member.close()


def path(course: Course, ids: dict[str, str]) -> Iterator[tuple[str, dict[str, object]]]:
    """What the lead does until the session stands so."""
    yield "assign", {"person": ids["decider"], "decider": True}
    if not course.everyone_runs_the_clock:
        yield "set_clock", {"clock": "lead"}
    if course.state is not State.PLAN:
        yield "start", {}
    if course.nearly:
        yield "end", {"verdict": "nearly", "finisher": ids["finisher"], "by": "2026-12-04"}
    elif course.state in (State.ENDED, State.SHARED):
        yield "end", {"verdict": "done"}
    if course.state is State.SHARED or course.correcting:
        yield "share", {"visibility": "link"}
    if course.correcting:
        yield "correct", {}


async def gathered(server: Server, course: Course) -> Everybody:
    people = {name: Member(server.base) for name in PEOPLE}
    lead = people["lead"]
    opened = (await lead.post("/api/worksessions", json={"artifact": "A brief", "conditions": ["scope"]})).json()
    ids = {}
    for name, member in people.items():
        await member.follow(opened["links"][str(PEOPLE[name].link)])
        # The accept link leads to a page of its own. Commands go to the session.
        member.board = opened["id"]
        if PEOPLE[name].joined:
            ids[name] = (await member.command("join", name=name))["person"]
    room = await server.provided("session_rooms").find(opened["id"])
    await (await lead.open()).close()
    await eventually(lambda: room.presence.lead_gone is not None)
    server.clock.advance(121)
    assert (await people["acting"].command("take_lead"))["answer"] == "ok"
    for do, fields in path(course, ids):
        assert (await lead.command(do, **fields))["answer"] == "ok", do
    if course.left_open:
        server.clock.advance(WEEK_AND_MORE)
    return Everybody(room, people, room.session.meta, room.session.touched_at)


@pytest.mark.parametrize("name", COURSES)
async def test_everything_over_the_wire(server: Server, name: str) -> None:
    course = COURSES[name]
    allowed = {command: who(cells[ORDER.index(course.state)], course) for command, cells in rows().items()}
    assert allowed.keys() == {kind.rule.name for kind in KINDS}
    everybody = await gathered(server, course)
    try:
        before = everybody.stored()
        for person in PEOPLE:
            refused = await everybody.give_all(person, [do for do, some in allowed.items() if person not in some])
            assert {do: one for do, one in refused.items() if one[0] != "refused" or one[1] not in OF_THE_TABLE} == {}
        assert everybody.stored() == before
        for person in PEOPLE:
            given = [do for do, some in allowed.items() if person in some and do not in MOVING]
            assert by_the_table(await everybody.give_all(person, given)) == {}, person
            everybody.put_back()
        for command in MOVING:
            for person in allowed[command]:
                assert by_the_table({command: await everybody.give(person, command)}) == {}, person
                everybody.put_back()
    finally:
        await everybody.close()


def by_the_table(answers: dict[str, tuple[str, str | None]]) -> dict[str, tuple[str, str | None]]:
    """The commands that the table refused, and those that failed."""
    return {do: one for do, one in answers.items() if one[1] in {*OF_THE_TABLE, Refusal.COMMAND_FAILED}}
