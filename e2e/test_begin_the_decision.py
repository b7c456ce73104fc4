"""One press starts the decision with the words of an option, which its writer edits from there."""

import re

from playwright.sync_api import expect

from e2e.api import Table
from e2e.conftest import People

LONG = "Close the road on Sundays " + "and on every other day without a school " * 6


def test_the_words_of_an_option_begin_the_sentence_and_the_focus_is_in_it(people: People, table: Table) -> None:
    table.seat(4)
    table.lay(["Plant trees along the road", "More shade", LONG], {"Trees": 2})
    table.go("vote")
    table.vote()
    table.go("decide")
    olga = people.leads(table)
    olga.presses("Write the decision")
    sentence = olga.field("The decision, in one sentence")
    expect(sentence).to_be_focused()
    begin = olga.page.get_by_role("button", name=re.compile("^Begin with this: "))
    expect(begin).to_have_count(2)
    before = olga.page.locator(".rests").bounding_box()
    olga.page.get_by_role("button", name="Begin with this: Close the road").click()
    expect(sentence).to_have_value(LONG.strip())
    expect(sentence).to_be_focused()
    expect(begin).to_have_count(0)
    assert olga.page.locator(".rests").bounding_box() == before
    olga.page.keyboard.press("End")
    olga.page.keyboard.type(" from May.")
    olga.page.reload()
    olga.presses("Write the decision")
    expect(sentence).to_have_value(LONG.strip() + " from May.")
    # Whoever empties it may begin again.
    sentence.fill("")
    olga.presses("Begin with this: Trees")
    expect(sentence).to_have_value("Trees")
