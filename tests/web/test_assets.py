import json
from pathlib import Path

import pytest

from board.web import assets
from board.web.assets import NotBuilt
from tests.web.conftest import MANIFEST


def test_an_entry_comes_with_everything_it_needs_in_the_order_it_needs_it(static: Path) -> None:
    assert assets.tags("home").split("\n") == [
        '<link rel="preload" href="/static/assets/bricolage-grotesque-latin-wght-normal-1.woff2"'
        ' as="font" type="font/woff2" crossorigin>',
        '<link rel="stylesheet" href="/static/assets/shared-1.css">',
        '<link rel="stylesheet" href="/static/assets/home-1.css">',
        '<link rel="modulepreload" href="/static/assets/shared-1.js">',
        '<script type="module" src="/static/assets/home-1.js"></script>',
    ]


def test_chunks_that_import_each_other_are_named_once(static: Path) -> None:
    chunks = MANIFEST | {
        "_a.js": {"file": "assets/a.js", "imports": ["_b.js"]},
        "_b.js": {"file": "assets/b.js", "css": ["assets/b.css"]},
        "src/pages/two.ts": {
            "file": "assets/two.js",
            "name": "two",
            "isEntry": True,
            "imports": ["_b.js", "_a.js"],
            "css": ["assets/b.css"],
        },
    }
    (static / ".vite" / "manifest.json").write_text(json.dumps(chunks))
    tags = assets.tags("two")
    assert [tags.count(file) for file in ("assets/a.js", "assets/b.js", "assets/b.css", "assets/two.js")] == [
        1,
        1,
        1,
        1,
    ]
    assert tags.index("b.js") < tags.index("a.js") < tags.index("two.js")


def test_a_file_name_cannot_leave_its_attribute(static: Path) -> None:
    hostile = {"src/pages/x.ts": {"file": 'a"><script>', "name": "x", "isEntry": True}}
    (static / ".vite" / "manifest.json").write_text(json.dumps(hostile))
    assert "<script>" not in assets.tags("x")


def test_a_new_build_is_seen_without_a_restart(static: Path) -> None:
    before = assets.tags("board")
    manifest = static / ".vite" / "manifest.json"
    manifest.write_text(manifest.read_text().replace("board-1.js", "board-2.js"))
    assert "board-1.js" in before
    assert "board-2.js" in assets.tags("board")


def test_a_front_end_that_is_missing_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match="make run"):
        assets.tags("home", tmp_path)


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}'])
def test_half_a_manifest_says_so(static: Path, content: str) -> None:
    (static / ".vite" / "manifest.json").write_text(content)
    with pytest.raises(NotBuilt, match="cannot be read"):
        assets.tags("home")


def test_an_entry_that_was_not_built_is_named(static: Path) -> None:
    with pytest.raises(NotBuilt, match="'nowhere'"):
        assets.tags("nowhere")


def test_a_page_asks_at_once_for_what_its_script_will_load_first(static: Path) -> None:
    chunks = MANIFEST | {
        "src/each/group.ts": {
            "file": "assets/group-1.js",
            "name": "group",
            "isDynamicEntry": True,
            "imports": ["_shared.js"],
        },
        "src/each/group-watch.ts": {"file": "assets/group-watch-1.js", "name": "group-watch", "isDynamicEntry": True},
    }
    (static / ".vite" / "manifest.json").write_text(json.dumps(chunks))
    ahead = '<link rel="modulepreload" href="/static/assets/{}">'.format
    script = '<script type="module" src="/static/assets/{}"></script>'.format
    wall, desk = (assets.tags("board", soon=(f"group-{role}", "group")) for role in ("watch", "participate"))
    assert wall.endswith(script("board-1.js") + "\n" + script("group-watch-1.js"))
    assert "group-1.js" not in wall
    assert desk.endswith(script("group-1.js"))
    assert ahead("shared-1.js") in desk
    assert "modulepreload" not in assets.tags("board", soon=("nowhere",))


