"""The warnings about a ballot that only the facilitator sees before the vote opens."""

import httpx

from tests.brainstorm.clients import Browser
from tests.cast import Group


async def health(group: Group, browser: Browser) -> httpx.Response:
    return await browser.get(f"/api/boards/{group.board}/health")


async def test_the_facilitator_is_told_what_looks_alike_and_what_dots_suit(group: Group) -> None:
    await group.goes("diverge")
    texts = ["Cap the rents", "Plant more trees", "cap the rents!", "A night bus"]
    written = {text: (await group.pia.write(text)).id for text in texts}
    hidden = (await health(group, group.browser("fay"))).json()
    assert hidden == {"options": 0, "dots": 0, "many": False, "alike": []}, "nothing of what is hidden is compared"
    await group.goes("cluster")
    told = (await health(group, group.browser("fay"))).json()
    assert (told["options"], told["dots"], told["many"]) == (4, 2, False)
    assert [set(alike) for alike in told["alike"]] == [{written["Cap the rents"], written["cap the rents!"]}]
    await group.fay.ok("set_aside", option=written["cap the rents!"], aside=True)
    after = (await health(group, group.browser("fay"))).json()
    assert (after["options"], after["alike"]) == (3, [])


async def test_nobody_else_is_told(group: Group) -> None:
    for name in ("pia", "olu"):
        assert (await health(group, group.browser(name))).status_code == 403
    assert (await health(group, group.sam)).status_code == 404
