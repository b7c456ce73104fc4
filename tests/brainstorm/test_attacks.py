"""What somebody tries from a browser console: the server judges, whatever the page would have allowed."""

import secrets
import uuid

import pytest

from board.protocol.refusals import Refusal
from tests.brainstorm.clients import Browser, Tab, Written, draft
from tests.brainstorm.wire import Json
from tests.cast import STEPS, Group

FORBIDDEN: dict[str, dict[str, object]] = {
    "open_phase": {"phase": "lobby"},
    "set_timer": {"extend": 60},
    "change_settings": {"question": "Mine?"},
    "admit_late": {},
    "set_aside": {"option": str(uuid.uuid4()), "aside": True},
    "hide_idea": {"idea": str(uuid.uuid4()), "hidden": True},
    "hide_question": {"question": str(uuid.uuid4()), "hidden": True},
    "highlight_idea": {"idea": None},
    "cast_ballot": {"proxy": str(uuid.uuid4()), "dots": {}, "bold": None},
    "close_consent": {},
    "write_decision": {"decision": "Mine.", "owner": "Me", "shortlist": []},
    "freeze": {},
}


async def refused(tab: Tab, do: str, **fields: object) -> Json:
    answer = await tab.do(do, **fields)
    assert answer["answer"] == "refused", (do, answer)
    assert answer["code"] in list(Refusal)
    assert len(answer["why"]) > 10
    return answer


async def test_an_idea_after_time_goes_to_the_late_tray_only(group: Group) -> None:
    await group.goes("diverge", minutes=1)
    clock = group.server.clock
    clock.advance(group.pia.notice["deadline"] - clock.now() + 1)
    in_grace = await group.pia.write("in the grace")
    clock.advance(1.5)
    late = draft("after the grace")
    answer = await group.pia.do("add_idea", idea=late.id, text=late.text, secret=late.secret)
    assert (answer["answer"], answer["code"]) == ("late", "came_late")
    await group.goes("reveal")
    assert group.ben.root("ideas") == {in_grace.id: "in the grace"}
    await group.goes("vote")
    assert await group.pia.add(draft("very late")) == "late"
    assert [option["option"] for option in group.ben.meta("ballot")["options"]] == [in_grace.id]


async def on_the_way_to(group: Group, phase: str) -> list[Written]:
    """Three ideas, and the board in this phase with a vote behind it where one can be."""
    if phase == "lobby":
        return []
    await group.goes("diverge")
    ideas = [await tab.write(f"idea {number}") for number, tab in enumerate((group.pia, group.ben, group.pia))]
    await group.goes("decide" if phase == "frozen" else phase)
    if phase == "frozen":
        await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[ideas[0].id])
        await group.fay.ok("freeze")
        await group.pia.until(lambda tab: tab.phase == "frozen" and tab.synced)
    return ideas


@pytest.mark.parametrize("phase", STEPS)
async def test_nobody_but_the_facilitator_leads(group: Group, phase: str) -> None:
    await on_the_way_to(group, phase)
    before = group.pia.all()
    for do, fields in FORBIDDEN.items():
        await refused(group.pia, do, **fields)
        await refused(group.olu, do, **fields)
        assert (await group.browser("ben").command(do, **fields))["answer"] == "refused"
    assert group.pia.all() == before


ACTS = {
    "add_idea": ("diverge", "reveal", "cluster", "vote", "decide"),
    "edit_idea": ("diverge", "reveal"),
    "withdraw_idea": ("diverge", "reveal"),
    "sign_idea": ("reveal", "cluster", "vote", "decide"),
    "ask": ("reveal",),
    "answer_question": ("reveal",),
    "set_ready": ("reveal", "cluster"),
    "place_idea": ("cluster",),
    "name_cluster": ("cluster",),
    "dissolve_cluster": ("cluster",),
    "merge": ("cluster",),
    "undo_merge": ("cluster",),
    "cast_ballot": ("vote",),
    "answer_consent": ("decide",),
}


