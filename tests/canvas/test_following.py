"""A document that two processes write: each mirrors what the other one stored."""

import random
import uuid

from msgspec import structs

from board.canvas.rank import scattered
from board.canvas.writer import Canvas
from board.protocol.document import ClusterEntry, Place

SEEDS = range(20)


def _writes(canvas: Canvas, random_: random.Random, ids: list[str]) -> list[bytes]:
    with canvas.change() as made:
        for _ in range(random_.randrange(1, 6)):
            key = random_.choice(ids)
            match random_.randrange(6):
                case 0:
                    canvas.put("ideas", key, f"words {random_.randrange(5)}")
                case 1:
                    canvas.put("places", key, Place(random_.choice([None, *ids[:3]]), scattered()))
                case 2:
                    canvas.put("numbers", key, random_.randrange(9))
                case 3:
                    canvas.put("clusters", random_.choice(ids[:3]), ClusterEntry("a name", scattered(), "A"))
                case 4:
                    canvas.drop(random_.choice(("ideas", "places", "clusters")), key)
                case _:
                    canvas.put_meta(question=f"Question {random_.randrange(3)}?", locked=bool(random_.randrange(2)))
    return made


def _content(canvas: Canvas) -> dict[str, object]:
    return {root: canvas.plain(root) for root in canvas.roots()}


def test_the_mirror_says_what_a_document_says_that_is_read_from_the_log() -> None:
    for seed in SEEDS:
        random_ = random.Random(seed)
        ids = [str(uuid.UUID(int=random_.getrandbits(128), version=4)) for _ in range(8)]
        first, log = Canvas(), list[bytes]()
        log += _writes(first, random_, ids)
        second = Canvas(log)
        for _ in range(30):
            writer, follower = random_.sample([first, second], 2)
            made = _writes(writer, random_, ids)
            log += made
            follower.follow(made)
            again = Canvas(log)
            for one in (first, second):
                assert _content(one) == _content(again), seed
                assert structs.asdict(one.document.meta) == structs.asdict(again.document.meta)
                assert one.document.places == again.document.places
                assert one.tombstones == again.tombstones, seed
                assert one.vector == again.vector
