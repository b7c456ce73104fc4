"""The page of the accept link: somebody who is not in a session says yes or no to what will exist, or to what was made.

It shows the sentence of the session, later the verdict and what was made, and nothing else of it. A form carries a
digest of what it showed, so nobody says yes to what they have not read.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from markupsafe import Markup
from msgspec import structs

from board.people.cookie import Person
from board.protocol.worksession.commands import AcceptContract, AcceptVerdict
from board.protocol.worksession.document import Condition, Ending, SessionDocument
from board.protocol.worksession.states import State as Stage
from board.web import link_previews, render, uploads
from board.words import day, say
from board.worksessions import (
    MOST_CONDITIONS,
    SessionAccess,
    SessionRoom,
    SessionRooms,
    TextRenderer,
    answers,
    sentence,
)

Asked = Request[object, object, State]
_ADDRESS = re.compile(r"https?://\S+")
MOST_FORM = 16 * 1024
"""bytes of an answer"""
COMMANDS = {"contract": AcceptContract, "verdict": AcceptVerdict}


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody is asked about."""

    about: str
    """`contract` or `verdict`"""
    sentence: str
    lines: tuple[str, ...]
    """the conditions, where they are too many for the sentence; empty when it says all of them"""
    word: str = ""
    rest: str = ""
    """who finishes what is nearly done"""
    made: "Made | None" = None
    """what was made, after the end"""

    @property
    def digest(self) -> str:
        parts = (self.about, self.sentence, *self.lines, self.word, self.rest, *(self.made or Made()).parts)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. Of the recap no more than that: not who did what, and not what is left to do."""

    conditions: tuple[Condition, ...] = ()
    where: str = ""
    """of what was made elsewhere"""
    text: str = ""
    """digest of the text; empty while nothing was written"""

    @property
    def parts(self) -> tuple[str, ...]:
        return (*(f"{one.met} {one.text}" for one in self.conditions), self.where, self.text)

    @property
    def link(self) -> bool:
        """Whether the place of what was made elsewhere can be opened."""
        return bool(_ADDRESS.fullmatch(self.where))


def address(session_id: str) -> str:
    """The address of the page."""
    return f"/worksessions/{session_id}/accept"


@get("/worksessions/{session_id:str}/accept", include_in_schema=False)
async def show_accepting(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    texts: NamedDependency[TextRenderer],
) -> Response[str]:
    """The question with its form, or thanks for an answer to what stands there now."""
    if link_previews.is_wanted(request):
        return link_previews.page()
    room, person = await session_access.accepting(request, session_id)
    await session_rooms.senders.acquire(session_id, person)
    document = await session_rooms.read(room, lambda room: room.session.document)
    shown, query = _shown(document), request.query_params
    answered = query.get("answered") if query.get("answered") in ("yes", "no") else None
    changed = answered is not None and query.get("of") != shown.digest
    page = Page(document, shown, await _html(texts, room, shown))
    return page.answer(answered=None if changed else answered, changed=changed)


@post("/worksessions/{session_id:str}/accept", include_in_schema=False, request_max_body_size=MOST_FORM)
async def answer_accepting(
    request: Asked,
    session_id: FromPath[str],
    session_access: NamedDependency[SessionAccess],
    session_rooms: NamedDependency[SessionRooms],
    texts: NamedDependency[TextRenderer],
) -> Response[str]:
    """Keeps the answer. What was typed comes back with the reason when it cannot be kept, or when what it is about has
    changed meanwhile."""
    values, _ = await uploads.read(request)
    room, person = await session_access.accepting(request, session_id)
    await session_rooms.senders.acquire(session_id, person)
    document = await session_rooms.read(room, lambda room: room.session.document)
    shown = _shown(document)
    if values.get("shown") != shown.digest:
        page = Page(document, shown, await _html(texts, room, shown))
        return page.answer(values, changed=True, status=409)
    why = await _keep(session_rooms, room, person, shown, values)
    if why:
        page = Page(document, shown, await _html(texts, room, shown))
        return page.answer(values, why=why, status=422)
    said = "yes" if values.get("answer") == "yes" else "no"
    return Redirect(f"{address(session_id)}?answered={said}&of={shown.digest}", status_code=303)


async def _keep(
    rooms: SessionRooms, room: SessionRoom, person: Person, shown: Shown, values: dict[str, str]
) -> str | None:
    """Why the answer cannot be kept; None once it is."""
    if values.get("answer") not in ("yes", "no"):
        return say("accept-choose")
    kind, note = COMMANDS[shown.about], values.get("note", "").strip()
    command = kind(id="form", name=values.get("name", ""), yes=values["answer"] == "yes", note=note or None)
    answer = await rooms.command(room, person, command)
    return None if answer.reason is None else say(answer.reason.code, **answer.reason.params)


def _shown(document: SessionDocument) -> Shown:
    lines = _uncounted(document)
    about = sentence(structs.replace(document, conditions={}) if lines else document)
    ending = document.meta.ending
    if ending is None or document.meta.state not in (Stage.ENDED, Stage.SHARED):
        return Shown("contract", about, lines)
    finished = ending.finished_at is not None
    word = say("verdict-word-done" if finished else f"verdict-word-{ending.verdict}")
    return Shown("verdict", about, (), word, _rest(document, ending), _made(document, ending))


def _made(document: SessionDocument, ending: Ending) -> Made:
    written = document.meta.written
    return Made(_in_order(document), ending.elsewhere or "", document.meta.text_digest if written else "")


def _uncounted(document: SessionDocument) -> tuple[str, ...]:
    """All conditions, when the sentence would only count some of them."""
    if len(document.conditions) <= MOST_CONDITIONS:
        return ()
    return tuple(one.text for one in _in_order(document))


def _in_order(document: SessionDocument) -> tuple[Condition, ...]:
    conditions = document.conditions
    return tuple(conditions[id] for id in sorted(conditions, key=lambda id: (conditions[id].rank, id)))


def _rest(document: SessionDocument, ending: Ending) -> str:
    if ending.verdict != "nearly":
        return ""
    finisher = document.people.get(ending.finisher or "")
    name = finisher.name if finisher else say("verdict-somebody")
    if ending.finished_at is not None:
        return say("verdict-finished", name=name, day=day(datetime.fromtimestamp(ending.finished_at, UTC).date()))
    return say("verdict-by", name=name, day=day(date.fromisoformat(ending.by)) if ending.by else "")


async def _html(texts: TextRenderer, room: SessionRoom, shown: Shown) -> str:
    """The text that was made, as safe HTML; empty without one."""
    return await texts.current(room) if shown.made and shown.made.text else ""


@dataclass(frozen=True, slots=True)
class Page:
    """The page with its question."""

    document: SessionDocument
    shown: Shown
    html: str

    def answer(
        self,
        values: dict[str, str] | None = None,
        *,
        answered: str | None = None,
        changed: bool = False,
        why: str | None = None,
        status: int = 200,
    ) -> Response[str]:
        typed = {"name": "", "note": "", "answer": ""} | (values or {})
        context = {
            "shown": self.shown,
            "values": typed,
            "answered": answered,
            "changed": changed,
            "why": why,
            "html": Markup(self.html),  # noqa: S704 - cleaned by an allow-list
            "said": list(answers(self.document.meta)),
        }
        return render.page("accept.html", context, status=status)


handlers = [show_accepting, answer_accepting]
