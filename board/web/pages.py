"""The pages that every browser may open, and the two that other packages fill and return."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from litestar import MediaType, Response, get
from litestar.types import ControllerRouterHandler

from board.web import assets, files, render

FIELDS = {
    "question": "",
    "minutes": "10",
    "problem": "",
    "constraint": "",
    "criterion": "",
    "owner": "",
    "visibility": "hidden",
    "dots": "",
    "text": "",
}
FOLDED = ("problem", "constraint", "criterion", "owner", "visibility", "dots")
# Addresses that are a key must not be found by searching; the rest is one page.
ROBOTS = "User-agent: *\nDisallow: /api/\nDisallow: /boards/\nDisallow: /decisions/\nDisallow: /join/\n"


def home_page(values: Mapping[str, str] | None = None, errors: Mapping[str, str] | None = None) -> Response[str]:
    """The home page; after bad input with what was typed and, by field name, what is wrong with it (422).

    A problem of the form as a whole stands under the name `form`.
    """
    errors = errors or {}
    shown = FIELDS | dict(values or {})
    context = {
        "values": shown,
        "errors": errors,
        "focus": next((name for name in FIELDS if name in errors), "question"),
        "unfolded": any(name in errors or shown[name] != FIELDS[name] for name in FOLDED),
    }
    return render.page("home.html", context, status=422 if errors else 200)


# Where the island's own view puts the question, by phase and role: its frame and the column inside. Elsewhere the
# question is not the headline and stands small until the view is there.
PLACES = {
    ("lobby", "participate"): ("page lobby guest", ""),
    ("lobby", "facilitate"): ("page wide lobby host", "ready"),
    ("lobby", "watch"): ("big-screen lobby", "say"),
    ("diverge", "participate"): ("page write", ""),
    ("diverge", "facilitate"): ("page wide write-lead", ""),
    ("diverge", "watch"): ("big-screen write-lead", ""),
}


def board_page(boot: Mapping[str, Any]) -> Response[str]:
    """The shell of a board: its question and step can be read at once and stay in place when the island takes over."""
    question, phase, role = boot["meta"]["question"], boot["meta"]["phase"], boot["role"]
    frame, column = PLACES.get((phase, role), ("page wide", ""))
    long = "very-long" if len(question) > 180 or (phase, role) not in PLACES else "long" if len(question) > 80 else ""
    context = {"boot": boot, "question": question, "phase": phase, "role": role}
    return render.page("board.html", context | {"frame": frame, "column": column, "size": long})


@get("/", include_in_schema=False)
async def home() -> Response[str]:
    return home_page()


@get("/health", media_type=MediaType.TEXT, include_in_schema=False)
async def health() -> str:
    return "ok"


@get("/robots.txt", media_type=MediaType.TEXT, include_in_schema=False)
async def robots() -> str:
    return ROBOTS


def handlers(static: Path | None = None) -> list[ControllerRouterHandler]:
    """All routes of this package."""
    return [home, health, robots, files.handler((static or assets.STATIC) / "assets")]
