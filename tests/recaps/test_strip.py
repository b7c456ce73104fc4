"""The small pages that show a text growing."""

from board.markdown.making import Making
from board.recaps.exports import strip
from tests.recaps import samples
from tests.recaps.makings import making
from tests.recaps.texts import ZONING

ENDED = samples.at(60)


def test_a_few_pages_from_the_first_to_the_last() -> None:
    drawn = strip.pages(making(ZONING), ENDED)
    assert len(drawn) == strip.MOST
    assert (drawn[0].headings, drawn[0].lines) == ("", "")
    assert [one.label for one in drawn] == ["15:05", "15:12", "15:26", "15:33", "15:40", "15:47", "16:01", "16:05"]
    lengths = [one.headings.count("M") + one.lines.count("M") for one in drawn]
    assert lengths == sorted(lengths)
    assert drawn[-1].headings.count("M") == 3


def test_a_later_day_is_named() -> None:
    assert strip.pages(making(ZONING), samples.at(60 * 24 * 3))[-1].label == "30 Nov"


def test_the_words_of_a_long_text_stay_on_their_page() -> None:
    drawn = strip.pages(making("A line of some length that goes on.\n\n" * 5000), ENDED)
    assert all(one.lines.count("M") < strip.HEIGHT for one in drawn)
    assert drawn[-1].lines


def test_one_moment_is_no_growth() -> None:
    assert strip.pages(Making(making(ZONING).frames[:1]), ENDED) == []
    assert strip.pages(Making(()), None) == []
