"""The limit of a field is one value, for the rules, for the templates, and for the pages of the board."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from board.brainstorm.commands import deciding, grouping, ideas, running
from board.brainstorm.commands import questions as asking
from board.brainstorm.commands.parsing import parse_command
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Limits
from board.canvas import text as texts
from board.canvas.ideas import Idea, IdeaState, sealed
from board.errors import Refused
from board.live.commands import Answer
from board.people.cookie import Person
from board.protocol import limits
from board.protocol.commands import AnswerQuestion, Ask, BoardCommand, NameCluster, SignIdea, WriteDecision
from board.protocol.document import NextStep, Question
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits as session_limits
from board.voting import consent
from board.web import pages, render
from frontend.protocol import BOARD
from tests.web.reading import read

ROOT = Path(__file__).parents[1]
TABLE = {
    key: int(value) for key, value in re.findall(r"^  (\w+): (\d+),$", BOARD.file.read_text("utf-8"), re.MULTILINE)
}
"""what the pages take"""
TEMPLATES = sorted((ROOT / "board").rglob("templates/*.html"))
# A code is looked up in the page and sent nowhere.
NOT_SENT = {"own-code"}


def python_name(key: str) -> str:
    return re.sub(r"[A-Z]", lambda found: f"_{found[0]}", key).upper()


@pytest.mark.parametrize("key", TABLE)
def test_the_pages_of_the_board_have_the_limits_of_the_server(key: str) -> None:
    assert getattr(limits, python_name(key)) == TABLE[key]


def did(handler: Callable[..., object], command: BoardCommand, *, questions: int = 0) -> bool:
    board = Board(id="b")
    board.ideas[IDEA] = Idea(IdeaState.SHOWN, "an idea", sealed(ideas._secret(SECRET)))
    context = CommandContext(board, Person("t", {}), 0.0, Limits())
    with board.change():
        board.canvas.put("ideas", IDEA, "an idea")
        for number in range(questions):
            board.canvas.put("questions", f"q{number}", Question(IDEA, "why?"))
        answer = handler(context, command)
    assert isinstance(answer, Answer)
    return answer.reason is None or answer.reason.code not in {Refusal.TOO_LONG, Refusal.ENOUGH_QUESTIONS}


def asks(text: str = "why?", *, before: int = 0) -> bool:
    return did(asking.ask, Ask(id="1", question=CLUSTER, idea=IDEA, text=text), questions=before)


def answers(text: str) -> bool:
    return did(asking.answer_question, AnswerQuestion(id="1", question="q0", text=text, secret=SECRET), questions=1)


def decides(**fields: object) -> bool:
    told = {"decision": "", "owner": "", "shortlist": []} | fields
    return did(deciding.write_decision, WriteDecision(id="1", **told))  # type: ignore[arg-type]


def steps(count: int) -> bool:
    told = {"do": "write_decision", "id": "1", "decision": "", "owner": "", "shortlist": []}
    return not isinstance(parse_command(json.dumps(told | {"next_steps": [{"text": "x"}] * count})), Refused)


def setting(name: str) -> Callable[[object], bool]:
    return lambda value: not isinstance(running.clean_settings({name: value}), Refused)


CLUSTER = "c0000000-0000-4000-8000-000000000000"
IDEA = "a0000000-0000-4000-8000-000000000000"
SECRET = "s" * 21 + "A"
TEXTS: dict[str, list[Callable[[str], bool]]] = {
    "idea": [lambda text: texts.check(text, most=texts.IDEA) is None],
    "signature": [lambda text: did(ideas.sign_idea, SignIdea(id="1", idea=IDEA, secret=SECRET, name=text))],
    "asked": [lambda text: asks(text=text)],
    "answer": [lambda text: answers(text)],
    "groupName": [lambda text: did(grouping.name_cluster, NameCluster(id="1", cluster=CLUSTER, name=text))],
    "question": [setting("question")],
    "problem": [setting("problem")],
    "constraint": [setting("constraint")],
    "criterion": [setting("criterion")],
    "owner": [setting("owner"), lambda text: decides(owner=text)],
    "decision": [lambda text: decides(decision=text)],
    "why": [lambda text: decides(why=text)],
    "decideBy": [lambda text: decides(decide_by=text)],
    "step": [lambda text: decides(next_steps=[NextStep(text)])],
    "stepOwner": [lambda text: decides(next_steps=[NextStep("x", owner=text)])],
    "stepWhen": [lambda text: decides(next_steps=[NextStep("x", when=text)])],
    "reason": [lambda text: consent.check(consent.Answer(3, text)) is None],
}
NUMBERS: dict[str, Callable[[int], bool]] = {
    "questionsOfIdea": lambda count: asks(before=count - 1),
    "steps": steps,
    "minutes": setting("minutes"),
    "dots": setting("dots"),
}


def test_every_limit_is_tried() -> None:
    assert set(TEXTS) | set(NUMBERS) == set(TABLE)


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_of_that_length_is_kept_and_a_longer_one_refused(key: str) -> None:
    for keeps in TEXTS[key]:
        assert keeps("é" * TABLE[key])
        assert not keeps("é" * (TABLE[key] + 1))


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_up_to_that_is_kept_and_a_larger_one_refused(key: str) -> None:
    assert NUMBERS[key](TABLE[key])
    assert not NUMBERS[key](TABLE[key] + 1)


def test_every_field_of_the_start_page_counts_to_what_the_server_takes() -> None:
    elements = read(str(pages.home_page().content))
    counted = {str(one.attributes["name"]): one.attributes for one in elements if "data-limit" in one.attributes}
    assert counted.pop("artifact")["data-limit"] == str(session_limits.ARTIFACT)
    assert set(counted) == set(running.TEXTS)
    for name, attributes in counted.items():
        most = int(attributes["data-limit"] or 0)
        assert setting(name)("x" * most), name
        assert not setting(name)("x" * (most + 1)), name
    numbers = {str(one.attributes["name"]): one.attributes for one in elements if "max" in one.attributes}
    assert set(numbers) == {"minutes", "dots"}
    for name, attributes in numbers.items():
        for bound, step in (("min", -1), ("max", 1)):
            value = int(attributes[bound] or 0)
            assert setting(name)(value), name
            assert not setting(name)(value + step), name


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_template_brings_a_limit_of_its_own(file: Path) -> None:
    for tag in re.findall(r"<(?:input|textarea)[^>]*>", file.read_text("utf-8")):
        if not any(f'id="{name}"' in tag for name in NOT_SENT):
            assert not re.search(r'(?:data-limit|data-most|max|maxlength)="\d', tag), tag


def test_the_limits_are_known_to_every_template() -> None:
    assert render.environment().globals["limits"] is limits


@pytest.mark.parametrize("module", [deciding, grouping, ideas, asking, running])
def test_no_handler_brings_a_limit_of_its_own(module: object) -> None:
    source = Path(str(getattr(module, "__file__", ""))).read_text("utf-8")
    assert not re.search(r"\b(?:80|120|240|300|500|600|1000)\b", source)
