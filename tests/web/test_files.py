"""Built files are sent compressed to clients that accept it, and stay available to pages of the previous build."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from board.web import files

SCRIPT = b"export const words = 'the same again and again';\n" * 40
FONT = bytes(range(256)) * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page-1.js").write_bytes(SCRIPT)
    (tmp_path / "font-1.woff2").write_bytes(gzip.compress(FONT))
    return tmp_path


@pytest.fixture
def asked(folder: Path) -> Iterator[TestClient[Litestar]]:
    app = Litestar([files.handler(folder)], logging_config=None, openapi_config=None)
    with TestClient(app) as client:
        yield client


def _raw(asked: TestClient[Litestar], name: str, accepted: str) -> tuple[str | None, bytes]:
    with asked.stream("GET", f"/static/assets/{name}", headers={"Accept-Encoding": accepted}) as answer:
        assert answer.status_code == 200
        assert answer.headers["vary"] == "Accept-Encoding"
        return answer.headers.get("content-encoding"), b"".join(answer.iter_raw())


@pytest.mark.parametrize("accepted", ["gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.5"])
def test_a_script_is_packed(asked: TestClient[Litestar], accepted: str) -> None:
    coding, body = _raw(asked, "page-1.js", accepted)
    assert coding == "gzip"
    assert len(body) < len(SCRIPT) / 5
    assert gzip.decompress(body) == SCRIPT


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0, br", "x-gzip-like"])
def test_who_cannot_unpack_gets_it_as_it_is(asked: TestClient[Litestar], accepted: str) -> None:
    assert _raw(asked, "page-1.js", accepted) == (None, SCRIPT)


def test_what_is_packed_already_is_not_packed_again(asked: TestClient[Litestar], folder: Path) -> None:
    assert _raw(asked, "font-1.woff2", "gzip") == (None, (folder / "font-1.woff2").read_bytes())
    assert asked.get("/static/assets/font-1.woff2").headers["content-type"] == "font/woff2"


def test_a_page_of_the_build_before_still_finds_its_parts(asked: TestClient[Litestar], folder: Path) -> None:
    assert asked.get("/static/assets/page-1.js").content == SCRIPT
    (folder / "page-1.js").unlink()
    assert asked.get("/static/assets/page-1.js").content == SCRIPT


def test_what_is_built_later_is_found(asked: TestClient[Litestar], folder: Path) -> None:
    assert asked.get("/static/assets/page-2.js").status_code == 404
    (folder / "page-2.js").write_bytes(SCRIPT)
    assert asked.get("/static/assets/page-2.js").status_code == 200


@pytest.mark.parametrize("name", ["none.js", "..", "%2e%2e", "%00", "sub", "sub%2fpage.js"])
def test_nothing_else_is_a_file(asked: TestClient[Litestar], folder: Path, name: str) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "page.js").write_bytes(SCRIPT)
    assert asked.get(f"/static/assets/{name}").status_code == 404
