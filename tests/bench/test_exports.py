"""The measurement of large exports runs and leaves nothing out. These tests ignore the times."""

import json
import sys
from pathlib import Path

import pytest

from bench.__main__ import main
from board.decisions import record
from board.decisions.exports.formats import FORMATS
from board.recaps.exports import formats as recaps
from tests.decisions import samples
from tests.decisions.rendering import render


def test_every_form_comes_out_and_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "exports", "--quick", "--out", str(tmp_path / "results")])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    (kept,) = [json.loads(file.read_text()) for file in (tmp_path / "results").glob("*-exports.json")]
    said = capsys.readouterr().out
    (recapped,) = kept["recap"]["passes"]
    assert recapped.keys() == kept["recap"]["medians"].keys() == kept["recap"]["bytes"].keys() == recaps.FORMATS.keys()
    assert "a text of 2,000 characters" in said
    (only_pass,) = kept["passes"]
    assert only_pass.keys() == kept["medians"].keys() == kept["bytes"].keys() == FORMATS.keys()
    for ending in FORMATS:
        assert only_pass[ending] > 0
        assert kept["bytes"][ending] > 1_000
        assert f" .{ending} " in said
    assert kept["bytes"]["json"] == len(render("json", record.build(samples.housing())))
    assert kept["first_pdf"] > 0
    assert kept["machine"]["python"]
    assert "the figures mean nothing" in said
