"""Requests that no page sends: each part made up, valid, malformed or huge, in any combination."""

import json
from urllib.parse import quote

from hypothesis import strategies as st

from tests.brainstorm import mischief
from tests.decisions.kept import SHA256
from tests.recaps import kept as recap
from tests.web.asgi import Application, Headers, Sent

ENDINGS = ("", ".html", ".md", ".csv", ".json", ".svg", ".png", ".exe", ".")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SEGMENTS = ["..", "%00", "%ff%fe", "a" * 300, "%C3%A9" * 300, "%F0%9F%A7%8A" * 90, "x" * 5000, "%2e%2e%5c", "%"]
"""what may stand in the place of a path parameter and leads nowhere"""
SEGMENT = TEXT.map(lambda text: quote(text, safe="") or "-") | st.sampled_from(SEGMENTS)

DEEP = st.builds(
    str.__mul__,
    st.sampled_from(["[", '{"a":', '{"question":', '{"id":"1","do":', '{"question":"q","ideas":[{"text":']),
    st.sampled_from([3, 200, 900, 1100, 20_000]),
)
NUMBERS = st.sampled_from(
    ["1e999", "-1e999", "NaN", "Infinity", str(2**63), str(-(2**70)), "1" * 5000, "0." + "0" * 500 + "1"]
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["question", "minutes", "dots", "visibility", "ideas", "owner", "id", "do", "idea", "text", "secret", "level"]
)
NEARLY = st.dictionaries(NAMES, PLAIN, max_size=5)
"""objects with the names of fields that we know"""


def _with_number(name: str, number: str) -> str:
    return f'{{"question": "q", "id": "1", "do": "set_timer", "{name}": {number}}}'


NO_BOUND = st.sampled_from(['{"question": "\\ud800"}', '"\\ud800"', '{"question":"q","question":"r"}', "\ufeff{}", ""])
JSON_TEXT = (
    DEEP
    | st.builds(_with_number, NAMES, NUMBERS)
    | (NEARLY | PLAIN).map(json.dumps)
    | st.randoms(use_true_random=False).map(lambda dice: json.dumps(dice.choice(mischief.commands(dice)) | {"id": "1"}))
    | NO_BOUND
)
RECORDS = st.builds(lambda inner: f'{{"format": "shortlist-decision/1", "ideas": [], "question": {inner}}}', JSON_TEXT)


def _field(name: str, value: bytes, file: bool) -> bytes:
    named = f'form-data; name="{name}"' + ('; filename="a.json"' if file else "")
    return b"--x\r\nContent-Disposition: " + named.encode("utf-8", "replace") + b"\r\n\r\n" + value + b"\r\n"


FIELDS = st.sampled_from(["question", "minutes", "dots", "text", "file", "kind", "which", "decision", "looked", "then"])
CHOICES = st.sampled_from(["open", "all", "record", "table", SHA256])
VALUES = (TEXT | JSON_TEXT | RECORDS | NUMBERS | CHOICES).map(str.encode)
FORM = st.lists(st.builds(_field, FIELDS | TEXT, VALUES | st.binary(max_size=40), st.booleans()), max_size=6).map(
    lambda parts: b"".join(parts) + b"--x--\r\n"
)
PAIR = st.builds(lambda name, value: name.encode() + b"=" + quote(value).encode(), FIELDS, VALUES)
ADDRESSED = st.lists(PAIR, max_size=6).map(b"&".join)
BROKEN = st.builds(
    lambda text, byte, at: text[:at] + bytes((byte,)) + text[at:],
    st.sampled_from([b'{"question": "Why?"}', b'{"id": "1", "do": "undo_merge", "merge": "m"}']),
    st.integers(0, 255),
    st.integers(0, 20),
)
"""JSON with one byte too many"""
BODY = (
    BROKEN
    | JSON_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | RECORDS.map(str.encode)
    | FORM
    | ADDRESSED
    | st.binary(max_size=60)
    | st.just(b"x" * 270_000)
)

