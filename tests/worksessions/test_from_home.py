"""The form of the home page: alone it starts at once, together it is prepared first."""

import hashlib

from board.worksessions.state.session import chain_of
from tests.brainstorm.database import rows
from tests.brainstorm.running import Server
from tests.worksessions.clients import Member

ARTIFACT = "Outline of chapter 3"


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
    me = Member(server.base)
    answer = await me.post("/worksessions", data={"artifact": ARTIFACT}, headers={"Accept": "text/html"})
    assert (answer.status_code, "refuses cookies" in answer.text, ARTIFACT in answer.text) == (422, True, True)
    assert rows(server.file, "SELECT id FROM worksessions") == []
    await me.close()
