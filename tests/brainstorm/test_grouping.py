"""Groups: letters and numbers are never reused, and any single merge can be undone."""

import uuid

from tests.brainstorm.clients import Tab
from tests.cast import Group


def new() -> str:
    return str(uuid.uuid4())


async def ideas_to_group(group: Group, number: int = 8) -> list[str]:
    written = await group.writes(number)
    await group.goes("cluster")
    return [idea.id for idea in written]


async def merge(tab: Tab, sources: list[str], into: str, **fields: object) -> str:
    """Puts these together; returns the id of the merge."""
    key = new()
    await tab.ok("merge", merge=key, into=into, **{"from": sources}, **fields)
    return key


def members(tab: Tab) -> dict[str | None, set[str]]:
    found: dict[str | None, set[str]] = {}
    for idea, place in tab.root("places").items():
        found.setdefault(place["cluster"], set()).add(idea)
    return found


def letters(tab: Tab) -> dict[str, str]:
    return {key: cluster["letter"] for key, cluster in tab.root("clusters").items()}


async def test_any_single_merge_is_undone_without_losing_the_others(group: Group) -> None:
    ideas = await ideas_to_group(group)
    one, two = new(), new()
    first = await merge(group.pia, ideas[:2], one)
    second = await merge(group.ben, ideas[2:4], two)
    third = await merge(group.pia, [two, ideas[4]], one, name="both")
    assert members(group.olu)[one] == set(ideas[:5])
    assert set(group.olu.root("clusters")) == {one}
    await group.ben.ok("undo_merge", merge=first)
    assert members(group.pia) == {one: set(ideas[2:5]), None: set(ideas[:2] + ideas[5:])}
    await group.ben.ok("undo_merge", merge=third)
    assert members(group.pia)[two] == set(ideas[2:4])
    assert letters(group.pia)[two] == "B"
    await group.ben.ok("undo_merge", merge=second)
    assert members(group.pia) == {None: set(ideas)}
    assert group.pia.root("merges") == {}
    assert (await group.pia.do("undo_merge", merge=first))["answer"] == "refused"


async def test_an_undo_leaves_alone_what_somebody_moved_since(group: Group) -> None:
    ideas = await ideas_to_group(group)
    one, two = new(), new()
    key = await merge(group.pia, ideas[:3], one)
    await group.ben.ok("name_cluster", cluster=two, name="elsewhere")
    await group.ben.ok("place_idea", idea=ideas[0], cluster=two)
    await group.fay.ok("undo_merge", merge=key)
    assert members(group.fay) == {two: {ideas[0]}, None: set(ideas[1:])}


async def test_a_merge_that_is_sent_twice_is_one(group: Group) -> None:
    ideas = await ideas_to_group(group)
    one, key = new(), new()
    for _ in range(2):
        await group.pia.ok("merge", merge=key, into=one, **{"from": ideas[:2]})
    assert group.pia.root("merges")[key]["moved"] == dict.fromkeys(ideas[:2])
    assert (await group.pia.do("merge", merge=new(), into=one, **{"from": []}))["answer"] == "refused"
    assert (await group.pia.do("merge", merge=new(), into=one, **{"from": [one]}))["answer"] == "refused"


async def test_merges_name_no_person_and_no_time(group: Group) -> None:
    ideas = await ideas_to_group(group)
    one = new()
    key = await merge(group.pia, ideas[:2], one)
    assert set(group.olu.root("merges")[key]) == {"into", "moved", "clusters", "created"}


async def test_letters_are_never_given_twice(group: Group) -> None:
    ideas = await ideas_to_group(group)
    keys = [new() for _ in range(28)]
    for key in keys:
        await group.pia.ok("name_cluster", cluster=key, name="")
    assert [letters(group.pia)[key] for key in keys[::9]] == ["A", "J", "S", "AB"]
    await group.ben.ok("dissolve_cluster", cluster=keys[0])
    await group.ben.ok("dissolve_cluster", cluster=keys[27])
    await merge(group.ben, ideas[:2], new())
    assert "AC" in letters(group.ben).values()
    await group.ben.ok("name_cluster", cluster=keys[0], name="again")
    assert letters(group.ben)[keys[0]] == "A"


async def test_numbers_are_never_given_twice(group: Group) -> None:
    first = await group.writes(3)
    await group.goes("reveal")
    numbers = group.ben.root("numbers")
    last = next(idea for idea in first if numbers[idea.id] == 3)
    await group.pia.ok("withdraw_idea", idea=last.id, secret=last.secret)
    await group.goes("diverge")
    new_one = await group.ben.write("new")
    await group.goes("reveal")
    assert group.ben.root("numbers") == {key: n for key, n in numbers.items() if key != last.id} | {new_one.id: 4}


async def test_taking_a_group_apart_keeps_its_ideas(group: Group) -> None:
    ideas = await ideas_to_group(group)
    one = new()
    await merge(group.pia, ideas, one)
    await group.ben.ok("dissolve_cluster", cluster=one)
    await group.ben.ok("dissolve_cluster", cluster=one)
    assert members(group.ben) == {None: set(ideas)}
    await group.goes("vote")
    assert len(group.options()) == len(ideas)


