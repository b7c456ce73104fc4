"""`board verify`: its verdicts on files, alone and with an address."""

import json
from pathlib import Path

import pytest

from board.recaps.record import build
from board.records import canonical
from board.records.examining import Rejected, examine
from board.records.verify import CONFIRMED, CONTRADICTED, OPEN, verify
from tests.decisions.kept import CONTENT, SHA256, said
from tests.recaps import kept as recap
from tests.recaps import samples
from tests.records.kinds import KINDS


def test_a_file_that_is_named_by_its_number_is_confirmed(file: Path) -> None:
    verdict = verify(str(file), KINDS)
    assert verdict.code == CONFIRMED
    assert "not a byte was changed" in said(verdict)
    assert "How can homes here become affordable again?" in said(verdict)


def test_a_recap_is_confirmed_as_one(tmp_path: Path) -> None:
    path = tmp_path / f"{recap.SHA256}.json"
    path.write_bytes(recap.CONTENT)
    verdict = verify(str(path), KINDS)
    assert verdict.code == CONFIRMED
    assert verdict.sentences[:2] == [
        "This is the recap of a work session, in the exact form in which records are kept.",
        "What was to exist: The zoning change, two station areas",
    ]
    plain = path.rename(tmp_path / "recap.json")
    assert verify(str(plain), KINDS, address=f"/recaps/{recap.SHA256}.html").code == CONFIRMED
    assert verify(str(plain), KINDS, address=f"/recaps/{SHA256}").code == CONTRADICTED


def test_where_nothing_was_to_be_made_together_nothing_is_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "recap.json"
    path.write_bytes(canonical.encode(build(samples.side_by_side())))
    assert "to exist" not in said(verify(str(path), KINDS))


@pytest.mark.parametrize("address", [SHA256, f"https://board.example/decisions/{SHA256}", f"/decisions/{SHA256}.html"])
def test_an_address_may_be_given(file: Path, address: str) -> None:
    plain = file.rename(file.with_name("decision.json"))
    assert verify(str(plain), KINDS, address=address).code == CONFIRMED
    other = address.replace(SHA256[0], "0" if SHA256[0] != "0" else "1")
    assert verify(str(plain), KINDS, address=other).code == CONTRADICTED


@pytest.mark.parametrize("address", ["", "abc", SHA256[:-1], f"{SHA256}0", SHA256 + " " + "0" * 64, SHA256.upper()])
def test_what_is_no_address_is_told(file: Path, address: str) -> None:
    verdict = verify(str(file), KINDS, address=address)
    assert (verdict.code, "not the link or the number" in said(verdict)) == (OPEN, True)


def test_a_file_alone_cannot_vouch_for_itself(file: Path) -> None:
    """Anybody can write a record in the right form."""
    plain = file.rename(file.with_name("decision.json"))
    verdict = verify(str(plain), KINDS)
    assert verdict.code == OPEN
    assert SHA256 in said(verdict)
    assert "Compare it with the number in the link" in said(verdict)


@pytest.mark.parametrize("at", range(0, len(CONTENT), len(CONTENT) // 40))
def test_one_other_byte_anywhere_is_found(file: Path, at: int) -> None:
    changed = bytearray(CONTENT)
    changed[at] ^= 1
    file.write_bytes(changed)
    assert verify(str(file), KINDS).code == CONTRADICTED


def test_one_other_byte_of_a_recap_is_found(tmp_path: Path) -> None:
    path = tmp_path / f"{recap.SHA256}.json"
    for at in range(0, len(recap.CONTENT), 97):
        changed = bytearray(recap.CONTENT)
        changed[at] ^= 1
        path.write_bytes(changed)
        assert verify(str(path), KINDS).code == CONTRADICTED


WRONG = {
    "a page": (b"<!doctype html><p>", "Only the .json file"),
    "nothing": (b"", "Only the .json file"),
    "no text at all": (b"\xff\xfe\x00", "Only the .json file"),
    "other json": (b'{"format":"shortlist-decision"}', "neither a decision record nor a recap"),
    "a list": (b"[]", "neither a decision record nor a recap"),
    "a draft": (b'{"format":"shortlist-draft/1","question":"?"}', "still at work"),
    "a later form": (b'{"format":"shortlist-decision/2","question":"?"}', "does not know: shortlist-decision/2"),
    "a recap that nobody shared": (b'{"format":"shortlist-recap-draft/1","artifact":"?"}', "the preview of a recap"),
    "a later form of a recap": (b'{"format":"shortlist-recap/2","artifact":"?"}', "does not know: shortlist-recap/2"),
    "a recap of nothing": (b'{"format":"shortlist-recap/1","question":"?"}', "neither a decision record nor a recap"),
    "a recap in another layout": (recap.CONTENT + b" ", "has reformatted it"),
    "no question": (b'{"format":"shortlist-decision/1","question":1}', "neither a decision record nor a recap"),
    "too large a number": (b'{"format":"shortlist-decision/1","question":"?","x":9007199254740993}', "cannot hold"),
    "half a character": (b'{"format":"shortlist-decision/1","question":"\\ud800"}', "cannot hold"),
    "no number": (b'{"format":"shortlist-decision/1","question":"?","x":NaN}', "cannot hold"),
    "endless digits": (b'{"format":"shortlist-decision/1","x":' + b"9" * 10_000 + b"}", "Only the .json file"),
    "endless depth": (b"[" * 100_000, "Only the .json file"),
    "a line more": (CONTENT + b"\n", "has reformatted it"),
    "a mark before it": (b"\xef\xbb\xbf" + CONTENT, "Only the .json file"),
    "spaces": (json.dumps(json.loads(CONTENT), indent=1).encode(), "has reformatted it"),
    "a key twice": (CONTENT[:-1] + b',"question":"another?"}', "has reformatted it"),
    "a fraction for a whole number": (CONTENT.replace(b'"dots":5', b'"dots":5.0', 1), "has reformatted it"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_no_record_is_told_in_a_sentence(file: Path, kind: str) -> None:
    content, sentence = WRONG[kind]
    assert content != CONTENT
    file.write_bytes(content)
    verdict = verify(str(file), KINDS)
    assert (verdict.code, sentence in said(verdict)) == (CONTRADICTED, True), said(verdict)


def test_only_another_layout_is_told_apart_from_other_words(file: Path) -> None:
    file.write_bytes(json.dumps(json.loads(CONTENT)).encode())
    assert "word for word" in said(verify(str(file), KINDS))
    file.write_bytes(json.dumps(json.loads(CONTENT) | {"why": "Other."}).encode())
    assert "word for word" not in said(verify(str(file), KINDS))


def test_nothing_of_a_record_reaches_the_terminal_unseen(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    told = json.loads(CONTENT) | {"question": "a\x1b[2Jb\u202ec\nThis is confirmed."}
    path.write_bytes(canonical.encode(told))
    out = said(verify(str(path), KINDS))
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\nThis is confirmed" not in out


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for target in (tmp_path / "none.json", tmp_path, "nul\0"):
        verdict = verify(str(target), KINDS)
        assert (verdict.code, "cannot be read" in said(verdict)) == (OPEN, True)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no file without an end here")
def test_a_file_without_an_end_is_not_read_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.records.verify.LARGEST", 1 << 20)
    verdict = verify("/dev/zero", KINDS)
    assert (verdict.code, "larger than 1 MB" in said(verdict)) == (OPEN, True)


def test_examining_never_fails() -> None:
    for at in range(0, len(CONTENT), 97):
        assert isinstance(examine(CONTENT[:at], KINDS), Rejected)
