"""Which files of messages a view of the pages loads: the server links them, the page waits for them before it draws."""

VIEWS: dict[str, tuple[str, ...]] = {
    "board": ("board", "step"),
    "parts": ("closed", "files", "form", "keep", "opening", "promise", "share"),
    "lobby": ("keep", "lobby", "share"),
    "diverge": ("idea", "own", "write"),
    "reveal": ("idea", "own", "read"),
    "cluster": ("group",),
    "vote": ("vote", "code"),
    "decide": ("decide", "outcome", "level", "correct"),
    "frozen": ("done", "outcome", "code", "files", "correct", "keep", "own"),
}
"""by entry of the front end, or phase of a board, which needs those of "board" too; "parts" are loaded by dialogs"""
