"""A board is taken away in every phase and every form: marked as a draft until it is final, and saying no secret."""

import json
import xml.etree.ElementTree as ET

import pytest

from board.decisions.exports.formats import DRAFTS, FORMATS
from tests.brainstorm.clients import Browser
from tests.cast import Group
from tests.decisions import readers

PHASES = ("lobby", "diverge", "reveal", "cluster", "vote", "decide")
MARK = dict.fromkeys(DRAFTS, "Draft: this board is still at work")
MARK |= {"json": "shortlist-draft/1", "pdf": "Draft, nothing here is final"}
# The colour of the mark on a picture, and of nothing else.
MARKED = (0x7D, 0x52, 0x00)


def said(ending: str, content: bytes) -> str:
    """All words of a file, as its reader reads them."""
    if ending == "pdf":
        return " ".join(" ".join(readers.pdf_pages(content)).split())
    if ending == "svg":
        return " ".join(ET.fromstring(content).itertext())  # noqa: S314 - our own
    return content.decode()


def marks(content: bytes) -> int:
    return sum(count for count, colour in readers.picture(content).getcolors(1 << 22) or () if colour == MARKED)


async def files(browser: Browser) -> dict[str, bytes]:
    found = {}
    for ending in DRAFTS:
        answer = await browser.export(ending)
        assert answer.status_code == 200, ending
        assert answer.headers["content-type"].startswith(FORMATS[ending].media_type)
        found[ending] = answer.content
    return found


@pytest.mark.parametrize("until", PHASES)
async def test_every_form_of_a_board_at_work_says_that_it_is_a_draft(group: Group, until: str) -> None:
    await group.joins(1)
    for phase in PHASES[1 : PHASES.index(until) + 1]:
        await group.goes(phase)
        if phase == "diverge":
            await group.pia.write("a revealed zebra")
            await group.ben.write("another zebra")
    for ending, content in (await files(group.browser("ben"))).items():
        if ending == "png":
            assert marks(content) > 300
            continue
        told = said(ending, content)
        assert MARK[ending] in told, ending
        if ending not in ("svg", "png"):
            assert ("a revealed zebra" in told) is (until not in ("lobby", "diverge")), ending
    name = (await group.browser("ben").export("pdf")).headers["content-disposition"]
    assert 'filename="draft-' in name


async def test_nothing_that_is_hidden_is_in_any_file(group: Group) -> None:
    await group.goes("diverge")
    await group.pia.write("open zebra")
    bad = await group.ben.write("abusive zebra")
    await group.goes("reveal")
    await group.fay.ok("hide_idea", idea=bad.id, hidden=True)
    await group.goes("diverge")
    await group.ben.write("unrevealed zebra")
    for name in ("pia", "fay"):
        for ending, content in (await files(group.browser(name))).items():
            if ending == "png":
                continue
            told = said(ending, content)
            assert "abusive zebra" not in told, ending
            assert "unrevealed zebra" not in told, ending
            assert b"abusive zebra" not in content
    told = json.loads((await group.browser("pia").export("json")).content)
    assert sorted(one.get("text", "") for one in told["ideas"]) == ["", "open zebra"]


async def test_no_count_is_in_any_file_before_the_vote_is_closed(group: Group) -> None:
    """Two votes with different results look the same, except for the time."""
    await group.joins(2)
    await group.writes(4)
    await group.goes("vote")
    options = group.options()

    async def told() -> dict[str, object]:
        found: dict[str, object] = {}
        for ending, content in (await files(group.browser("ben"))).items():
            if ending == "pdf":
                found[ending] = [
                    line for line in readers.pdf_pages(content) for line in line.splitlines() if ":" not in line
                ]
            elif ending == "png":
                found[ending] = readers.picture(content).crop((0, 600, 1920, 1080)).tobytes()
        return found

    before = await told()
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={options[0]: 1}, bold=options[1], done=True)
    await group.load_everything()
    after = await told()
    assert after == before
    await group.goes("decide")
    assert (await told()) != before


async def test_a_final_board_gives_the_files_of_its_decision(group: Group) -> None:
    await group.joins(1)
    await group.goes("diverge")
    await group.pia.write("an idea")
    await group.goes("vote")
    options = group.options()
    for tab in group.voters:
        await tab.ok("cast_ballot", dots={options[0]: 1}, bold=None)
    await group.goes("decide")
    await group.fay.ok("write_decision", decision="So be it.", owner="Mara", shortlist=options[:1])
    sha256 = (await group.fay.ok("freeze"))["decision"]
    for ending, content in (await files(group.browser("ben"))).items():
        assert content == (await group.browser("ben").get(f"/decisions/{sha256}.{ending}")).content, ending
    assert f"/decisions/{sha256}" in next(iter(readers.links((await group.browser("ben").export("pdf")).content)))
