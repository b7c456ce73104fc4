"""Which files of messages a view of the pages loads: the server links them, the page waits for them before it draws."""

VIEWS: dict[str, tuple[str, ...]] = {
    "board": ("board", "step"),
    "parts": ("closed", "correct", "files", "form", "keep", "opening", "promise", "settings", "share"),
    "lobby": ("lobby", "settings", "share"),
    "diverge": ("idea", "own", "write"),
    "reveal": ("idea", "own", "read", "ready"),
    "cluster": ("group", "ready"),
    "vote": ("code", "idea", "vote"),
    "decide": ("decide", "idea", "level", "outcome"),
    "frozen": ("code", "correct", "done", "files", "keep", "outcome", "own"),
    "watch": ("screen", "share"),
    "decision": ("check",),
    "session": ("work",),
    "session-door": ("board", "chain", "contract", "door", "kept", "work"),
    "session-prepare": ("board", "chain", "contract", "prepare", "reply", "work"),
    "session-work": ("board", "kept", "level", "review", "work", "working"),
    "session-ended": ("board", "chain", "contract", "ended", "kept", "level", "reply", "verdict", "work"),
    "session-wall": ("chain", "contract", "verdict", "wall", "work"),
    "session-parts": ("board", "chain", "contract", "editor", "finish", "inside", "sharing", "verdict", "versions"),
}
"""by entry of the front end, or phase of a board, which needs those of "board" too and on the big screen those of
"watch", or view of a session, which needs those of "session"; "parts" are loaded by dialogs"""
