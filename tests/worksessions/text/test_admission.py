"""Which updates fit what is committed: by hand, one rule after another, with the traps that each rule closes."""

import pytest

from board.worksessions.text.admission import Admitted, History
from board.worksessions.text.reading import read
from board.worksessions.text.update import MOST_CLIENTS, MOST_NEWS, Id, Reason, RefusedUpdateError, Span, Struct
from tests.worksessions.text.updates import STATE, Server, deletions, people, removed, section, string, update

ANA, BEN = 7, 9
"""their client ids"""


def reason(server: Server, frame: bytes, person: str = "Ben") -> Reason:
    """Why an update is refused, which leaves the text and its history as they were."""
    before = str(server.text), server.doc.get_update(), dict(server.history.clocks)
    with pytest.raises(RefusedUpdateError) as refused:
        server.receive(frame, person)
    assert (str(server.text), server.doc.get_update(), server.history.clocks) == before
    return refused.value.reason


@pytest.fixture
def server() -> Server:
    """Ana wrote "a😀bc" and deleted "b"."""
    server = Server()
    server.receive(update(section(ANA, 0, string("a😀bc")), deleted=[deletions(ANA, (3, 1))]), "Ana")
    return server


def test_what_an_update_adds(server: Server) -> None:
    frame = update(section(BEN, 0, string("x👍", (ANA, 4)), removed(2, (BEN, 2))), deleted=[deletions(ANA, (1, 2))])
    assert server.receive(frame, "Ben") == Admitted(
        news=[Span(BEN, 0, 5)],
        inserted=3,
        deleted=[Span(ANA, 1, 3)],
        new_clients=[BEN],
        halves=[Id(BEN, 2)],
        order=[(BEN, Struct(0, 3, Id(ANA, 4), None, "x👍")), (BEN, Struct(3, 2, Id(BEN, 2), None, None))],
    )
    assert str(server.text) == "acx👍"
    assert server.history == History({ANA: 5, BEN: 5}, {ANA: "Ana", BEN: "Ben"}, {Id(ANA, 2), Id(BEN, 2)})


def test_a_client_id_belongs_to_whoever_used_it_first(server: Server) -> None:
    stolen = update(section(ANA, 5, string("EVIL", (ANA, 4))))
    assert reason(server, stolen) is Reason.OTHERS_CLIENT
    server.receive(stolen, "Ana")


def test_a_client_id_can_belong_to_somebody_before_it_writes(server: Server) -> None:
    server.history.owners[BEN] = "Ben"
    assert reason(server, update(section(BEN, 0, string("x", (ANA, 0)))), "Ana") is Reason.OTHERS_CLIENT
    assert server.receive(update(section(BEN, 0, string("x", (ANA, 0)))), "Ben").new_clients == []


def test_a_client_that_wrote_before_the_server_knew_owners_belongs_to_no_person(server: Server) -> None:
    server.history.owners.clear()
    assert reason(server, update(section(ANA, 5, string("x", (ANA, 4)))), "Ana") is Reason.OTHERS_CLIENT


def test_what_is_committed_may_be_repeated_by_anybody(server: Server) -> None:
    state = server.doc.get_update()
    again = server.receive(state, "Ben")
    assert (again.news, again.inserted, again.new_clients, again.halves) == ([], 0, [], [])
    more = update(section(ANA, 0, string("a😀bcd")), section(BEN, 0, string("!", (ANA, 4))))
    assert reason(server, more) is Reason.OTHERS_CLIENT
    added = server.receive(more, "Ana")
    assert (added.news, added.inserted) == ([Span(ANA, 5, 6), Span(BEN, 0, 1)], 2)
    assert str(server.text) == "a😀cd!"


def test_a_repetition_with_other_words_changes_nothing(server: Server) -> None:
    server.receive(update(section(ANA, 0, string("😀EVId"))), "Ana")
    assert str(server.text) == "a😀cd"
    assert server.history.halves == {Id(ANA, 2)}


@pytest.mark.parametrize(
    ("origin", "why"),
    [((ANA, 1), Reason.SPLIT_CHARACTER), ((ANA, 5), Reason.GAP), ((BEN, 3), Reason.GAP), ((BEN, 2), Reason.GAP)],
)
def test_a_repetition_has_neighbours_that_are_there(server: Server, origin: tuple[int, int], why: Reason) -> None:
    """Pages that have the words already look for the neighbours: Yjs cuts the text there, or waits for them."""
    server.receive(update(section(BEN, 0, string("xyz", (ANA, 4)))), "Ben")
    assert reason(server, update(section(BEN, 0, string("xyz", origin)))) is why


def test_a_gap_is_not_stored(server: Server) -> None:
    assert reason(server, update(section(ANA, 6, string("x", (ANA, 4)))), "Ana") is Reason.GAP
    assert reason(server, update(section(BEN, 1, string("x", (ANA, 0))))) is Reason.GAP


@pytest.mark.parametrize(
    ("origin", "right"), [((ANA, 5), None), (None, (ANA, 5)), ((ANA, 0), (11, 0)), ((BEN, 0), None), (None, (BEN, 1))]
)
def test_a_neighbour_that_is_not_there_is_a_gap(
    server: Server, origin: tuple[int, int] | None, right: tuple[int, int] | None
) -> None:
    assert reason(server, update(section(BEN, 0, string("xy", origin, right)))) is Reason.GAP