def test_an_entry_that_another_imports_runs_before_all_else(static: Path) -> None:
    chunks = MANIFEST | {
        "src/pages/ahead.ts": {"file": "assets/ahead-1.js", "name": "ahead", "isEntry": True},
        "src/pages/board.tsx": {
            "file": "assets/board-1.js",
            "name": "board",
            "isEntry": True,
            "imports": ["_shared.js", "src/pages/ahead.ts"],
        },
    }
    (static / ".vite" / "manifest.json").write_text(json.dumps(chunks))
    first, *rest = assets.tags("board").splitlines()
    assert first == '<script type="module" async src="/static/assets/ahead-1.js"></script>'
    assert "ahead-1.js" not in "".join(rest)
    assert rest[-1] == '<script type="module" src="/static/assets/board-1.js"></script>'
    assert "ahead" not in assets.tags("home")


def test_the_order_of_the_layers_is_said_first(static: Path) -> None:
    chunks = MANIFEST | {
        "_a.css": {"file": "assets/a-1.css"},
        "_layers-1.css": {"file": "assets/layers-1.css"},
        "src/pages/x.ts": {
            "file": "assets/x.js",
            "name": "x",
            "isEntry": True,
            "css": ["assets/a-1.css", "assets/layers-1.css"],
        },
    }
    (static / ".vite" / "manifest.json").write_text(json.dumps(chunks))
    tags = assets.tags("x")
    assert tags.index("layers-1.css") < tags.index("a-1.css")


@pytest.fixture
def areas(static: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the messages of the areas "a" to "d" are built, for the views "shell", "one" and "two"."""
    monkeypatch.setattr(assets, "VIEWS", {"shell": ("a",), "one": ("b", "c"), "two": ("c", "d")})
    chunks = {f"words/xx/{area}": {"file": f"assets/{area}-1.json"} for area in "abcd"}
    (static / ".vite" / "manifest.json").write_text(json.dumps(chunks))
    for area in "abcd":
        (static / "assets" / f"{area}-1.json").write_text(json.dumps({"body": area}))
    return static / "assets"


@pytest.mark.usefixtures("areas")
def test_a_page_brings_the_messages_of_its_first_view_and_names_the_files_of_the_others() -> None:
    now = ("shell", "two")
    assert assets.words("xx", now).split("\n") == [
        f'<script type="application/json" data-words="{area}">{{"body": "{area}"}}</script>' for area in "acd"
    ]
    assert assets.later_words("xx", ("shell", "one", "two"), now) == (
        '<link rel="words" href="/static/assets/b-1.json" data-words="b">'
    )


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT ", "<!--", "<!--<script>", "]]>&lt;", "ä\u2028"])
def test_no_message_ends_the_element_that_it_is_in(areas: Path, text: str) -> None:
    (areas / "a-1.json").write_text(json.dumps({"body": text}, ensure_ascii=False), "utf-8")
    _, tag, rest = assets.words("xx", ("shell",)).partition('<script type="application/json" data-words="a">')
    inside, end, after = rest.partition("</script>")
    assert tag
    assert end
    assert "<" not in inside + after
    assert json.loads(inside) == {"body": text}


def test_messages_are_read_again_after_a_build(areas: Path) -> None:
    before = assets.words("xx", ("shell",))
    manifest = areas.parent / ".vite" / "manifest.json"
    (areas / "a-2.json").write_text('"new"')
    manifest.write_text(manifest.read_text().replace("a-1", "a-2"))
    assert "new" not in before
    assert "new" in assets.words("xx", ("shell",))


@pytest.mark.parametrize("now", [("board",), ()])
def test_messages_that_were_not_built_are_named(static: Path, now: tuple[str, ...]) -> None:
    with pytest.raises(NotBuilt, match="'board'"):
        _ = assets.words("xx", now) + assets.later_words("xx", ("board",), now)


def test_a_file_of_messages_that_is_missing_is_named(areas: Path) -> None:
    (areas / "a-1.json").unlink()
    with pytest.raises(NotBuilt, match="'a'"):
        assets.words("xx", ("shell",))


def test_a_page_may_name_an_entry_that_it_imports_later(static: Path) -> None:
    assert assets.script("home") == "/static/assets/home-1.js"
    with pytest.raises(NotBuilt, match="elsewhere"):
        assets.script("elsewhere")
