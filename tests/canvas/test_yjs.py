"""A Yjs document that pages write: the server applies what they send, and knows what each of them lacks."""

from pycrdt import Doc, Text

from board.canvas.yjs import YjsDocument


def page(words: str) -> tuple[Doc[Text], bytes]:
    """A page that wrote a text, and its update."""
    doc: Doc[Text] = Doc()
    doc.get("notes", type=Text).insert(0, words)
    return doc, doc.get_update()


def test_what_pages_sent_in_one_change_is_one_update() -> None:
    document, seen = YjsDocument(), Doc[Text]()
    with document.change() as made:
        for words in ("one", "two"):
            document.apply(page(words)[1])
    assert len(made) == 1
    seen.apply_update(made[0])
    assert sorted((str(seen.get("notes", type=Text))[:3], str(seen.get("notes", type=Text))[3:])) == ["one", "two"]
    assert YjsDocument([document.state()]).state() == document.state()


def test_what_it_has_already_changes_nothing() -> None:
    _, update = page("one")
    document = YjsDocument([update])
    vector = document.vector
    with document.change() as made:
        document.apply(update)
    assert made == []
    assert document.vector == vector


def test_a_page_that_is_a_little_behind_gets_the_difference() -> None:
    author, update = page("a few words")
    document = YjsDocument([update])
    before = document.vector
    author.get("notes", type=Text).insert(0, "and ")
    with document.change():
        document.apply(author.get_update(before))
    assert document.vector != before
    known = document.behind(before)
    assert known is not None
    replica: Doc[Text] = Doc()
    replica.apply_update(update)
    replica.apply_update(document.since(known))
    assert str(replica.get("notes", type=Text)) == "and a few words"
