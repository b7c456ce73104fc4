"""A page with nothing but the editor of a session's text, under our content policy: built by Vite, served from here."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from board.web.http.security import FIXED
from frontend.node import node

FRONTEND = Path(__file__).parent.parent / "frontend"
BUILD = (node(), "node_modules/vite/bin/vite.js", "build", "--config", "test/editor-page.config.ts")
HTML = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The text</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/page.js"></script></head>
<body><header><h1>The text</h1></header><main></main><footer></footer><button>After it</button></body></html>"""


class Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in FIXED.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def editor_page(folder: Path) -> Iterator[str]:
    """Its address."""
    subprocess.run([*BUILD, "--outDir", str(folder), "--logLevel", "error"], cwd=FRONTEND, check=True)
    (folder / "index.html").write_text(HTML)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
