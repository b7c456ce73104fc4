"""The text of a session as data for the typesetter: nothing that people write is more than words, and nesting ends."""

from board.recaps.exports.text.blocks import DEEPEST, blocks
from board.recaps.exports.text.comparison import comparison
from board.recaps.exports.text.spans import LONGEST_LINK
from board.records.canonical import Json
from tests.recaps import samples


def words(block: Json) -> str:
    return "".join(span["text"].replace("\u200b", "") for span in block["spans"])


def only(text: str) -> Json:
    (block,) = blocks(text)
    return block


def looks(text: str) -> list[tuple[str, dict[str, object]]]:
    return [
        (span["text"].replace("\u200b", ""), {name: one for name, one in span.items() if name != "text"})
        for span in only(text)["spans"]
    ]


def depth(tree: object) -> int:
    """How deep lists and quotations stand in one another."""
    if isinstance(tree, list):
        return max(map(depth, tree), default=0)
    if isinstance(tree, dict):
        return (tree.get("kind") in ("list", "quote")) + max(map(depth, tree.values()), default=0)
    return 0


def test_headings_keep_their_level_and_their_place() -> None:
    found = blocks("# One\n\n## Two\n\n###### Six\n\nUnder\n===\n\nLine\n---\n\n> # Quoted")
    levels = [(one["level"], words(one), one["place"]) for one in found[:5]]
    assert levels == [
        (1, "One", "place-1"),
        (2, "Two", "place-2"),
        (6, "Six", "place-3"),
        (1, "Under", "place-4"),
        (2, "Line", "place-5"),
    ]
    assert found[5]["blocks"][0]["place"] is None


def test_words_keep_their_looks() -> None:
    assert looks("**bold** *lean* ~~gone~~ `code`\nnext") == [
        ("bold", {"strong": True}),
        (" ", {}),
        ("lean", {"em": True}),
        (" ", {}),
        ("gone", {"s": True}),
        (" ", {}),
        ("code", {"code": True}),
        ("\nnext", {}),
    ]


def test_a_link_is_followed_by_its_address_unless_it_is_the_address() -> None:
    href = {"href": "https://a.example/x"}
    assert looks("[the **study**](https://a.example/x)") == [
        ("the ", href),
        ("study", {"strong": True} | href),
        ("https://a.example/x", href | {"address": True}),
    ]
    assert looks("<https://a.example/x>") == [("https://a.example/x", href)]
    assert looks("[a.example/x](https://a.example/x)") == [("a.example/x", href)]
    assert looks("[Mara](mailto:mara@a.example)")[1] == (
        "mara@a.example",
        {"href": "mailto:mara@a.example", "address": True},
    )


def test_an_address_breaks_behind_its_slashes() -> None:
    address = "https://a.example/a/longer/path?of=a&page"
    shown = only(f"[press]({address})")["spans"][1]["text"]
    assert shown.split("\u200b") == ["https://a.example/", "a/", "longer/", "path?", "of=a&", "page"]
    assert only(f"<{address}>")["spans"][0]["text"] == shown


def test_only_addresses_that_readers_can_follow_become_links() -> None:
    for address in ("ftp://a.example", "tel:112", "/here", "#there", "javascript:alert(1)", "file:///etc/passwd"):
        assert "href" not in str(looks(f"[press]({address})")), address


def test_an_address_that_is_too_long_for_the_typesetter_is_shown_and_not_a_link() -> None:
    shown = only(f"[press](https://a.example/{'x' * LONGEST_LINK})")
    assert "href" not in str(shown)
    assert words(shown).endswith("x" * LONGEST_LINK)


def test_an_image_is_its_description() -> None:
    href = {"href": "https://a.example/y.png"}
    assert looks("![The *yard*](https://a.example/y.png)")[0] == ("The yard", href)
    assert looks("![](https://a.example/y.png)") == [("https://a.example/y.png", href)]
    link = {"href": "https://b.example/"}
    assert looks("[![The yard](https://a.example/y.png)](https://b.example/)")[0] == ("The yard", link)


def test_lists_keep_their_numbers_and_their_boxes() -> None:
    found = only("3. three\n4. four")
    assert (found["start"], [words(one["blocks"][0]) for one in found["items"]]) == (3, ["three", "four"])
    items = only("- [ ] **open**\n- [x] done\n- plain")["items"]
    assert [(one["box"], words(one["blocks"][0])) for one in items] == [
        ("open", "open"),
        ("done", "done"),
        (None, "plain"),
    ]


def test_lists_and_quotations_begin_where_their_first_words_do() -> None:
    hebrew = "\u05e9\u05dc\u05d5\u05dd"
    assert only(f"- {hebrew}\n- two")["rtl"]
    assert not only(f"- one\n- {hebrew}")["rtl"]
    assert only(f"> {hebrew}")["rtl"]


def test_a_table_keeps_its_columns_and_a_wide_one_becomes_lists() -> None:
    found = only("| a | b |\n| --- | ---: |\n| 1 | 2 |")
    assert (found["kind"], found["aligned"], words(found["rows"][0][1])) == ("table", ["", "right"], "2")
    wide = only(f"|{'h|' * 8}\n|{'---|' * 8}\n|{'c|' * 8}")
    assert (wide["kind"], [words(one) for one in wide["rows"][0][7]]) == ("records", ["h", "c"])


def test_words_in_narrow_columns_may_break() -> None:
    cell = only("| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| Wohnungsbaugesellschaft |")["rows"][0][0]
    assert len(cell["spans"][0]["text"].split("\u200b")) == 4


def test_code_and_rules_stay_what_they_are() -> None:
    assert blocks("```\n#let x = 1\n  y\n```\n\n---") == [{"kind": "code", "text": "#let x = 1\n  y"}, {"kind": "rule"}]


def test_nesting_ends_and_loses_nothing_of_what_the_parser_read() -> None:
    assert "deep" in str(blocks(samples.nested().text.text)), "as it was typed"
    deep = "".join(f"{'  ' * n}- item {n}\n" for n in range(DEEPEST + 1))
    assert depth(blocks(deep)) == DEEPEST
    assert all(f"item {n}'" in str(blocks(deep)) for n in range(DEEPEST + 1))
    assert blocks("> " * 10) == []


def test_a_text_that_is_too_complex_stands_as_it_was_typed() -> None:
    typed = "**a** [b](c)\n\n  * d\n" * 5000
    found = blocks(typed)
    assert "\n".join(map(words, found)) == typed
    assert {one["kind"] for one in found} == {"text"}
    assert all("strong" not in str(one) for one in found)


def test_what_changed_has_marked_words_and_folds() -> None:
    same = "\n\n".join(f"Line {n}" for n in range(9))
    found = comparison(f"{same}\n\nTwo storeys here.\n\nGone.", f"{same}\n\nSix storeys here.\n\n{'word ' * 3000}")
    fold, _, changed, gone, came = found["lines"]
    assert (fold["kind"], fold["text"]) == ("fold", "8 lines as they were")
    assert [part for part in changed["parts"] if part[0] != "same"] == [["removed", "Two"], ["added", "Six"]]
    assert (gone["change"], came["change"]) == ("removed", "added")
    assert [kind for kind, _ in came["parts"]] == ["added", "cut", "added"]
    assert "characters" in came["parts"][1][1]
    assert found["left_out"] is None


def test_lines_that_are_not_shown_are_counted() -> None:
    before, after = ("\n\n".join(f"{word} {n}" for n in range(1500)) for word in ("old", "new"))
    assert "more lines changed" in comparison(before, after)["left_out"]
