"""HTML, as a page and as a file that stands alone: what people wrote, what may change beside it, and what plays."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from msgspec.json import decode

from board.markdown.making import Making
from board.recaps import record
from board.recaps.exports import html, script
from board.recaps.exports.formats import FORMATS
from board.recaps.exports.shown import Answer, Shown
from board.recaps.material import Material
from board.records.canonical import Json
from tests.recaps import samples
from tests.recaps.hostile import WORDS, hostile
from tests.recaps.makings import making
from tests.recaps.readers import Page

ZONING = record.build(samples.zoning())
FREELANCER = record.build(samples.freelancer())
SUM = "0" * 64
SCRIPT = "play(1 && 2)"
HANDLER = re.compile(r"on[a-z]+")

pytestmark = pytest.mark.usefixtures("unbuilt")


def page(told: Json = ZONING, **shown: object) -> str:
    return html.page(told, sha256=SUM, shown=Shown(**shown)).decode()  # type: ignore[arg-type]  # any of its fields


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Making:
    """With a script as the build makes it."""
    (tmp_path / ".vite").mkdir()
    (tmp_path / "alone.js").write_text(f"{SCRIPT}\n")
    manifest = {script.ENTRY: {"file": "alone.js"}}
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(manifest))
    built = script.read_built(tmp_path)
    monkeypatch.setattr(script, "load", lambda: built)
    return making(ZONING["made"]["text"])


@pytest.mark.parametrize("make", [samples.zoning, samples.freelancer, samples.nested, samples.full, hostile])
def test_nothing_runs_and_nothing_is_styled_by_what_people_wrote(make: Callable[[], Material]) -> None:
    told = record.build(make())
    for made in (html.page(told, sha256=SUM), html.render(told)):
        read = Page(made.decode())
        assert not {"script", "img", "iframe", "object"} & set(read.elements)
        assert not [name for _, name, _ in read.attributes if name == "style" or HANDLER.fullmatch(name)]


@pytest.mark.parametrize("make", [samples.zoning, samples.freelancer, samples.elsewhere, hostile])
def test_the_file_has_no_address_but_those_that_people_wrote(make: Callable[[], Material], played: Making) -> None:
    told = record.build(make())
    read = Page(html.render(told, played).decode())
    assert not {"link", "form", "img"} & set(read.elements)
    assert read.values("src") == read.values("action") == []
    assert all(href.startswith(("#place-", "http")) for href in read.values("href"))
    typed = json.dumps(told)
    assert all(href in typed for href in read.values("href") if href.startswith("http"))


def test_words_that_look_like_markup_stay_words() -> None:
    words = Page(page(record.build(hostile()))).words
    for text in WORDS:
        assert text in words


def test_page_and_file_say_the_same() -> None:
    article = re.compile(r"<article.*(?=<footer)", re.DOTALL)
    button = re.compile(r"\s*<button class=\"quiet bare\"[^>]*data-copy-text.*?</button>", re.DOTALL)
    made = page()
    assert button.search(made)
    assert article.findall(button.sub("", made)) == article.findall(html.render(ZONING).decode()) != []


def test_the_verdict_is_the_largest_word_and_the_title_has_it_too() -> None:
    made = page()
    assert re.search(r"<h1[^>]*>Nearly\.</h1>", made)
    assert "<title>The zoning change, two station areas: Nearly. · Shortlist</title>" in made
    found = dict(re.findall(r'<meta (?:name|property)="([a-z:_]+)" content="([^"]*)">', made))
    assert found["og:title"] == "The zoning change, two station areas: Nearly."
    assert unescape(found["og:description"]).startswith("P1 finishes it by 1 December 2026. The zoning change")
    assert found["description"] == found["og:description"]


def test_a_condition_leads_to_the_heading_that_has_its_words() -> None:
    made = page()
    assert re.findall(r'<a href="(#place-\d)">([^<]*)</a>', made) == [
        ("#place-1", "Both areas are drawn"),
        ("#place-2", "Heights and parking are set"),
        ("#place-3", "Objection about speed is answered"),
    ]
    assert '<h3 dir="auto" id="place-2">Heights and parking are set</h3>' in made
    assert "#place-" not in page(FREELANCER)


def test_a_text_that_was_brought_along_is_shown_with_what_changed() -> None:
    made = page(FREELANCER)
    assert re.search(r"<del>.*?We plan to build homes\..*?</del>", made)
    assert re.search(r"<ins>.*?We build 40 homes on two sites in 2027\..*?</ins>", made)
    hidden = record.build(samples.another())
    assert "<del>" not in page(hidden)
    assert hidden["before"]["sha256"] in page(hidden)


def test_texts_are_compared_once_for_many_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    html._changes.cache_clear()
    html._formatted.cache_clear()
    first = page(FREELANCER)
    monkeypatch.setattr(html, "changes", None)
    monkeypatch.setattr(html, "rendered", None)
    assert page(FREELANCER) == first


def test_names_stand_on_the_live_page_and_in_no_file(played: Making) -> None:
    told = record.build(samples.zoning())
    assert "Jo finishes it by 1 December 2026." in page(told, names={"P1": "Jo"})
    assert "Jo" not in Page(html.render(told, played).decode()).words.split()
    assert b"Mara" not in html.render(told, played)


def test_tasks_say_how_they_stand_today_beside_how_they_stood() -> None:
    ids = {one["text"]: one["task"] for one in ZONING["tasks"]}
    made = page(tasks_now={ids["Legal check"]: "done", ids["Book the hall"]: "dropped"})
    assert "1 of 4 done. " in Page(made).words
    assert "Since then: 2 of 3 done." in made
    assert re.search(r'<li class="done">(?:(?!</li>).)*Legal check.*?Done since then', made, re.DOTALL)
    assert "Dropped since then" in made
    assert "since then" not in page().lower()


def test_an_answer_that_came_later_stands_among_the_facts() -> None:
    made = Page(page(accepted_later=[Answer("Iris Okafor", True, "Good.", "2026-12-02T09:12:00Z")])).words
    assert "Accepted since" in made
    assert "Iris Okafor, 2 December 2026, 09:12 UTC" in made
    assert "Good." in made


def test_the_page_leads_to_newer_and_earlier_records_and_the_decision() -> None:
    told = record.build(samples.another())
    made = page(told, newer="1" * 64, newest="2" * 64)
    assert "A newer record exists. This one stays as it was." in made
    hrefs = Page(made).values("href")
    assert {f"/recaps/{'1' * 64}", f"/recaps/{'2' * 64}", f"/recaps/{told['follows']}"} <= set(hrefs)
    assert f"/decisions/{'ab' * 32}" in Page(page(decision="ab" * 32)).values("href")
    assert "ab" * 32 in page()
    assert "A newer record" not in page()


def test_the_row_of_a_board_names_what_it_decided_with_the_way_there() -> None:
    told = record.build(samples.on_a_board())
    made, row = told["decisions"][0], next(one for one in told["agenda"] if one["kind"] == "board")
    link = f'<small><a href="/decisions/{made["sha256"]}">{made["decision"]}</a></small>'
    assert link not in page(told), "it was called something else"
    asked = told | {"agenda": [row | {"title": made["question"]}, row]}
    assert link in page(asked)
    assert "<small>The square, then the yard</small>" in html.render(asked).decode()


def test_search_engines_list_what_is_public_only() -> None:
    robots = '<meta name="robots" content="noindex">'
    assert robots in page()
    assert robots not in page(public=True)
    assert robots in html.page(record.draft(samples.zoning()), shown=Shown(public=True)).decode()


def test_the_page_says_how_long_it_is_kept_and_offers_its_formats() -> None:
    made = page(goes=date(2027, 12, 1), formats=list(FORMATS.values()), off=True)
    assert "kept here until 1 December 2027" in made
    hrefs = Page(made).values("href")
    assert [f"/recaps/{SUM}.{ending}" for ending in ("html", "pdf", "md", "ics", "ics?as=todo", "json")] == [
        href for href in hrefs if href.startswith(f"/recaps/{SUM}.")
    ]


def test_a_preview_says_so_and_has_nothing_to_share() -> None:
    made = html.page(record.draft(samples.zoning())).decode()
    assert "Preview. Nothing is shared yet, and nothing here is final." in made
    read = Page(made)
    assert not {"data-copy", "data-verify", "data-mail"} & {name for _, name, _ in read.attributes}
    assert "How to check this record" not in read.words


def test_what_a_part_would_say_about_nothing_is_left_out() -> None:
    headings = re.compile(r'<h2 id="([a-z-]+)">')
    assert headings.findall(page(record.build(samples.empty()))) == ["changed", "check"]
    assert headings.findall(page(record.build(samples.alone()))) == ["text", "check"]
    assert headings.findall(page(record.build(samples.side_by_side()))) == ["goals", "check"]


def test_of_many_the_first_are_shown_and_all_are_there() -> None:
    made = page(record.build(samples.full()))
    assert "Show </span>188 more" in made
    assert made.count('<svg class="box open"') == 200


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    where = '<a href="https://example.org/files/logo.svg" rel="nofollow ugc noopener"'
    assert where in page(record.build(samples.elsewhere()))
    assert "javascript:alert(1)" not in Page(page(record.build(hostile()))).values("href")


def test_the_text_that_grew_is_drawn_and_can_be_watched_where_that_is_offered(played: Making) -> None:
    made = page(making=played)
    assert made.count('<path class="of-lines"') == 8
    assert f'data-making="/recaps/{SUM}/making"' in made
    assert "Watch it being made" not in page()
    words = json.loads(next(value for value in Page(made).values("data-words") if value.startswith("{")))
    assert words["of-item"] == "End of {item}"
    assert words["result"] == "Nearly. 2 of 3 are met."


def test_the_file_plays_by_the_one_script_that_its_policy_names(played: Making) -> None:
    made = html.render(ZONING, played).decode()
    policy = unescape(Page(made).values("content")[1])
    sum_of = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert f"script-src 'sha256-{sum_of}'" in policy
    assert f"<script>{SCRIPT}</script>" in made
    frames = re.findall(r'<script type="application/json" data-frames>(.*?)</script>', made)
    assert decode(frames[0], type=Making) == played
    assert "script-src" not in html.render(ZONING).decode()


def test_frames_cannot_end_the_element_that_they_stand_in(played: Making) -> None:
    told = record.build(hostile())
    made = html.render(told, making(told["made"]["text"])).decode()
    assert made.count("<script") == made.count("</script>") == 2
    assert "Mara’s copy" not in html.render(ZONING, played).decode()


def test_a_script_that_would_end_early_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".vite").mkdir()
    (tmp_path / "alone.js").write_text('x = "</script>"')
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps({script.ENTRY: {"file": "alone.js"}}))
    with pytest.raises(ValueError, match="end early"):
        script.read_built(tmp_path)
