"""Another version of Shortlist on the same database: its own build of the front end, and its own protocol."""

import shutil
import subprocess
from pathlib import Path

from frontend.node import node

PROTOCOL = "export const PROTOCOL = 1;"


def newer(root: Path, folder: Path, *, protocol: int) -> str:
    """Builds it; returns the Python that serves it. The build always differs in one word that everybody sees."""
    front, static = folder / "newer" / "frontend", folder / "newer" / "static"
    shutil.copytree(root / "frontend", front, ignore=shutil.ignore_patterns("node_modules"))
    (front / "node_modules").symlink_to(root / "frontend" / "node_modules")
    _changed(front / "src" / "board" / "engine" / "protocol.ts", PROTOCOL, f"export const PROTOCOL = {protocol};")
    messages = folder / "newer" / "board" / "words"
    shutil.copytree(root / "board" / "words", messages)
    _changed(messages / "en" / "group.ftl", "Move to…", "Move it to…")
    drag = front / "src" / "board" / "phases" / "group" / "drag" / "drag.ts"
    # A statement that does something: a bundler leaves out a name that nobody imports.
    drag.write_text(drag.read_text() + '\nwindow.addEventListener("newer", () => {});\n')
    built = subprocess.run(
        [node(), "node_modules/vite/bin/vite.js", "build", "--outDir", str(static)],
        cwd=front,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return "\n".join(
        (
            "import pathlib",
            "import board.brainstorm.engine.notices, board.web.assets",
            f"board.brainstorm.engine.notices.PROTOCOL = {protocol}",
            f"board.web.assets.STATIC = pathlib.Path({str(static)!r})",
            "from board.__main__ import main",
            "main()",
        )
    )


def _changed(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text, file
    file.write_text(text.replace(old, new))
