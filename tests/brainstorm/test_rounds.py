"""Rounds of a vote: each begins with empty ballots, a run-off has only chosen options, and no ballot counts twice."""

from tests.brainstorm.clients import Written
from tests.cast import Group


async def on_the_ballot(group: Group, ideas: int = 6) -> list[Written]:
    await group.joins(1)
    written = await group.writes(ideas)
    await group.goes("vote")
    return written


async def test_a_new_round_begins_with_empty_ballots(group: Group) -> None:
    await on_the_ballot(group)
    options = group.options()
    await group.votes([(tab, options[:2]) for tab in group.voters])
    await group.goes("decide")
    await group.goes("vote")
    assert group.pia.meta("ballot")["round"] == 2
    await group.pia.until(lambda tab: tab.notice["you"]["ballot"] is None and tab.notice["counts"]["done"] == 0)
    answer = await group.pia.do("cast_ballot", dots={options[0]: 1}, round=1)
    assert (answer["answer"], answer["code"]) == ("refused", "other_round")
    await group.pia.ok("cast_ballot", dots={options[5]: 1}, round=2)
    for tab in group.voters[1:]:
        await tab.ok("cast_ballot", dots={})
    await group.goes("decide")
    first, second = group.olu.meta("rounds")
    assert [line["dots"] for line in first["tally"]] == [3, 3, 0, 0, 0, 0]
    assert second["tally"][0] == {"option": options[5], "dots": 1, "bold": 0}
    assert [line["dots"] for line in second["tally"]] == [1, 0, 0, 0, 0, 0]
    assert (second["abstained"], second["shown"], first["shown"]) == (2, True, False)


async def test_a_ballot_is_replaced_whole(group: Group) -> None:
    await on_the_ballot(group)
    options = group.options()
    await group.pia.ok("cast_ballot", dots=dict.fromkeys(options[:3], 1), bold=options[5], done=True)
    await group.pia.ok("cast_ballot", dots={options[4]: 1, options[0]: 0})
    await group.pia.until(lambda tab: (tab.notice["you"]["ballot"] or {}).get("dots") == {options[4]: 1})
    assert group.pia.notice["you"]["ballot"]["bold"] is None
    await group.votes([(group.ben, []), (group.more[0], [])])
    await group.goes("decide")
    counted = group.olu.meta("rounds")[0]
    assert {line["option"]: (line["dots"], line["bold"]) for line in counted["tally"] if line["dots"]} == {
        options[4]: (1, 0)
    }
    assert counted["unspent"] == 3 * 3 - 1


async def test_a_run_off_is_on_the_chosen_options(group: Group) -> None:
    await on_the_ballot(group)
    options = group.options()
    await group.votes([(tab, options[:2]) for tab in group.voters])
    await group.goes("decide")
    for chosen in ([options[0]], [options[0], "00000000-0000-4000-8000-000000000000"], []):
        assert (await group.fay.do("open_phase", phase="vote", options=chosen))["answer"] == "refused"
    await group.goes("vote", options=options[:2])
    ballot = group.pia.meta("ballot")
    assert ([option["option"] for option in ballot["options"]], ballot["runoff"]) == (options[:2], True)
    assert (await group.pia.do("cast_ballot", dots={options[2]: 1}))["answer"] == "refused"
    await group.votes([(tab, options[1:2]) for tab in group.voters])
    await group.goes("decide")
    assert [line["option"] for line in group.olu.meta("rounds")[1]["tally"]] == [options[1], options[0]]


async def test_the_list_of_options_stands_while_the_vote_is_open(group: Group) -> None:
    ideas = await on_the_ballot(group)
    options = group.options()
    late = "00000000-0000-4000-8000-00000000000a"
    assert (await group.ben.do("add_idea", idea=late, text="late", secret="A" * 22))["answer"] == "late"
    assert (await group.pia.do("place_idea", idea=ideas[0].id, cluster=None))["answer"] == "refused"
    assert group.options() == options


async def test_what_is_set_aside_is_not_on_the_ballot(group: Group) -> None:
    ideas = await group.writes(3)
    await group.goes("cluster")
    await group.fay.ok("set_aside", option=ideas[0].id, aside=True)
    await group.fay.ok("set_aside", option=ideas[1].id, aside=True)
    await group.fay.ok("set_aside", option=ideas[1].id, aside=False)
    assert (await group.ben.do("set_aside", option=ideas[2].id, aside=True))["answer"] == "refused"
    await group.goes("vote")
    assert set(group.options()) == {ideas[1].id, ideas[2].id}


async def test_many_options_are_set_aside_at_once_or_none(group: Group) -> None:
    ideas = [idea.id for idea in await group.writes(4)]
    await group.goes("cluster")
    unknown = "00000000-0000-4000-8000-00000000000a"
    refused = await group.fay.do("set_aside", option=ideas[0], more=[ideas[1], unknown], aside=True)
    assert (refused["code"], group.fay.meta("aside")) == ("no_option", [])
    await group.fay.ok("set_aside", option=ideas[0], more=ideas[1:3], aside=True)
    assert group.fay.meta("aside") == sorted(ideas[:3])
    await group.fay.ok("set_aside", option=ideas[2], more=[ideas[0], unknown], aside=False)
    assert group.fay.meta("aside") == [ideas[1]]


async def test_dots_are_a_quarter_of_the_options_or_what_the_facilitator_says(group: Group) -> None:
    await on_the_ballot(group, ideas=14)
    assert group.pia.meta("ballot")["dots"] == 4
    await group.goes("cluster")
    await group.fay.ok("change_settings", dots=6)
    await group.goes("vote")
    assert (group.pia.meta("ballot")["dots"], group.pia.meta("ballot")["round"]) == (6, 2)
    assert (await group.fay.do("change_settings", dots=7))["answer"] == "refused"


async def test_a_proxy_ballot_stands_for_somebody_in_the_room(group: Group) -> None:
    await on_the_ballot(group)
    options = group.options()
    proxy = "00000000-0000-4000-8000-000000000001"
    await group.fay.ok("cast_ballot", proxy=proxy, dots={options[0]: 1}, bold=None)
    await group.fay.ok("cast_ballot", proxy=proxy, dots={options[1]: 1}, bold=options[2])
    await group.votes([(tab, options[1:2]) for tab in group.voters])
    await group.goes("decide")
    counted = group.olu.meta("rounds")[0]
    assert (counted["ballots"], counted["proxies"], counted["joined"]) == (4, 1, 3)
    assert counted["tally"][0] == {"option": options[1], "dots": 4, "bold": 0}
    assert group.olu.meta("proposal")["bold"] == [options[2]]


async def test_two_browsers_with_one_receipt_code_do_not_stop_the_count(group: Group) -> None:
    await on_the_ballot(group)
    option = group.options()[0]
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={option: 1}, receipt="the-same-code-4711")
    await group.goes("decide")
    assert group.olu.meta("rounds")[0]["tally"][0]["dots"] == 3
