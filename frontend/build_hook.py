"""Builds the front end into `board/web/static` whenever the Python package is built or installed."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
MESSAGES = HERE.parent / "board" / "words" / "en"
MANIFEST = HERE.parent / "board" / "web" / "static" / ".vite" / "manifest.json"
SOURCES = ("package-lock.json", "tsconfig.json", "vite.config.ts", "preloads.ts", "words.ts", "src")


def sibling(name: str) -> ModuleType:
    """Build tools load this file by its path, so its neighbours cannot be imported by name."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    if spec is None or spec.loader is None:
        sys.exit(f"frontend/{name}.py is missing.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def newest_source() -> float:
    sources = [*(HERE / name for name in SOURCES), MESSAGES]
    files = (file for source in sources for file in [source, *source.rglob("*")])
    return max(file.stat().st_mtime for file in files if file.exists())


def build() -> None:
    """Vite empties the folder first and writes the manifest last: a manifest that is there and newer is whole."""
    if MANIFEST.is_file() and MANIFEST.stat().st_mtime > newest_source():
        return
    node = sibling("node")
    if node.install() or node.npm("run", "build"):
        sys.exit("The front end could not be built; the lines above say why.")
    if not MANIFEST.is_file():
        sys.exit(f"The front end was built without {MANIFEST}.")


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its parameter unnamed
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # A source distribution carries the sources; whoever builds from it builds the front end too.
        if self.target_name == "wheel":
            build()


if __name__ == "__main__":
    build()