HEADER_BYTES = st.binary(max_size=30).map(lambda value: value.translate(None, b"\r\n\0"))
TYPES = st.sampled_from(
    [
        b"application/json",
        b"application/json; charset=utf-16",
        b"application/x-www-form-urlencoded",
        b"application/x-www-form-urlencoded; charset=klingon",
        b"multipart/form-data; boundary=x",
        b"multipart/form-data; boundary=" + b"b" * 3000,
        b'multipart/form-data; boundary="',
        b"multipart/form-data; boundary*=utf-8''%ff",
        b"multipart/form-data",
        b"application/msgpack",
        b"text/plain",
        b";;=;",
    ]
)
ODD = {
    b"host": [b"b" * 3000, b"", b"a b", b"\xff", b"[::1", b"a/../b", b"a:99999999", b"a,b", b"-" * 254],
    b"origin": [b"null", b"http://[", b"http://board.example", b"http://a@b:c"],
    b"cookie": [b"=", b";" * 400, b"a" * 9000, b'b="\\377\\'],
    b"content-length": [b"-1", b"9" * 30, b"x", b"\xb2", b"1" * 5000, b""],
    b"content-type": [b"text/plain; charset=klingon", b";;=;", b"\xff/\xff", b"multipart/form-data; boundary="],
    b"if-none-match": [b"*", b'W/"\xff"'],
    b"accept-encoding": [b"gzip;q=", b"gzip;q=1e999", b"*;q=0", b"," * 900],
    b"accept": [b"\xff", b"text/html;q=x", b"," * 900],
}
"""headers that make no sense, by name"""
ODD_LINES = [(name, value) for name, values in ODD.items() for value in values]
OTHERS = st.sampled_from([*ODD, b"range", b"sec-fetch-site", b"x-forwarded-proto"])
ODD_HEADERS = st.lists(
    st.one_of(
        st.sampled_from(ODD_LINES),
        st.tuples(OTHERS, HEADER_BYTES),
    ),
    max_size=3,
)
QUERIES = [b"", b"as=watch", b"as=%ff", b"decision=keep", b"decision=" + SHA256.encode(), b"a=1&" * 3000, b"=&=;%"]
QUERY = st.sampled_from(QUERIES) | HEADER_BYTES


def parameter(app: Application, name: str) -> st.SearchStrategy[str]:
    """What stands in the place of a path parameter: mostly what leads somewhere. Raises KeyError for an unknown one."""
    good = {
        "board_id": st.just(app.board),
        "session_id": st.just(app.session),
        "token": st.sampled_from([*app.tokens.values(), *app.session_tokens.values(), "A" * 24]),
        "calendar_file": st.sampled_from([app.session_tokens["calendar"], app.session_tokens["join"] + ".ics"]),
        "wanted": st.sampled_from(
            ["0", "1", "-1", "9" * 30, "0...0", "0...", "0...-1", "...", "...0", "0...1...2", "²..."]
        ),
        "sha256": st.just(SHA256),
        "file": st.sampled_from(["participate.svg", "facilitate.svg", "watch.png", "join.svg"]),
        "address": st.sampled_from(ENDINGS).map(lambda ending: SHA256 + ending),
        "recap_file": st.sampled_from([*ENDINGS, ".ics"]).map(lambda ending: recap.SHA256 + ending),
        "recap_sha256": st.just(recap.SHA256),
        "name": st.just("home.js"),
        "path": st.just("openapi.json"),
    }[name]
    return st.one_of(good, good, SEGMENT)


@st.composite
def requests(draw: st.DrawFn, app: Application, routes: list[tuple[str, str]]) -> Sent:
    """A request to one of these routes, with or without the cookie of a person on the board."""
    method, path = draw(st.sampled_from(routes))
    for part in path.split("/"):
        if part.startswith("{"):
            path = path.replace(part, draw(parameter(app, part[1:-1])))
    # Nobody here may delete the board that the others need.
    roles = [role for role in app.cookies if method != "DELETE" or role != "facilitate"]
    who = draw(st.sampled_from([None, *roles]))
    odd: Headers = draw(ODD_HEADERS)
    headers = [] if any(name == b"host" for name, _ in odd) else [(b"host", b"board.example")]
    headers += [(b"content-type", draw(TYPES))] if method == "POST" else []
    headers += [(b"origin", b"http://board.example")] if method == "WEBSOCKET" else []
    headers += [(b"cookie", b"; ".join((app.cookies[who], app.session_cookie)))] if who else []
    if method == "WEBSOCKET":
        dice = draw(st.randoms(use_true_random=False))
        frames = [frame for frame in mischief.script(dice, 4) if isinstance(frame, bytes)]
        return Sent(method, path, draw(QUERY), headers + odd, tuple(frames))
    body = draw(st.lists(BODY, max_size=2)) if method == "POST" else []
    return Sent(method, path, draw(QUERY), headers + odd, tuple(body), draw(st.booleans()) and draw(st.booleans()))
