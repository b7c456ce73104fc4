"""From ideas to a board by a script: what it may send, the answers, and such a board up to its decision."""

import json

from tests.brainstorm.clients import browser
from tests.brainstorm.running import Server
from tests.web.from_ideas import uuid


async def test_a_script_opens_a_board_with_ideas(server: Server) -> None:
    async with browser(server.base) as script:
        ideas = [{"text": "one", "group": "A"}, {"text": "two\nlines"}, {"text": "three", "group": "A"}]
        answer = await script.post("/api/boards", json={"question": "?", "ideas": ideas})
        assert answer.status_code == 201
        await script.follow(answer.json()["links"]["facilitate"])
        tab = await script.open()
        assert tab.phase == "cluster"
        assert sorted(tab.root("ideas").values()) == ["one", "three", "two\nlines"]
        assert [one["name"] for one in tab.root("clusters").values()] == ["A"]
        plain = await script.post("/api/boards", json={"question": "?", "ideas": [{"text": "one"}]})
        await script.follow(plain.json()["links"]["facilitate"])
        assert (await script.boot())["meta"]["phase"] == "reveal"
        none = await script.post("/api/boards", json={"question": "?", "ideas": []})
        await script.follow(none.json()["links"]["facilitate"])
        assert (await script.boot())["meta"]["phase"] == "lobby"


async def test_a_script_is_told_every_idea_that_is_wrong_and_nothing_is_opened(server: Server) -> None:
    async with browser(server.base) as script:
        await server.settled()
        before = server.stored()
        ideas = [{"text": text} for text in ("one", "x" * 1001, " ", "one", "", "\u2800", "turn\u202ed")]
        answer = await script.post("/api/boards", json={"question": "?", "ideas": ideas})
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        told = answer.json()
        assert (told["code"], told["params"]) == ("wrong_ideas", {"count": 4})
        assert told["errors"] == [
            {
                "ideas": [2],
                "code": "too_long",
                "params": {"length": 1001, "limit": 1000},
                "why": "Idea 2: 1,001 characters, 1,000 at most.",
            },
            {"ideas": [3, 5, 6], "code": "empty", "why": "Ideas 3 and 5–6: empty."},
            {"ideas": [4], "code": "same", "params": {"other": 1}, "why": "Idea 4: the same as idea 1."},
            {
                "ideas": [7],
                "code": "controls",
                "why": "Idea 7: invisible control characters in it cannot be kept and are left out.",
            },
        ]
        await server.settled()
        assert server.stored() == before
        assert (await script.post("/api/boards", json={"question": "?", "ideas": [7]})).status_code == 400


async def test_an_imported_board_goes_all_the_way(server: Server) -> None:
    async with browser(server.base) as mara, browser(server.base) as ben:
        answer = await mara.post("/api/boards", json={"question": "?", "ideas": [{"text": t} for t in "abc"]})
        await mara.follow(answer.json()["links"]["facilitate"])
        await ben.follow(answer.json()["links"]["participate"])
        tab = await ben.open()
        # A second round of writing, as on any other board: what was there stays, with its number.
        assert (await mara.command("open_phase", phase="diverge"))["answer"] == "ok"
        await ben.command("add_idea", idea=uuid("late"), text="d", secret="A" * 22)
        server.clock.advance(3600)
        assert (await mara.command("open_phase", phase="reveal"))["answer"] == "ok"
        await tab.until(lambda tab: tab.phase == "reveal" and len(tab.root("numbers")) == 4)
        assert tab.root("numbers")[uuid("late")] == 4
        for phase in ("cluster", "vote"):
            assert (await mara.command("open_phase", phase=phase))["answer"] == "ok"
        option = next(iter(tab.root("ideas")))
        await ben.command("cast_ballot", dots={option: 1}, bold=None, done=True)
        assert (await mara.command("open_phase", phase="decide"))["answer"] == "ok"
        await mara.command("write_decision", decision="We do it.", owner="Mara", shortlist=[option])
        await mara.command("close_consent")
        sealed = await mara.command("freeze")
        assert sealed["answer"] == "ok", sealed
        told = json.loads((await mara.get(f"/decisions/{sealed['decision']}.json")).content)
        assert len(told["ideas"]) == 4
        assert told["phases"][0]["phase"] == "reveal"
        assert told["people"]["wrote"] is None
