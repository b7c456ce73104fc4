"""The text of one session that everybody writes: what is committed of it, what an update may add, and its log."""

import time
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from itertools import islice

from board.canvas.co_written import CoWrittenText, Edit
from board.live.stored.update_log import UpdateLog
from board.worksessions.text.admission import Admitted, History, admit
from board.worksessions.text.edits import edits
from board.worksessions.text.encoding import encode
from board.worksessions.text.reading import read
from board.worksessions.text.update import (
    MOST_CHARACTERS,
    MOST_CLIENTS,
    ROOT,
    STORED,
    Id,
    Reason,
    RefusedUpdateError,
    Struct,
    TextUpdate,
)

MOST_STATE = 4 * 1024 * 1024
"""bytes of the encoded text; a larger one begins a new epoch, which forgets what was deleted"""
CROWDED = MOST_CLIENTS - 50
"""clients after which a new epoch begins: each page that is loaded is one"""
FIRST_SLICE, LARGEST_SLICE, QUICK = 1, 256, 0.001
"""structs that are applied at once, and the seconds below which the next slice is larger"""
ALLOWED, FOR_EACH = 0.02, 0.0001
"""processor seconds that an update may take, and what each of its structs adds

Text takes about 3 µs a struct. What is built to be compared with everything between distant neighbours took 4 ms.
"""


def log_of(session: str) -> str:
    """The name under which the updates of a session's text are stored."""
    return f"{session}/text"


