"""How a text came about: edits of its lines that lead from the first version to the text as it stands."""

from board.markdown.making import MOST_CHARACTERS, MOST_FRAMES, Chosen, Making, Player
from board.markdown.making import chosen as chosen_of
from board.markdown.rows import rows_of
from board.protocol.worksession.states import State
from board.worksessions.state.session import Session
from tests.worksessions.in_memory import Desk


def written(texts: list[str]) -> Session:
    session = Desk(written=()).session
    with session.change():
        session.canvas.put_meta(state=State.RUNNING)
        for number, text in enumerate(texts):
            session.write_text(text)
            session.keep_version("time", 1000.0 + number)
    return session


def chosen(session: Session) -> tuple[Chosen, ...]:
    return chosen_of(session.meta.versions, session.text_of, session.text.value)


def played(texts: tuple[Chosen, ...]) -> Making:
    player = Player()
    return Making(tuple(map(player.frame, texts)))


def replayed(made: Making) -> list[list[str]]:
    """The words of each frame."""
    lines: list[str] = []
    frames = []
    for frame in made.frames:
        for at, gone, came in reversed(frame.edits):
            lines[at : at + gone] = [text for _, _, text in came]
        frames.append(list(lines))
    return frames


def test_the_frames_lead_from_the_first_version_to_the_text() -> None:
    texts = ["# A\n", "# A\n\none\n", "# A\n\nzero\n\none\n\n- two\n", "# B\n\none\n"]
    session = written(texts)
    with session.change():
        session.write_text("# B\n\none **more**\n")
    made = played(chosen(session))
    assert replayed(made) == [[row.text for row in rows_of(text)] for text in [*texts, "# B\n\none **more**\n"]]
    assert [frame.number for frame in made.frames] == [0, 1, 2, 3, None]
    assert made.frames[0].at == 1000.0


def test_a_text_that_stands_as_it_was_kept_is_no_frame_of_its_own() -> None:
    assert [one.version is None for one in chosen(written(["a", "b"]))] == [False, False]


def test_of_many_versions_some_are_played() -> None:
    session = written([f"line {number}" for number in range(100)])
    found = chosen(session)
    assert len(found) == MOST_FRAMES
    assert (found[0].text, found[-1].text) == ("line 0", "line 99")


def test_long_texts_have_few_frames() -> None:
    long = "x" * 190_000
    found = chosen(written([f"{number} {long}" for number in range(40)]))
    assert sum(len(one.text) for one in found) <= MOST_CHARACTERS
    assert len(found) > 2


def test_the_name_of_a_copy_stays_out() -> None:
    session = written(["a"])
    with session.change():
        session.keep_version("name", 2000.0, "As Ana says")
        session.write_text("b")
        session.keep_version("item", 3000.0, "Draft")
    assert [frame.of for frame in played(chosen(session)).frames] == [None, None, "Draft"]
