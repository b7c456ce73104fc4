"""The pages that every browser may open, and the two that other packages fill and return."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from jinja2.utils import htmlsafe_json_dumps
from litestar import MediaType, Request, Response, get
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler
from litestar.types import ControllerRouterHandler
from markupsafe import Markup

from board.protocol.phases import ORDER, Phase
from board.protocol.refusals import Refusal
from board.protocol.roles import Role
from board.protocol.worksession.document import Verdict
from board.protocol.worksession.links import Link
from board.web import assets, cookie_check, files, render
from board.web.start import NAME, Start
from board.words import say

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
VISITS = (Link.LEAD, Link.JOIN, Link.READ)
"""links of sessions that this browser may come back by"""
FOLDED = ("problem", "constraint", "criterion", "owner", "visibility", "dots")
# Addresses that are a key must not be found by searching; the rest is one page.
HIDDEN = ("api", "boards", "calendars", "decisions", "join", "worksessions")
ROBOTS = "User-agent: *\n" + "".join(f"Disallow: /{folder}/\n" for folder in HIDDEN)


def home_page(
    values: Mapping[str, str] | None = None, errors: Mapping[str, str] | None = None, start: Start | None = None
) -> Response[str]:
    """The home page; after bad input with what was typed and, by field name, what is wrong with it (422).

    `start` says which tab is open and what is chosen in it. A problem of its form as a whole stands under the name
    `form`.
    """
    errors, start = errors or {}, start or Start()
    shown = FIELDS | {"artifact": ""} | dict(values or {})
    first = "artifact" if start.tab == "work" else "question"
    context = {
        "values": shown,
        "errors": errors,
        "start": start,
        "focus": next((name for name in FIELDS if name in errors), first),
        "steps": {phase: say(f"step-{phase}") for phase in ORDER} | {"worksession": say("home-visit-worksession")},
        "roles": {role: say(f"home-visit-{role}") for role in (*Role, *VISITS)},
        "verdicts": {verdict: say(f"verdict-word-{verdict}") for verdict in get_args(Verdict)},
        "news": _news(),
        "unfolded": any(name in errors or shown[name] != FIELDS[name] for name in FOLDED),
    }
    return render.page("home.html", context, status=422 if errors else 200)


def _news() -> dict[str, str]:
    """The sentences of news with gaps, by name; `-one` for a count of one. The script of the page fills them."""
    counted = {
        name: (say(f"home-news-count-{name}", count=1), say(f"home-news-count-{name}", count="{n}"))
        for name in ("replies", "replies-wait", "due")
    }
    return {
        "finish": say("home-news-finish", open="{open}", all="{all}"),
        "finish-bare": say("home-news-finish", open=0, all=0),
        "finish-met": say("home-news-finish-met"),
        "asked": say("home-news-asked"),
        **{f"{name}-one": one for name, (one, _) in counted.items()},
        **{name: other for name, (_, other) in counted.items()},
        "next": say("home-news-next", when="{when}"),
        "next-open": say("home-news-next-open"),
        "starts": say("home-news-starts", when="{when}"),
        "running": say("home-news-running"),
        "left": say("home-news-left", day="{day}"),
        "left-mine": say("home-news-left-mine", day="{day}"),
        "more": say("home-tasks-more", count="{n}"),
        "task-due": say("home-tasks-due", day="{day}"),
        "task-due-today": say("home-tasks-due-today"),
        "task-undated": say("home-tasks-undated"),
        "left-text": say("home-left", text="{text}"),
        "left-take": say("home-left-take"),
    }


# Where the island's own view puts the question, by phase and role: its frame and the column inside. Elsewhere the
# question is not the headline and stands small until the view is there.
PLACES = {
    ("lobby", "participate"): ("page lobby guest", ""),
    ("lobby", "facilitate"): ("page wide lobby host", "ready"),
    ("diverge", "participate"): ("page write", ""),
    ("diverge", "facilitate"): ("page wide write-lead", ""),
}

LARGE_ON_WALL = (Phase.LOBBY, Phase.DIVERGE)
"""where the big screen has the question as its headline"""


@dataclass(frozen=True, slots=True)
class Meta:
    """The settings and results of a board, and the same as JSON inside a page: with a large ballot that takes long."""

    plain: Mapping[str, object]
    json: str


def encoded(plain: Mapping[str, object], before: Meta | None = None) -> Meta:
    """Encodes `plain`, unless it is what was encoded before."""
    if before is not None and before.plain == plain:
        return before
    return Meta(dict(plain), htmlsafe_json_dumps(plain))


def question_size(question: str) -> str:
    """The size class of a question as the headline, as the island sets it (`board/parts/question.tsx`)."""
    return "very-long" if len(question) > 180 else "long" if len(question) > 80 else ""


def board_page(boot: Mapping[str, object], meta: Meta) -> Response[str]:
    """The shell of a board: its question and step can be read at once and stay in place when the island takes over.

    `meta` stands beside the rest of the boot data, because it is encoded once for many pages.
    """
    question, phase, role = str(meta.plain["question"]), str(meta.plain["phase"]), str(boot["role"])
    frame, column = PLACES.get((phase, role), ("page wide", ""))
    large = (phase, role) in PLACES or (role == Role.WATCHER and phase in LARGE_ON_WALL)
    size = question_size(question) if large else "very-long"
    rest = htmlsafe_json_dumps(boot)
    told = Markup(f'{rest.removesuffix("}")}, "meta": {meta.json}}}')  # noqa: S704 - escaped
    context = {"boot": boot, "told": told, "question": question, "phase": phase, "role": role}
    return render.page("board.html", context | {"frame": frame, "column": column, "size": size, "rail": steps(phase)})


def steps(phase: str) -> list[tuple[str, str]]:
    """The rail of a board: each step with `done`, `now` or nothing. Welcome and Done show only while they last."""
    here = ORDER.index(Phase(phase))
    return [
        (say(f"step-{step}"), "done" if place < here else "now" if place == here else "")
        for place, step in enumerate(ORDER)
        if place == here or step not in (Phase.LOBBY, Phase.FROZEN)
    ]


@get("/", include_in_schema=False)
async def home(request: Request[object, object, State]) -> Response[str]:
    start = Start.read(request.cookies.get(NAME), request.query_params.get("start"))
    return cookie_check.offer(home_page(start=start))


def _health(is_away: Callable[[], bool]) -> HTTPRouteHandler:
    @get("/health", media_type=MediaType.TEXT, include_in_schema=False)
    async def health() -> Response[str]:
        """For balancers and supervisors."""
        if is_away():
            return Response(say(Refusal.STORAGE), status_code=503)
        return Response("ok")

    return health


@get("/robots.txt", media_type=MediaType.TEXT, include_in_schema=False)
async def robots() -> str:
    return ROBOTS


def handlers(
    static: Path | None = None, *, is_away: Callable[[], bool] = lambda: False
) -> list[ControllerRouterHandler]:
    """All routes of this package. `is_away`: whether the database does not answer, which `/health` says by 503."""
    return [home, _health(is_away), robots, files.handler((static or assets.STATIC) / "assets")]