def acts(idea: Written) -> dict[str, dict[str, object]]:
    """All commands for a participant's own idea, complete, so that only the phase can be wrong."""
    own: dict[str, object] = {"idea": idea.id, "secret": idea.secret}
    cluster = str(uuid.uuid4())
    fresh = draft("more")
    return {
        "add_idea": {"idea": fresh.id, "text": fresh.text, "secret": fresh.secret},
        "edit_idea": own | {"text": "other"},
        "withdraw_idea": own,
        "sign_idea": own | {"name": "Pia"},
        "ask": {"question": str(uuid.uuid4()), "idea": idea.id, "text": "Why?"},
        "answer_question": {"question": str(uuid.uuid4()), "text": "Because.", "secret": idea.secret},
        "set_ready": {"ready": True},
        "place_idea": {"idea": idea.id, "cluster": None},
        "name_cluster": {"cluster": cluster, "name": "mine"},
        "dissolve_cluster": {"cluster": cluster},
        "merge": {"merge": str(uuid.uuid4()), "from": [idea.id], "into": cluster},
        "undo_merge": {"merge": str(uuid.uuid4())},
        "cast_ballot": {"dots": {}},
        "answer_consent": {"level": 5},
    }


@pytest.mark.parametrize("phase", STEPS)
async def test_every_phase_refuses_what_belongs_to_others(group: Group, phase: str) -> None:
    ideas = await on_the_way_to(group, phase)
    before = group.ben.all()
    for do, fields in acts(ideas[0] if ideas else draft("none")).items():
        if phase not in ACTS[do]:
            await refused(group.pia, do, **fields)
        await refused(group.olu, do, **fields)
    assert group.ben.all() == before


async def test_more_dots_than_there_are_count_nowhere(group: Group) -> None:
    await group.writes(6)
    await group.goes("vote")
    options, budget = group.options(), group.pia.meta("ballot")["dots"]
    assert budget == 3
    for dots in (dict.fromkeys(options[:4], 1), {options[0]: 2}, {options[0]: 3}, {options[0]: -1, options[1]: 1}):
        await refused(group.pia, "cast_ballot", dots=dots)
    await refused(group.pia, "cast_ballot", dots={str(uuid.uuid4()): 1})
    await refused(group.pia, "cast_ballot", dots={}, bold=str(uuid.uuid4()))
    await refused(group.pia, "cast_ballot", dots={options[0]: True})
    await refused(group.pia, "cast_ballot", dots={options[0]: 0.5})
    for _ in range(3):
        await group.pia.ok("cast_ballot", dots={options[0]: 1})
    await group.goes("decide")
    lines = group.ben.meta("rounds")[0]["tally"]
    assert [line["dots"] for line in lines] == [1, 0, 0, 0, 0, 0]


async def test_another_persons_idea_cannot_be_touched(group: Group) -> None:
    await group.goes("diverge")
    idea = await group.pia.write("hers")
    for phase in ("diverge", "reveal"):
        await group.goes(phase)
        for secret in (secrets.token_urlsafe(16), "A" * 22, idea.secret[:-1] + "A" * (idea.secret[-1] != "A")):
            if secret == idea.secret:
                continue
            for tab in (group.ben, group.fay):
                await refused(tab, "edit_idea", idea=idea.id, text="mine now", secret=secret)
                await refused(tab, "withdraw_idea", idea=idea.id, secret=secret)
        await refused(group.ben, "edit_idea", idea=idea.id, text="mine now", secret="")
    await refused(group.ben, "sign_idea", idea=idea.id, name="Ben", secret=secrets.token_urlsafe(16))
    assert group.olu.root("ideas") == {idea.id: "hers"}
    assert group.olu.root("signatures") == {}


async def test_nothing_unfreezes_a_board(group: Group) -> None:
    await on_the_way_to(group, "frozen")
    before = group.olu.all()
    for phase in STEPS:
        await refused(group.fay, "open_phase", phase=phase)
    for do, fields in (FORBIDDEN | {"cast_ballot": {"dots": {}}}).items():
        await refused(group.fay, do, **fields)
    await refused(group.fay, "change_settings", locked=True)
    assert group.olu.all() == before


