"""Everything that people write by pycrdt or Yjs is admitted, and does what the admission says."""

import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Text, TransactionEvent, merge_updates

from board.worksessions.text.update import ROOT, UPLOAD
from tests.worksessions.text.updates import Server
from tests.worksessions.text.yjs_texts import Written, written

SOAK = bool(os.environ.get("SOAK"))
GROUP = "the group"
"""owns all clients, where it does not matter whose they are"""
WORDS = st.sampled_from(
    ["a", "of", "שלום", "😀", "👩‍👩‍👧", "é", "e\u0301", "\ufeff", "日本語", "\n", "z" * 40]
) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=5)
EDITS = st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.integers(0, 40), st.integers(0, 6), WORDS), max_size=30)


class Writer:
    """A person who writes by pycrdt: what was not sent is in `unsent`."""

    def __init__(self) -> None:
        self.doc: Doc[Text] = Doc()
        self.text = self.doc.get(ROOT, type=Text)
        self.unsent: list[bytes] = []
        self._receives = False
        self.observing = self.doc.observe(self._remember)

    def _remember(self, event: TransactionEvent) -> None:
        if not self._receives:
            self.unsent.append(event.update)

    def edit(self, at: int, removed: int, words: str) -> None:
        """Positions of pycrdt count UTF-8 bytes."""
        characters = str(self.text)
        start, end = (len(characters[:until].encode()) for until in (at, at + removed))
        with self.doc.transaction():
            if start < end:
                del self.text[start:end]
            self.text.insert(start, words)

    def receive(self, server: Server) -> None:
        self._receives = True
        self.doc.apply_update(server.doc.get_update(self.doc.get_state()))
        self._receives = False


@settings(max_examples=2000 if SOAK else 40, deadline=None)
@given(EDITS)
def test_what_pycrdt_writes_is_admitted(edits: list[tuple[int, bool, int, int, str]]) -> None:
    server = Server()
    writers = [Writer() for _ in range(3)]
    for nth, online, at, removed, words in edits:
        writer = writers[nth]
        writer.edit(at, removed, words)
        if online:
            send(writer, server)
            writer.receive(server)
    for writer in [*writers, *writers]:
        send(writer, server)
        writer.receive(server)
    assert {str(writer.text) for writer in writers} == {str(server.text)}


def send(writer: Writer, server: Server) -> None:
    """One after another or merged into one. What the server has of them already adds nothing."""
    if not writer.unsent:
        return
    sent = [merge_updates(*writer.unsent)] if len(writer.unsent) > 2 else writer.unsent
    for frame in sent:
        receive(server, frame)
    assert server.admit(merge_updates(*writer.unsent), GROUP).news == []
    writer.unsent.clear()


def receive(server: Server, frame: bytes) -> None:
    """The text grows by what was inserted, and shrinks by no more than what was deleted."""
    before = server.units()
    admitted = server.receive(frame, GROUP, UPLOAD)
    deleted = sum(span.end - span.start for span in admitted.deleted)
    grown = before + admitted.inserted
    assert grown - deleted <= server.units() <= grown


def test_what_yjs_writes_is_admitted() -> None:
    """Undo and redo, everything selected and deleted, offline for a while, updates merged or as a difference."""
    for people in range(1, 5):
        for one in written(random.sample(range(2**32), 100 if SOAK else 2), people=people, turns=80):
            replay(one)


def replay(one: Written) -> None:
    server = Server()
    late = dict(one.late)
    for sent, frame in enumerate(one.log, 1):
        receive(server, frame)
        if sent in late:
            assert server.admit(late[sent], GROUP, UPLOAD).news == []
    assert str(server.text) == one.text
