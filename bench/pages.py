"""Scripts that run inside a measured page, and how much JavaScript the built pages load."""

import gzip
import json
from collections.abc import Mapping
from typing import Any

from bench.servers import ROOT

STATIC = ROOT / "board" / "web" / "static"
ISLANDS = {"board", "session"}
"""entries that hold a live document; every other page may load little"""

PHASES = "src/board/app/each/"
"""where the chunk of each phase begins"""

WATCH_SHOWN = """
(() => {
  const [what, wanted] = [%r, %d];
  const look = () => {
    if (document.querySelectorAll(what).length < wanted) return requestAnimationFrame(look);
    // The next frame has been painted, and the main thread is free to hear a click.
    requestAnimationFrame(() => setTimeout(() => {
      window.benchShown = performance.now();
      console.info("shown");
    }));
  };
  requestAnimationFrame(look);
})();
"""
"""sets `benchShown`, in milliseconds since navigation, when this many elements match a selector, and logs "shown" """

WATCH_TASKS = """
(() => {
  window.benchTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.benchTasks.push(task.duration);
  }).observe({ type: "longtask" });
})()
"""
"""collects the milliseconds of each task over 50 ms in `benchTasks`"""

WATCH_FRAMES = """
(() => {
  const times = [];
  let last = performance.now(), on = true;
  const next = (now) => {
    times.push(now - last);
    last = now;
    if (on) requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(next); });
  window.benchFrames = () => { on = false; return times; };
})()
"""
"""`benchFrames()` ends it and returns the milliseconds between frames"""

FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def sizes() -> dict[str, float]:
    """Kilobytes of JavaScript after gzip: what the first load of a board needs in its heaviest phase, all that the
    board may load later as well, and what the largest page without an island needs before it is used.
    """
    manifest: dict[str, Any] = json.loads((STATIC / ".vite" / "manifest.json").read_text())
    entries = {chunk["name"]: key for key, chunk in manifest.items() if chunk.get("isEntry")}
    plain = [_weigh(_files(key, manifest, later=False)) for name, key in entries.items() if name not in ISLANDS]
    first = max(first_loads(manifest).values())
    every = _weigh(_files(entries["board"], manifest))
    return {"board_js_kb": first, "board_all_js_kb": every, "plain_js_kb": max(plain)}


def first_loads(manifest: Mapping[str, Any]) -> dict[str, float]:
    """Kilobytes of JavaScript after gzip that a board's page needs before it shows a phase, by the phase's chunk."""
    entry = _files(_key("board", manifest), manifest, later=False)
    phases = {chunk["name"]: key for key, chunk in manifest.items() if key.startswith(PHASES)}
    return {name: _weigh(entry | _files(key, manifest, later=False)) for name, key in sorted(phases.items())}


def _key(name: str, manifest: Mapping[str, Any]) -> str:
    return next(key for key, chunk in manifest.items() if chunk.get("isEntry") and chunk["name"] == name)


def _files(key: str, manifest: Mapping[str, Any], *, later: bool = True) -> set[str]:
    """The scripts of a chunk and of all that it imports, `later` with what it only imports when needed."""
    found: set[str] = set()
    todo, seen = [key], set()
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        chunk = manifest[at]
        found.add(chunk["file"])
        todo += chunk.get("imports", []) + (chunk.get("dynamicImports", []) if later else [])
    return {file for file in found if file.endswith(".js")}


def _weigh(files: set[str]) -> float:
    return sum(len(gzip.compress((STATIC / file).read_bytes(), 9)) for file in files) / 1000
