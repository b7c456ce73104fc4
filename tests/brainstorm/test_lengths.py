"""The length of what the server sends to one person does not tell what that person chose or wrote."""

import pytest

from board.brainstorm.engine.notices import PADDED_TO
from board.live.transport import framing
from board.voting.consent import REASON_LIMIT
from tests.brainstorm import wire
from tests.brainstorm.clients import Tab
from tests.cast import Group

REASONS = ["", "No.", "Ein kürzerer Weg wäre besser. " * 6, "r" * REASON_LIMIT]


def personal(tab: Tab) -> list[bytes]:
    """The notices with private state of this person."""
    return [frame for frame in tab.frames if frame[0] == wire.NOTICE and "you" in wire.read(frame).json]


def sizes(tabs: list[Tab], held: str) -> set[int]:
    told = [frame for tab in tabs for frame in personal(tab) if wire.read(frame).json["you"][held]]
    assert len(told) >= len(tabs)
    return {len(frame) for frame in told}


async def test_notices_of_ballots_are_of_one_length(group: Group) -> None:
    await group.joins(1)
    await group.writes(12)
    await group.goes("vote", dots=6)
    options = group.options()
    await group.votes([(group.pia, []), (group.ben, options[:1]), (group.more[0], options[3:6])])
    for tab in group.voters:
        await tab.until(lambda tab: tab.notice["you"]["ballot"])
    assert len(sizes(group.voters, "ballot")) == 1


async def test_notices_of_reasons_are_of_one_length(group: Group) -> None:
    await group.joins(2)
    await group.writes(4)
    await group.goes("decide")
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    await group.fay.ok("write_decision", decision="We start in May.", owner="Mara", shortlist=[option])
    for tab, reason in zip(group.voters, REASONS, strict=True):
        await tab.ok("answer_consent", level=2, reason=reason)
        await tab.until(lambda tab: tab.notice["you"]["consent"])
    assert len(sizes(group.voters, "consent")) == 1


async def test_the_page_of_who_answered_is_as_long_as_that_of_who_did_not(group: Group) -> None:
    await group.joins(1)
    await group.writes(4)
    await group.goes("decide")
    option = group.fay.meta("rounds")[0]["options"][0]["option"]
    await group.fay.ok("write_decision", decision="We start in May.", owner="Mara", shortlist=[option])
    await group.pia.ok("answer_consent", level=2, reason="May is late. " * 38)
    assert (await group.browser("pia").boot())["notice"]["you"]["consent"]
    lengths = {len(await group.browser(name).page("participate")) for name in ("pia", "ben")}
    assert len(lengths) == 1


@pytest.mark.parametrize("length", [2, 900, 2048, 2049, 6000])
def test_a_personal_notice_is_filled_up_and_never_compressed(length: int) -> None:
    made = framing.padded_notice(b" " * length, PADDED_TO)
    assert len(wire.read(made.payload).body) == -(-length // PADDED_TO) * PADDED_TO
    assert not made.compressible
