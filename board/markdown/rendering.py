"""The text of a session as safe HTML: CommonMark with tables, strikethrough and task lists.

What people write never becomes markup of its own: HTML in the text stays text, and an allow-list cleans the result.
Images are not loaded; their description stands there as a link. Headings are one level lower than in the text, since
the page has the first. Each heading outside of quotations and lists begins a section that carries its words as they
stand in the text.

Work is bounded by counting what the parser does. A text that needs more is shown as it was typed.
"""

import html
from collections.abc import MutableMapping, Sequence
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from board.markdown import structure

MOST_STEPS = 24_000
"""what one text may cost: a line, a place at which the parser looks, a token; a step takes up to 8 µs"""
LINE_STEPS, CELL_STEPS = 2, 4
"""what the parser takes to look at a line as the start of a block, and to make a cell of a table"""
HEAVY = {"<": 8, "[": 3, "!": 2, "*": 2, "_": 2, "~": 2}
"""signs at which it works longer than the one step of every other place in the text, and of each token"""
DEEPEST_BLOCK = 20
"""levels of the parser; a list has two, and a quotation one"""
STEPS = "steps"

_ALIGNED = {"left", "center", "right"}
_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "th", "td", "pre"}
_TAGS = _BLOCKS | {"section", "a", "em", "strong", "s", "code", "br", "hr", "table", "thead", "tbody", "tr"}
_ATTRIBUTES = {
    **{tag: {"dir"} for tag in _BLOCKS},
    **{tag: {"dir", "id"} for tag in ("h2", "h3", "h4", "h5", "h6")},
    "section": {"data-heading"},
    "a": {"href", "title"},
    "ol": {"start", "dir"},
}
_CLASSES = {"th": _ALIGNED, "td": _ALIGNED, "pre": {"plain"}, "li": {"task"}}
_SCHEMES = {"http", "https", "mailto"}


class TooComplexError(Exception):
    """A text needs more steps than one may take."""


def rendered(text: str) -> str:
    """The text as an HTML fragment. May take a fifth of a second: run it in a thread."""
    try:
        made = _parser.render(text, {STEPS: text.count("\n")})
    except (TooComplexError, RecursionError):
        return plain(text)
    return nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel="nofollow ugc noopener",
    )


def parsed(text: str) -> list[Token] | None:
    """The text as the tokens of the parser; None for one that would take too long."""
    try:
        return _parser.parse(text, {STEPS: text.count("\n")})
    except (TooComplexError, RecursionError):
        return None


def plain(text: str) -> str:
    """The text as it was typed."""
    # A reader of HTML takes off the first line break of such a block.
    return f'<pre class="plain" dir="auto">\n{html.escape(text)}</pre>'


def _spend(env: MutableMapping[str, Any], steps: int) -> None:  # Any: what the parser's rules keep there
    env[STEPS] += steps
    if env[STEPS] > MOST_STEPS:
        raise TooComplexError


def _count_tokens(state: StateCore) -> None:
    _spend(state.env, len(state.tokens))


def _count_children(state: StateCore) -> None:
    _spend(state.env, sum(len(token.children or ()) for token in state.tokens))


def _count_line(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:
    if state.level >= DEEPEST_BLOCK:
        # The parser would leave out what stands deeper, without a sign.
        raise TooComplexError
    # Each level of a list in a list reads the rest of its line once.
    _spend(state.env, LINE_STEPS + (state.eMarks[start] - state.bMarks[start]) // 100)
    return False


def _count_place(state: StateInline, _silent: bool) -> bool:
    _spend(state.env, HEAVY.get(state.src[state.pos], 1))
    return False


def _counted_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser fills short rows up: a heading of a thousand columns would make a thousand cells of each letter."""
    rule = state.getLines(start + 1, start + 2, 0, False) if start + 2 <= end else ""
    if "-" in rule and not rule.strip("|-: \t"):
        rows = next((row for row in range(start, end) if state.isEmpty(row)), end) - start
        _spend(state.env, CELL_STEPS * (rule.count("|") + 1) * rows)
    return table(state, start, end, silent)


def _image(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    """The description in place of the image: a link to it, unless it stands in a link."""
    token = tokens[at]
    source = str(token.attrs["src"])
    label = html.escape(renderer.renderInlineAsText(token.children or (), options, env).strip() or source)
    return label if token.meta["in_link"] else f'<a href="{html.escape(source)}">{label}</a>'


def _made() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": 2 * DEEPEST_BLOCK}).enable(
        ["table", "strikethrough"]
    )
    parser.block.ruler.at("table", _counted_table, {"alt": ["paragraph", "reference"]})
    chains = ["paragraph", "reference", "blockquote", "list", "table"]
    parser.block.ruler.before("table", "count", _count_line, {"alt": chains})
    parser.inline.ruler.before("text", "count", _count_place)
    parser.core.ruler.after("block", "count", _count_tokens)
    parser.core.ruler.after("count", "tasks", structure.mark_tasks)
    parser.core.ruler.after("inline", "flatten", structure.flatten)
    parser.core.ruler.after("inline", "count_children", _count_children)
    parser.core.ruler.push("places", structure.mark_places)
    parser.add_render_rule("image", _image)
    return parser


_parser = _made()