def test_neighbours_may_be_in_the_same_update(server: Server) -> None:
    frame = update(
        section(BEN, 0, string("x", (11, 0)), string("y", (11, 1), (ANA, 4))),
        section(11, 0, string("1", (ANA, 0)), string("2", (BEN, 0))),
    )
    assert server.receive(frame, "Ben").inserted == 4
    assert len(str(server.text)) == 7


def test_two_structs_cannot_wait_for_each_other(server: Server) -> None:
    frame = update(section(BEN, 0, string("x", (11, 0))), section(11, 0, string("1", (BEN, 0))))
    assert reason(server, frame) is Reason.GAP


def test_what_is_not_there_yet_cannot_be_deleted(server: Server) -> None:
    assert reason(server, update(deleted=[deletions(ANA, (4, 2))])) is Reason.DELETES_AHEAD
    assert reason(server, update(deleted=[deletions(BEN, (0, 1))])) is Reason.DELETES_AHEAD
    server.receive(update(section(BEN, 0, string("xyz", (ANA, 4))), deleted=[deletions(BEN, (0, 2))]), "Ben")
    assert str(server.text) == "a😀cz"


CUTS = {
    "after its first half": update(section(BEN, 0, string("x", (ANA, 1)))),
    "before its second half": update(section(BEN, 0, string("x", None, (ANA, 2)))),
    "its first half deleted": update(deleted=[deletions(ANA, (0, 2))]),
    "its second half deleted": update(deleted=[deletions(ANA, (2, 1))]),
    "in the update itself": update(section(BEN, 0, string("😀", (ANA, 4))), deleted=[deletions(BEN, (1, 1))]),
    "between two of its structs": update(section(BEN, 0, string("😀", (ANA, 4)), string("x", (BEN, 0)))),
}


@pytest.mark.parametrize("frame", CUTS.values(), ids=CUTS)
def test_no_character_is_cut_in_two(server: Server, frame: bytes) -> None:
    assert reason(server, frame) is Reason.SPLIT_CHARACTER


def test_a_repetition_does_not_end_inside_a_character(server: Server) -> None:
    server.receive(update(section(BEN, 0, string("x", (ANA, 4)))), "Ben")
    assert reason(server, update(section(BEN, 0, string("😀bc", (ANA, 4))))) is Reason.SPLIT_CHARACTER


def test_pycrdt_cuts_a_character_elsewhere_than_yjs(server: Server) -> None:
    """Why the rule is there: when this fails, pycrdt cuts as Yjs does. Yjs leaves "a", U+FFFD and "c"."""
    server.doc.apply_update(CUTS["its second half deleted"])
    assert str(server.text) != "a\ufffdc"


def test_a_whole_character_may_be_deleted_and_written_beside(server: Server) -> None:
    server.receive(update(section(BEN, 0, string("x", (ANA, 0), (ANA, 1)), string("y", (ANA, 2), (ANA, 3)))), "Ben")
    assert str(server.text) == "ax😀yc"
    server.receive(update(deleted=[deletions(ANA, (1, 2))]), "Ben")
    assert str(server.text) == "axyc"


def test_a_client_writes_once_between_two_neighbours(server: Server) -> None:
    for place in ((None, None), ((ANA, 0), None), (None, (ANA, 0)), ((ANA, 0), (ANA, 1))):
        assert reason(server, update(section(BEN, 0, string("x", *place), string("y", *place)))) is Reason.SAME_PLACE
    frame = update(
        section(BEN, 0, string("x", (ANA, 0), (ANA, 1)), removed(1, (ANA, 0), (BEN, 0))),
        section(11, 0, string("y", (ANA, 0), (ANA, 1))),
    )
    server.receive(frame, "Ben")


def several(count: int) -> bytes:
    return update(*(section(client, 0, string("x", (ANA, 4))) for client in range(100, 100 + count)))


def test_an_update_has_news_of_few_clients(server: Server) -> None:
    assert reason(server, several(MOST_NEWS + 1)) is Reason.TOO_MANY
    assert len(server.receive(several(MOST_NEWS), "Ben").new_clients) == MOST_NEWS
    # What is committed does not count.
    for client in range(200, 200 + 2 * MOST_NEWS):
        server.receive(update(section(client, 0, string("y", (ANA, 4)))), "Ben")
    assert server.receive(server.doc.get_update(), "Ben").news == []


def test_a_text_has_a_largest_number_of_clients(server: Server) -> None:
    server.history.clocks.update(dict.fromkeys(range(1000, 1000 + MOST_CLIENTS - 3), 1))
    assert reason(server, several(3)) is Reason.TOO_MANY
    assert len(server.admit(several(2), "Ben").news) == 2


def test_what_heals_by_a_sync_step_is_told_apart() -> None:
    assert {one for one in Reason if one.heals} == {Reason.GAP, Reason.DELETES_AHEAD}


def test_the_history_of_a_stored_text(server: Server) -> None:
    server.receive(update(section(BEN, 0, string("👍x", (ANA, 4)))), "Ben")
    stored = History.of(read(server.doc.get_update(), STATE), people([ANA, BEN]))
    assert (stored.clocks, stored.halves) == (server.history.clocks, server.history.halves)
    assert stored.owners == people([ANA, BEN])
