"""Which files of messages a view of the pages loads: the server links them, the page waits for them before it draws."""

VIEWS: dict[str, tuple[str, ...]] = {
    "board": ("board",),
    "parts": ("opening", "form", "files"),
    "lobby": (),
    "diverge": (),
    "reveal": (),
    "cluster": ("group",),
    "vote": ("vote", "code"),
    "decide": ("decide", "outcome", "level"),
    "frozen": ("done", "outcome", "code", "files"),
}
"""by entry of the front end, or phase of a board, which needs those of "board" too; "parts" are loaded by dialogs"""