class SharedText:
    """One epoch of the text. A new one begins at the end of a `change`, when it was asked for or has to."""

    def __init__(self, session: str, owners: MutableMapping[int, str]) -> None:
        """`owners`: client → the person who used it first, which is stored beside the text."""
        self.document = CoWrittenText(ROOT)
        self.history = History(owners=owners)
        self.log = UpdateLog(log_of(session))
        self.epoch = 1
        self.made: list[bytes] = []
        """the update of the last `change`, empty when nothing was written or the epoch changed"""
        self.missed: Sequence[bytes] = ()
        """updates of this epoch that other processes stored and our pages do not have"""
        self._ends = False
        """the epoch ends with this change"""
        self.renewed = False
        """to be stored whole: an epoch has begun"""
        self._most = 0
        """code points that the text has at most"""
        self._written: dict[int, tuple[Id | None, Id | None]] = {}
        """client → the end of what it wrote last, and what stands behind that"""
        self._unapplied: list[tuple[int, Struct]] = []
        """of the update in hand: neighbours may be among them"""
        self._writing = False

    @property
    def value(self) -> str:
        """The whole text."""
        return self.document.value

    @contextmanager
    def change(self) -> Iterator[None]:
        """One transaction of the text."""
        self._writing = False
        with self.document.change() as made:
            yield
        self.made = made
        if self._writing:
            for update in made:
                self.history.learn(read(update, STORED))
        if self._ends:
            self.begin(self.value, self.epoch + 1)

    def write(self, text: str) -> None:
        """Turns the text into another one. What others type meanwhile stays. Inside `change`."""
        self._writing = True
        self.document.edit(edits(self.value, text))

    def begin_epoch(self) -> None:
        """Forgets who wrote what, and what was deleted. Inside `change`."""
        self._ends = True

    @property
    def is_full(self) -> bool:
        """Whether a new epoch should begin: pages that were loaded and words that were deleted stay in this one."""
        return len(self.history.clocks) > CROWDED or self.log.base > MOST_STATE

    def take(self, update: TextUpdate, person: str, may_begin: Callable[[int], bool]) -> None:
        """Adds what a person wrote. Inside `change`. Raises RefusedUpdateError, after which a part may be added.

        `may_begin` says whether this person may write under this number of new clients.
        """
        admitted = admit(update, self.history, person)
        if not admitted.news and not admitted.deleted:
            return
        if admitted.new_clients and not may_begin(len(admitted.new_clients)):
            raise RefusedUpdateError(Reason.TOO_MANY)
        # A character outside the basic plane has two code units, and counts once.
        inserted = admitted.inserted - len(admitted.halves)
        self._check_length(inserted)
        self.history.runs.add(admitted.order)
        try:
            self._apply(admitted)
        except RefusedUpdateError:
            self.history.clocks = dict(self.document.clocks)
            self.history.runs.forget(self.history.clocks)
            self.history.halves.update(admitted.halves)
            self.history.owners.update(dict.fromkeys(admitted.new_clients, person))
            raise
        self.history.add(admitted, person)
        self._most += inserted

    def _check_length(self, inserted: int) -> None:
        if inserted and self._most + inserted > MOST_CHARACTERS:
            self._most = len(self.value)
            if self._most + inserted > MOST_CHARACTERS:
                raise RefusedUpdateError(Reason.TOO_LARGE)

    def _apply(self, admitted: Admitted) -> None:
        """Slice by slice, so that what takes too long can be stopped."""
        structs, size, self._unapplied = iter(admitted.order), FIRST_SLICE, []
        spent, allowed = 0.0, ALLOWED + FOR_EACH * len(admitted.order)
        while one := list(islice(structs, size)):
            began = time.thread_time()
            self._apply_slice(one)
            took = time.thread_time() - began
            spent += took
            size = min(2 * size, LARGEST_SLICE) if took < QUICK else FIRST_SLICE
            if spent > allowed:
                raise RefusedUpdateError(Reason.COSTLY)
        if admitted.deleted:
            self.document.apply(encode([], admitted.deleted))

    def _apply_slice(self, structs: list[tuple[int, Struct]]) -> None:
        for client, struct in structs:
            if not self._goes_on(client, struct):
                self._check_neighbours(struct.origin, struct.right)
            self._unapplied.append((client, struct))
            self._written[client] = Id(client, struct.end - 1), struct.right
        self._flush()

    def _check_neighbours(self, left: Id | None, right: Id | None) -> None:
        """Whoever knows a character knows the two between which it was written.

        So neither of these stands between the neighbours of a struct, and the right one not in front of the left one.
        Otherwise the order depends on which update comes first: a page that comes later would show another text, and
        pycrdt and Yjs can disagree.
        """
        left_of_right = self.history.runs.beside(right)[0] if right else None
        right_of_left = self.history.runs.beside(left)[1] if left else None
        if not (
            (left is None or right is None or self._is_before(left, right))
            and (left_of_right is None or (left is not None and self._is_before(left_of_right, left)))
            and (right_of_left is None or (right is not None and self._is_before(right, right_of_left)))
        ):
            raise RefusedUpdateError(Reason.CROSSED)

    def _is_before(self, first: Id, second: Id) -> bool:
        """Whether one does not stand behind the other. Of deleted ones the library knows only where they stood."""
        runs = self.history.runs
        if first == second or runs.in_order(first, second):
            return True
        if runs.cross(first, second):
            return False
        self._flush()
        return self.document.is_before(first, second)

    def _flush(self) -> None:
        structs, self._unapplied = self._unapplied, []
        if structs:
            self.document.apply(encode(structs))

    def _goes_on(self, client: int, struct: Struct) -> bool:
        """Typing on stands between what was typed and what stood behind it, whose order is known."""
        return self._written.get(client) == (struct.origin, struct.right)

    def begin(self, text: str, epoch: int) -> None:
        """Begins an epoch with a text that nobody in particular wrote."""
        fresh = CoWrittenText(ROOT)
        with fresh.change():
            fresh.edit([Edit(0, 0, text)])
        self.document, self.epoch, self.made = fresh, epoch, []
        self.history.owners.clear()
        self.history = History(owners=self.history.owners)
        self.history.learn(read(fresh.state(), STORED))
        self._most, self._written, self._ends, self.renewed = len(text), {}, False, True

    def follow(self, updates: Sequence[bytes], content: Iterable[TextUpdate]) -> None:
        """Another process has stored these updates, which say this."""
        with self.document.change():
            for update in updates:
                self.document.apply(update)
        for one in content:
            self.history.learn(one)
        self._most = len(self.value)
        self.missed = (*self.missed, *updates)

    def load(self, updates: Sequence[bytes], log: UpdateLog, epoch: int, history: History) -> None:
        """What the database holds. `history` is that of the updates."""
        self.document, self.log, self.epoch, self.history = CoWrittenText(ROOT, updates), log, epoch, history
        self._most = len(self.value)
