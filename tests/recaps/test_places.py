"""A condition leads to the heading with the same words, however either is written."""

import pytest

from board.markdown.rendering import rendered
from board.recaps.places import place_of, places
from tests.recaps import samples

TEXT = """# The brief

## The price is in it

### **Scope**: two [sites](https://example.org)

## The price is in it

> ## Quoted

## 価格
"""


@pytest.mark.parametrize(
    ("condition", "place"),
    [
        ("the price is in it.", "place-2"),
        ("Scope: two sites", "place-3"),
        ("価格", "place-5"),
        ("Quoted", None),
        ("price", None),
    ],
)
def test_the_first_heading_with_these_words_is_the_place(condition: str, place: str | None) -> None:
    assert place_of(condition, places(TEXT)) == place
    if place:
        assert f'id="{place}"' in rendered(TEXT)


def test_a_text_that_cannot_be_read_in_time_has_no_places() -> None:
    assert places(None) == {}
    assert places(samples.nested().text.text) == {}
