"""What opens behind a line of the shortlist: where it came from, how it scored, what was objected and why."""

from dataclasses import replace

from msgspec import structs

from board.decisions import reading, record
from board.decisions.consents import checks
from board.decisions.lines import Branch, ideas_by_id
from board.decisions.story import tell
from board.protocol.document import ConsentCheck, Decision, Option, Place, Reason
from tests.decisions import samples
from tests.decisions.pieces import a_round, ident


def numbers(branch: Branch) -> list[int | None]:
    return [idea.number for idea in branch.ideas] + [n for below in branch.branches for n in numbers(below)]


def test_the_tree_of_a_line_holds_every_idea_once_under_the_group_it_came_with() -> None:
    told = reading.read(record.build(samples.housing()))
    for line in told.shortlist:
        assert line.story is not None
        assert sorted(map(str, numbers(line.story.root))) == sorted(str(idea.number) for idea in line.ideas)
    first = told.shortlist[0].story
    assert first is not None
    assert [(one.mark, one.name, len(one.ideas)) for one in first.root.branches] == [("F", "Standard materials", 2)]


def test_a_line_says_how_it_scored_in_each_round_and_why_it_is_there() -> None:
    told = reading.read(record.build(samples.crowd()))
    third = told.shortlist[2].story
    assert third is not None
    assert third.scored == [
        "Round 1: 149 dots, place 3 of 72, tied with 1 other; 9 picks for worth the risk.",
        "Round 2, a run-off: 190 dots, place 1 of 2.",
        "On the shortlist by the count.",
    ]


def test_objections_come_before_doubts_and_consent_before_nothing() -> None:
    board = samples.housing()
    said = (Reason(2, "Hm."), Reason(5, "Yes!"), Reason(0, "Stop."))
    assert board.decision is not None
    wording = board.decision.decision
    check = ConsentCheck(n=2, decision=wording, counts={"0": 1, "2": 1, "5": 1}, silent=0, reasons=said)
    told = record.build(replace(board, consents=[check]))
    story = tell(told, told["shortlist"][0], ideas_by_id(told), checks(told))
    assert story.objected == ["The group was asked about the decision as a whole. 1 said stop. 1 has doubts."]
    assert story.reasons == [("Stop, we must talk", "Stop."), ("I have doubts", "Hm.")]
    other = record.build(replace(board, consents=[structs.replace(check, decision="x")]))
    assert tell(other, other["shortlist"][0], ideas_by_id(other), checks(other)).objected == [
        "The group was asked about an earlier wording of the decision, and not about this one. "
        "1 said stop. 1 has doubts."
    ]
    silent = record.build(replace(board, consents=[]))
    asked = tell(silent, silent["shortlist"][0], ideas_by_id(silent), checks(silent)).objected
    assert asked == ["The group was not asked whether it can live with the decision."]


def test_doubles_are_named_in_the_story_and_on_the_page() -> None:
    texts = {"a1": "Plant trees", "a2": "Cap the rents", "a3": "cap the rents!", "a4": "A night bus"}
    options = [
        Option(key, "idea", None, at, text, named=True, ideas=(key,))
        for at, (key, text) in enumerate(texts.items(), start=1)
    ]
    board = replace(
        samples.alone(),
        ideas=texts,
        numbers={key: at for at, key in enumerate(texts, start=1)},
        places={key: Place(None, "a") for key in texts},
        rounds=[a_round(options, [6, 4, 3, 0])],
        decision=Decision(n=1, decision="So be it.", owner="M", shortlist=("a2",), outcome="decided"),
    )
    told = reading.read(record.build(board))
    names = "“Cap the rents” and “cap the rents!”"
    sentence = f"{names} look alike and share 7 dots; joined they would lead, if nobody gave a dot to both."
    assert sentence in told.remarks
    story = told.shortlist[0].story
    assert story is not None
    assert sentence in story.scored


def test_an_idea_that_was_taken_back_is_told_without_words() -> None:
    board = samples.housing()
    gone = next(idea for idea, place in board.places.items() if place.cluster == ident("c", 2))
    left = {idea: text for idea, text in board.ideas.items() if idea != gone}
    places = {idea: place for idea, place in board.places.items() if idea != gone}
    told = reading.read(record.build(replace(board, ideas=left, places=places)))
    story = told.shortlist[1].story
    assert story is not None
    assert "taken back by its author" in [idea.note for idea in story.root.ideas]