async def test_in_read_a_participant_joins_nothing_and_undoes_nothing(group: Group) -> None:
    ideas = await on_the_way_to(group, "reveal")
    merge, into, sources = str(uuid.uuid4()), str(uuid.uuid4()), [idea.id for idea in ideas[:2]]
    await refused(group.pia, "merge", merge=merge, into=into, **{"from": sources})
    await group.fay.ok("merge", merge=merge, into=into, **{"from": sources})
    await group.olu.until(lambda tab: into in tab.root("clusters"))
    before = group.olu.all()
    for tab in (group.pia, group.olu):
        await refused(tab, "undo_merge", merge=merge)
        await refused(tab, "merge", merge=str(uuid.uuid4()), into=into, **{"from": [ideas[2].id]})
    assert group.olu.all() == before


async def test_no_phase_is_jumped_over(group: Group) -> None:
    for phase in ("cluster", "vote", "decide", "frozen", "lobby"):
        await refused(group.fay, "open_phase", phase=phase)
    await group.goes("cluster")
    for phase in ("decide", "frozen", "cluster"):
        await refused(group.fay, "open_phase", phase=phase)


async def test_an_id_of_an_idea_cannot_become_a_group(group: Group) -> None:
    """Two options with one id would share their dots."""
    ideas = await on_the_way_to(group, "cluster")
    await refused(group.ben, "name_cluster", cluster=ideas[0].id, name="twice")
    await refused(group.ben, "merge", merge=str(uuid.uuid4()), **{"from": [ideas[1].id]}, into=ideas[0].id)
    assert group.olu.root("clusters") == {}


PATHS = ("/boards/{}", "/boards/{}?as=facilitate", "/api/boards/{}/export.json", "/boards/{}/qr/participate.svg")


async def test_a_stranger_learns_nothing_not_even_that_there_is_a_board(group: Group) -> None:
    """The answers for a board that exists and for one that does not are the same."""
    unknown = secrets.token_urlsafe(18)
    async with strange(group) as sam:
        for path in PATHS:
            answers = [await sam.get(path.format(board)) for board in (group.board, unknown)]
            assert [answer.status_code for answer in answers] == [404, 404]
            assert answers[0].content == answers[1].content
        for board in (group.board, unknown):
            answer = await sam.post(f"/api/boards/{board}/commands", json={"id": "1", "do": "admit_late"})
            assert answer.status_code == 404
            socket = await sam.dial(board=board)
            await socket.wait_closed()
            assert socket.close_code == 4404
        for token in (secrets.token_urlsafe(18), "x", group.board, "%00", "a" * 5000):
            assert (await sam.get(f"/join/{token}")).status_code in (400, 404)
        for body in sam.bodies:
            assert b"What should we build" not in body


def strange(group: Group) -> "Stranger":
    return Stranger(group.server.base)


class Stranger(Browser):
    """Somebody without a link, who may forge any cookie."""

    async def __aenter__(self) -> "Stranger":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


async def test_a_forged_or_foreign_cookie_opens_nothing(group: Group) -> None:
    async with strange(group) as sam:
        answer = await sam.post("/api/boards", json={"question": "Another board?"})
        await sam.follow(answer.json()["links"]["facilitate"])
        (own,) = sam.http.cookies.values()
        person, token = own.split(".")
        for forged in (
            own,
            f"{person}.{secrets.token_urlsafe(18)}",
            person,
            "",
            ".",
            f"{person}.",
            f"{token}.{person}",
        ):
            sam.http.cookies.clear()
            sam.http.cookies.set(f"board_{group.board}", forged)
            assert (await sam.get(f"/boards/{group.board}")).status_code == 404, forged
            answer = await sam.post(f"/api/boards/{group.board}/commands", json={"id": "1", "do": "freeze"})
            assert answer.status_code == 404


async def test_a_weaker_link_does_not_grow(group: Group) -> None:
    for asked in ("facilitate", "watch", "nonsense", None):
        boot = await group.browser("pia").boot(asked)
        assert boot["role"] == ("watch" if asked == "watch" else "participate")
        assert set(boot["links"]) <= {"participate", "watch"} - {"watch"}
    boot = await group.browser("olu").boot("participate")
    assert boot["role"] == "watch"
    for name, kind in (("pia", "watch"), ("pia", "facilitate"), ("olu", "facilitate")):
        assert (await group.browser(name).get(f"/boards/{group.board}/qr/{kind}.svg")).status_code == 404
    tab = await group.browser("pia").open("facilitate")
    assert tab.notice["you"]["role"] == "participate"
