"""Where in the text a condition is met: under the heading that has the same words."""

from markdown_it.token import Token

from board.markdown.rendering import parsed
from board.recaps.sentence import part


def places(text: str | None) -> dict[str, str]:
    """The heading of each wording, by the id that the formatted text gives it; the first one of several counts."""
    tokens = parsed(text) if text else None
    found: dict[str, str] = {}
    for token, inline in zip(tokens or (), (tokens or ())[1:], strict=False):
        place = token.attrs.get("id")
        if token.type == "heading_open" and place:
            found.setdefault(_words(_shown(inline.children or [])), str(place))
    return found


def place_of(text: str, found: dict[str, str]) -> str | None:
    """The id of the heading that has these words."""
    return found.get(_words(text))


def _shown(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens)


def _words(text: str) -> str:
    return part(text).casefold()