async def test_an_empty_group_is_no_option(group: Group) -> None:
    ideas = await ideas_to_group(group, 2)
    await group.pia.ok("name_cluster", cluster=new(), name="nobody home")
    await group.goes("vote")
    assert set(group.options()) == set(ideas)


async def test_only_the_facilitator_groups_when_the_setting_says_so(group: Group) -> None:
    ideas = await ideas_to_group(group)
    await group.fay.ok("change_settings", grouping="facilitator")
    answer = await group.pia.do("place_idea", idea=ideas[0], cluster=None)
    assert (answer["answer"], answer["code"]) == ("refused", "only_facilitator_groups")
    await merge(group.fay, ideas[:2], new())
    await group.fay.ok("change_settings", grouping="everyone")
    await group.pia.ok("place_idea", idea=ideas[0], cluster=None)


async def test_places_that_are_none_are_refused(group: Group) -> None:
    ideas = await ideas_to_group(group)
    for fields in (
        {"idea": new(), "cluster": None},
        {"idea": ideas[0], "cluster": new()},
        {"idea": ideas[0], "cluster": None, "rank": "ends with 0"},
        {"idea": ideas[0], "cluster": None, "rank": "V0"},
        {"idea": ideas[0], "cluster": None, "rank": "V" * 65},
        {"idea": ideas[0], "cluster": None, "rank": ""},
    ):
        assert (await group.pia.do("place_idea", **fields))["answer"] == "refused", fields
    await group.pia.ok("place_idea", idea=ideas[0], cluster=None, rank="V" * 64)
    await group.pia.ok("place_idea", idea=ideas[1], cluster=None)
    assert group.pia.root("places")[ideas[0]]["rank"] == "V" * 64


async def ideas_to_read(group: Group, number: int = 5) -> list[str]:
    written = await group.writes(number)
    await group.goes("reveal")
    return [idea.id for idea in written]


async def test_a_group_that_was_made_in_read_is_there_in_group(group: Group) -> None:
    ideas = await ideas_to_read(group)
    one = new()
    key = await merge(group.fay, ideas[:2], one)
    await group.goes("cluster")
    assert members(group.olu) == {one: set(ideas[:2]), None: set(ideas[2:])}
    assert letters(group.olu) == {one: "A"}
    await group.pia.ok("name_cluster", cluster=new(), name="")
    assert set(letters(group.pia).values()) == {"A", "B"}
    await group.ben.ok("undo_merge", merge=key)
    assert members(group.ben) == {None: set(ideas)}
    await group.goes("vote")
    assert set(group.options()) == set(ideas)


async def test_the_facilitator_undoes_in_read_what_was_joined(group: Group) -> None:
    ideas = await ideas_to_read(group)
    one = new()
    first = await merge(group.fay, ideas[:2], one, name="the same")
    second = await merge(group.fay, [ideas[2]], one)
    await group.fay.ok("undo_merge", merge=first)
    assert members(group.fay) == {one: {ideas[2]}, None: {*ideas[:2], *ideas[3:]}}
    await group.fay.ok("undo_merge", merge=second)
    assert members(group.fay) == {None: set(ideas)}
    again = await merge(group.fay, ideas[3:], one)
    assert letters(group.fay) == {one: "A"}, "the letter of a group that comes back"
    assert set(group.fay.root("merges")) == {again}


async def test_a_second_writing_leaves_what_was_joined_in_read(group: Group) -> None:
    ideas = await ideas_to_read(group, 3)
    one = new()
    await merge(group.fay, ideas[:2], one)
    await group.goes("diverge")
    assert (await group.fay.do("undo_merge", merge=new()))["code"] == "not_now"
    fresh = await group.ben.write("one more")
    await group.goes("reveal")
    assert members(group.olu) == {one: set(ideas[:2]), None: {ideas[2], fresh.id}}


async def test_files_and_the_record_have_the_group_that_was_made_in_read(group: Group) -> None:
    ideas = await ideas_to_read(group)
    one = new()
    await merge(group.fay, ideas[:3], one, name="the same")
    await group.fay.ok("hide_idea", idea=ideas[0], hidden=True)
    shown, drafted = await group.browser("ben").export("md"), (await group.browser("ben").export("json")).json()
    assert "the same" in shown.text
    (cluster,) = drafted["clusters"]
    assert (cluster["cluster"], cluster["letter"], set(cluster["members"])) == (one, "A", set(ideas[:3]))
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=[one])
    sha256 = (await group.fay.ok("freeze"))["decision"]
    record = (await group.browser("olu").get(f"/decisions/{sha256}.json")).json()
    assert record["clusters"] == [cluster]


async def test_an_idea_that_is_withdrawn_leaves_the_group_that_was_made_in_read(group: Group) -> None:
    written = await group.writes(3)
    await group.goes("reveal")
    ideas, one = [idea.id for idea in written], new()
    await group.pia.ok("withdraw_idea", idea=ideas[0], secret=written[0].secret)
    key = await merge(group.fay, ideas[:2], one)
    await group.released()
    await group.olu.until(lambda tab: ideas[0] not in tab.root("places"))
    assert members(group.olu) == {one: {ideas[1]}, None: {ideas[2]}}
    await group.fay.ok("undo_merge", merge=key)
    await group.olu.until(lambda tab: members(tab) == {None: set(ideas[1:])})
    assert group.olu.root("clusters") == {}
