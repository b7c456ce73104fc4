"""Hiding an abusive text removes it from everything sent afterwards, and can be undone."""

import uuid
from collections.abc import AsyncIterator

import pytest

from tests.brainstorm.clients import Written, holds
from tests.cast import Group

BAD = "an abusive 4711 text"


@pytest.fixture
async def shown(group: Group) -> tuple[Group, Written]:
    await group.goes("diverge")
    for number in range(3):
        await group.ben.write(f"idea {number}")
    bad = await group.pia.write(BAD)
    await group.goes("reveal")
    return group, bad


@pytest.fixture
async def watched(shown: tuple[Group, Written]) -> AsyncIterator[tuple[Group, Written]]:
    """Afterwards nobody was sent the text again since `forget_bytes`, and no file holds it once the board is frozen."""
    yield shown
    group, _ = shown
    newcomer = await (await group.newcomer()).open()
    assert not holds(b"".join(newcomer.frames), BAD)
    await group.load_everything()
    for name, found in group.everything().items():
        assert not holds(found, BAD), name


async def forget_bytes(group: Group) -> None:
    """Forgets the bytes received so far."""
    for browser in group.browsers.values():
        browser.bodies.clear()
        for tab in browser.tabs:
            tab.frames.clear()


async def test_a_hidden_idea_is_sent_to_nobody_any_more(watched: tuple[Group, Written]) -> None:
    group, bad = watched
    await group.fay.ok("highlight_idea", idea=bad.id)
    number = group.ben.root("numbers")[bad.id]
    await group.fay.ok("hide_idea", idea=bad.id, hidden=True)
    await forget_bytes(group)
    await group.olu.until(lambda tab: bad.id not in tab.root("ideas"))
    assert group.olu.meta("hidden") == [bad.id]
    assert group.olu.meta("highlight") is None
    assert group.olu.root("numbers")[bad.id] == number
    assert bad.id in group.olu.root("places")
    answer = await group.pia.do("edit_idea", idea=bad.id, text=f"{BAD} again", secret=bad.secret)
    assert answer["answer"] == "refused"


async def test_hiding_can_be_taken_back(shown: tuple[Group, Written]) -> None:
    group, bad = shown
    for hidden in (True, True, False, False):
        await group.fay.ok("hide_idea", idea=bad.id, hidden=hidden)
    await group.olu.until(lambda tab: tab.root("ideas").get(bad.id) == BAD)
    assert group.olu.meta("hidden") == []


async def test_what_is_hidden_before_the_vote_is_no_option(watched: tuple[Group, Written]) -> None:
    group, bad = watched
    await group.fay.ok("hide_idea", idea=bad.id, hidden=True)
    await forget_bytes(group)
    await group.goes("vote")
    assert len(group.options()) == 3
    assert bad.id not in group.options()


async def test_what_is_hidden_in_the_vote_has_no_name_on_any_ballot(watched: tuple[Group, Written]) -> None:
    group, bad = watched
    await group.goes("cluster")
    cluster = str(uuid.uuid4())
    await group.pia.ok("merge", merge=str(uuid.uuid4()), into=cluster, **{"from": [bad.id]})
    await group.goes("vote")
    named = {option["option"]: option["name"] for option in group.pia.meta("ballot")["options"]}
    assert named[cluster] == BAD, "a group without a name is called by its first idea"
    await group.goes("decide")
    await group.goes("vote")
    await group.fay.ok("hide_idea", idea=bad.id, hidden=True)
    await forget_bytes(group)
    assert cluster in group.options()
    await group.goes("decide")
    option = next(option for option in group.options() if option != cluster)
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[option, cluster])
    sha256 = (await group.fay.ok("freeze"))["decision"]
    for ending in ("", ".json", ".md", ".csv", ".html"):
        await group.browser("olu").get(f"/decisions/{sha256}{ending}")
    record = (await group.browser("olu").get(f"/decisions/{sha256}.json")).json()
    hidden = next(idea for idea in record["ideas"] if idea["idea"] == bad.id)
    assert hidden == {"idea": bad.id, "number": hidden["number"], "hidden": True}
    await group.server.settled()
    assert not holds(group.server.stored(), BAD)


async def test_a_hidden_name_of_a_group_stays_hidden_until_it_is_another(group: Group) -> None:
    await group.goes("diverge")
    idea = await group.pia.write("an idea")
    await group.goes("cluster")
    cluster = str(uuid.uuid4())
    await group.ben.ok("name_cluster", cluster=cluster, name=BAD)
    await group.ben.ok("place_idea", idea=idea.id, cluster=cluster)
    await group.fay.ok("hide_idea", idea=cluster, hidden=True)
    assert group.fay.root("clusters")[cluster]["name"] == ""
    await group.ben.ok("name_cluster", cluster=cluster, name="worse 4712")
    await group.fay.ok("hide_idea", idea=cluster, hidden=True)
    await group.olu.until(lambda tab: tab.root("clusters")[cluster]["name"] == "")
    await group.ben.ok("dissolve_cluster", cluster=cluster)
    assert (await group.fay.do("hide_idea", idea=cluster, hidden=False))["answer"] == "refused"
    assert group.fay.root("ideas") == {idea.id: "an idea"}
    assert group.fay.meta("hidden") == []
