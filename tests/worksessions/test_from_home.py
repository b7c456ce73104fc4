"""The form of the home page: alone it starts at once, together it is prepared first."""

import hashlib
import uuid

from board.words import say
from board.worksessions.state.session import chain_of
from tests.brainstorm.database import rows
from tests.brainstorm.running import Server
from tests.brainstorm.wire import Json
from tests.databases import needs_sqlite
from tests.worksessions.clients import Member

ARTIFACT = "Outline of chapter 3"
LEFT = str(uuid.UUID(int=7, version=4))


async def opened(server: Server, **form: str) -> Member:
    """Somebody who sent the form and was led to the session."""
    member = Member(server.base)
    answer = await member.post("/worksessions", data={"artifact": f" {ARTIFACT} ", **form})
    assert answer.status_code == 303, answer.text
    member.board = answer.headers["location"].removeprefix("/worksessions/")
    return member


async def test_alone_it_starts_at_once_with_the_one_person_in_it(server: Server) -> None:
    me = await opened(server, kind="individual", length="30")
    boot = await me.boot()
    document, notice = boot["document"], boot["notice"]
    assert (boot["role"], document["meta"]["state"], document["meta"]["contract"]["minutes"]) == ("lead", "running", 30)
    assert document["meta"]["contract"]["artifact"] == ARTIFACT
    assert [one["name"] for one in document["people"].values()] == ["Me"]
    assert notice["you"]["person"] in document["people"]
    assert [one["text"] for one in document["conditions"].values()] == [f"{ARTIFACT} exists"]
    assert (await me.export("json")).json()["text"] == f"# {ARTIFACT}\n\n"
    await me.close()


async def test_the_seat_is_the_digest_of_what_the_cookie_holds(server: Server) -> None:
    needs_sqlite()
    me = await opened(server, kind="individual", quiet="on")
    name = f"worksession_{chain_of(me.board)}"
    person = me.http.cookies[name].split(".")[0]
    [[seat]] = rows(server.file, "SELECT hash FROM session_seats")
    assert seat == hashlib.sha256(person.encode()).digest()
    assert (await me.boot())["document"]["meta"]["kind"] == "deep_work"
    await me.close()


async def test_together_nothing_starts_and_nobody_is_in_it(server: Server) -> None:
    for kind in ("team", "coworking"):
        lead = await opened(server, kind=kind)
        document = (await lead.boot())["document"]
        assert (document["meta"]["state"], document["meta"]["kind"], document["people"]) == ("plan", kind, {})
        assert document["meta"]["contract"]["minutes"] == 60
        assert sum(one["minutes"] for one in document["agenda"].values()) == 60
        await lead.close()


async def test_the_choice_comes_back_with_the_home_page(server: Server) -> None:
    me = await opened(server, kind="coworking", length="90")
    assert me.http.cookies["start"] == "work.coworking.90"
    page = (await me.get("/")).text
    assert 'value="coworking" aria-describedby="coworking-hint" checked' in page
    await me.close()


async def test_bad_input_comes_back_with_what_was_typed(server: Server) -> None:
    needs_sqlite()
    me = Member(server.base)
    for typed, why in ((" ", "Write what will exist"), ("x" * 201, "201")):
        answer = await me.post("/worksessions", data={"artifact": typed, "kind": "team", "length": "90"})
        assert (answer.status_code, why in answer.text or "200" in answer.text) == (422, True)
        assert 'id="artifact-wrong"' in answer.text
        assert 'value="90" checked' in answer.text
        assert typed.strip() in answer.text
    assert rows(server.file, "SELECT id FROM worksessions") == []
    await me.close()


async def test_a_browser_that_keeps_no_cookies_opens_nothing(server: Server) -> None:
    needs_sqlite()
    me = Member(server.base)
    answer = await me.post("/worksessions", data={"artifact": ARTIFACT}, headers={"Accept": "text/html"})
    assert (answer.status_code, "refuses cookies" in answer.text, ARTIFACT in answer.text) == (422, True, True)
    assert rows(server.file, "SELECT id FROM worksessions") == []
    await me.close()


async def ended(server: Server, **what: str) -> Member:
    """Somebody whose session alone has ended, and left something."""
    me = await opened(server, kind="individual")
    for do, fields in (
        ("add_task", {"task": LEFT, "text": what.get("task")}),
        ("park", {"parked": LEFT, "text": what.get("thought")}),
    ):
        if fields["text"]:
            await me.command(do, **fields)
    assert (await me.command("end", verdict="done"))["answer"] == "ok"
    return me


async def takes(me: Member, artifact: str, take: str, kind: str = "individual") -> dict[str, Json]:
    """The document of the session that the form opens."""
    answer = await me.post("/worksessions", data={"artifact": artifact, "kind": kind, "take": take})
    assert answer.status_code == 303, answer.text
    before, me.board = me.board, answer.headers["location"].removeprefix("/worksessions/")
    document: dict[str, Json] = (await me.boot())["document"]
    me.board = before
    return document


async def test_a_task_that_was_left_comes_along_and_has_one_home(server: Server) -> None:
    me = await ended(server, task="sources for 3.2")
    document = await takes(me, "Chapter 4", f"{me.board}/{LEFT}")
    [task] = document["tasks"].values()
    assert (task["text"], task["from"], task["state"]) == ("sources for 3.2", me.board, "open")
    assert task["owner"]["person"] in document["people"]
    assert document["meta"]["contract"]["artifact"] == "Chapter 4"
    [old] = (await me.boot())["document"]["tasks"].values()
    assert (old["state"], old["note"]) == ("dropped", say("home-taken-along"))
    again = await takes(me, "Chapter 5", f"{me.board}/{LEFT}")
    assert again["tasks"] == {}
    await me.close()


async def test_with_nothing_typed_what_was_left_is_what_will_exist(server: Server) -> None:
    me = await ended(server, thought="x" * 300)
    document = await takes(me, " ", f"{me.board}/{LEFT}")
    assert (document["meta"]["contract"]["artifact"], document["tasks"]) == ("x" * 200, {})
    await me.close()


async def test_nobody_takes_what_is_not_theirs(server: Server) -> None:
    me, other = await ended(server, task="private words"), Member(server.base)
    for take in (f"{me.board}/{LEFT}", f"{me.board}/", "/", "x" * 5000, f"{'c' * 24}-1/{LEFT}"):
        assert (await takes(other, "Chapter 4", take))["tasks"] == {}
    assert (await takes(me, "Chapter 4", f"{me.board}/{LEFT}", kind="team"))["tasks"] == {}
    assert (await takes(me, "Chapter 4", f"{me.board}/{uuid.UUID(int=8, version=4)}"))["tasks"] == {}
    [old] = (await me.boot())["document"]["tasks"].values()
    assert old["state"] == "open"
    await me.close()
    await other.close()
