from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar, Response, get
from litestar.testing import TestClient

from board.errors import NotFound
from board.protocol.refusals import Refusal
from board.web import errors, pages
from board.web.errors import no_link_page
from board.web.http.security import security_headers
from tests.web.reading import read

CONTENT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
EVERYWHERE = ("/", "/health", "/robots.txt", "/static/assets/home-1.js", "/static/assets/none.js", "/nowhere")
BOARD = {"role": "watch", "links": {}}
META = pages.encoded({"question": "Why?", "phase": "vote"})


@get("/fault")
async def fault() -> None:
    raise RuntimeError


@get("/refused")
async def refused() -> None:
    raise NotFound(Refusal.NO_DECISION)


@get("/own")
async def own() -> Response[str]:
    return Response("", headers={"Content-Security-Policy": "default-src 'self'", "Cache-Control": "public"})


@get("/board")
async def board() -> Response[str]:
    return pages.board_page(BOARD, META)


@get("/link")
async def link() -> Response[str]:
    return no_link_page("Ask for it.", "board")


def client(public_url: str) -> TestClient[Litestar]:
    app = Litestar(
        [*pages.handlers(), fault, refused, own, board, link],
        exception_handlers=errors.handlers,
        before_send=[security_headers(public_url)],
        logging_config=None,
        openapi_config=None,
    )
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def asked(static: Path) -> Iterator[TestClient[Litestar]]:
    with client("http://localhost:8000") as one:
        yield one


@pytest.mark.parametrize("path", [*EVERYWHERE, "/fault", "/refused", "/board", "/link"])
def test_every_answer_carries_the_headers(asked: TestClient[Litestar], path: str) -> None:
    headers = asked.get(path).headers
    rules = [rule.split(" ", 1) for rule in headers["content-security-policy"].split("; ")]
    assert dict(rules) == CONTENT
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_no_address_of_ours_is_told_to_another_site(asked: TestClient[Litestar], path: str) -> None:
    # "no-referrer" would tell nobody either, but makes browsers send `Origin: null` with the home page's form.
    assert asked.get(path).headers["referrer-policy"] == "same-origin"


def test_pages_stay_in_no_cache_and_hashed_files_stay_for_good(asked: TestClient[Litestar]) -> None:
    for path in ("/", "/board", "/nowhere", "/fault", "/health"):
        assert asked.get(path).headers["cache-control"] == "no-store"
    kept = asked.get("/static/assets/home-1.js")
    assert kept.status_code == 200
    assert set(kept.headers["cache-control"].split(", ")) == {"max-age=31536000", "public", "immutable"}


def test_a_missing_file_is_not_kept_for_good(asked: TestClient[Litestar]) -> None:
    answer = asked.get("/static/assets/none.js")
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-store"


def test_only_what_vite_made_for_browsers_is_served(asked: TestClient[Litestar]) -> None:
    for path in (
        "/static/.vite/manifest.json",
        "/static/assets/../.vite/manifest.json",
        "/static/assets/%2e%2e/.vite/manifest.json",
    ):
        assert asked.get(path).status_code == 404


def test_a_handler_keeps_the_header_it_set_itself(asked: TestClient[Litestar]) -> None:
    headers = asked.get("/own").headers
    assert headers.get_list("content-security-policy") == ["default-src 'self'"]
    assert headers.get_list("cache-control") == ["public"]
    assert headers["x-content-type-options"] == "nosniff"


def test_only_https_asks_browsers_for_https(static: Path) -> None:
    with client("https://board.example") as secure, client("http://board.example") as plain, client("") as unset:
        assert secure.get("/nowhere").headers["strict-transport-security"] == "max-age=31536000"
        assert "strict-transport-security" not in plain.get("/").headers
        assert "strict-transport-security" not in unset.get("/").headers


def test_search_engines_may_keep_the_home_page_only(asked: TestClient[Litestar]) -> None:
    assert "x-robots-tag" not in asked.get("/").headers
    assert asked.get("/board").headers["x-robots-tag"] == "noindex, nofollow"
    assert asked.get("/nowhere").headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize("path", ["/", "/board", "/link", "/nowhere", "/fault"])
def test_no_page_needs_what_the_content_policy_forbids(asked: TestClient[Litestar], path: str) -> None:
    elements = read(asked.get(path).text)
    assert any(element.tag == "h1" for element in elements)
    for element in elements:
        assert element.tag != "style"
        assert not {name for name in element.attributes if name == "style" or name.startswith("on")}, element
        if element.tag == "script":
            assert element.attributes.get("type") == "application/json" or "src" in element.attributes
        for name in ("src", "href", "action"):
            address = element.attributes.get(name) or "/"
            assert address.startswith(("/", "#", "data:image/svg+xml,")), address
            assert not address.startswith("//")
