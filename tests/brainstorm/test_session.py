"""A whole session over the real protocol, from the lobby to the record."""

import hashlib

from tests.cast import Group


async def test_a_group_goes_from_a_question_to_a_decision(group: Group) -> None:
    await group.goes("diverge")
    for number, tab in enumerate((group.pia, group.ben, group.pia, group.fay)):
        await tab.write(f"idea {number}")
    await group.goes("reveal")
    assert sorted(group.olu.root("ideas").values()) == ["idea 0", "idea 1", "idea 2", "idea 3"]
    await group.goes("vote")
    options = [option["option"] for option in group.pia.meta("ballot")["options"]]
    for tab in (group.pia, group.ben, group.fay):
        await tab.ok("cast_ballot", dots={options[0]: 1}, bold=options[1], done=True)
    await group.goes("decide")
    assert group.olu.meta("rounds")[0]["tally"][0] == {"option": options[0], "dots": 3, "bold": 0}
    await group.fay.ok("write_decision", decision="We do it.", owner="Mara", shortlist=[options[0]])
    answer = await group.fay.ok("freeze")
    record = await group.browser("olu").get(f"/decisions/{answer['decision']}.json")
    assert hashlib.sha256(record.content).hexdigest() == answer["decision"]
    assert record.json()["decision"] == "We do it."
    await group.load_everything()
