"""How long a text may be: code points are counted, what was deleted is not, and a deletion is always taken."""

import pytest
from pycrdt import Doc, Text

from board.worksessions.text.reading import read
from board.worksessions.text.shared import SharedText
from board.worksessions.text.update import FRAME, MOST_CHARACTERS, ROOT, Reason, RefusedUpdateError

PIECE = 8000


class Page:
    """Somebody who pastes into the text."""

    def __init__(self, shared: SharedText) -> None:
        self.shared = shared
        self.doc: Doc[Text] = Doc()
        self.text = self.doc.get(ROOT, type=Text)

    def _send(self, before: bytes) -> None:
        with self.shared.change():
            self.shared.take(read(self.doc.get_update(before), FRAME), "Ana", lambda _: True)

    def paste(self, character: str, times: int) -> None:
        for start in range(0, times, PIECE):
            before = self.doc.get_state()
            self.text.insert(0, character * min(PIECE, times - start))
            self._send(before)

    def delete(self, bytes_: int) -> None:
        before = self.doc.get_state()
        del self.text[:bytes_]
        self._send(before)


@pytest.mark.parametrize("character", ["b", "é", "😀"])
def test_a_text_has_250_000_characters_and_not_one_more(character: str) -> None:
    shared = SharedText("session", {})
    page = Page(shared)
    page.paste(character, MOST_CHARACTERS)
    assert len(shared.value) == MOST_CHARACTERS == 250_000
    with pytest.raises(RefusedUpdateError) as refused:
        Page(shared).paste(character, 1)
    assert refused.value.reason is Reason.TOO_LARGE
    page.delete(PIECE * len(character.encode()))
    page.paste(character, PIECE)
    assert len(shared.value) == MOST_CHARACTERS
