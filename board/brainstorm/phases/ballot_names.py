"""The ballot and the closed rounds repeat texts as names of options: what happens to a text happens there too."""

from typing import Any

from board.brainstorm.state.board import Board


def reword(board: Board, key: str) -> None:
    """Names every option in which this idea or group stands by what everybody may read of it now."""
    ideas, clusters = board.canvas.root("ideas"), board.canvas.root("clusters")

    def reworded(option: dict[str, Any]) -> dict[str, Any]:
        if key != option["option"] and key not in option["ideas"]:
            return option
        name = clusters.get(key, {}).get("name") if key == option["option"] else option["named"] and option["name"]
        named = bool(name) and option["kind"] == "cluster"
        first = next((ideas[idea] for idea in option["ideas"] if idea in ideas), "")
        return option | {"name": name if named else first, "named": named or option["kind"] == "idea"}

    if ballot := board.meta("ballot"):
        board.put_meta(ballot=ballot | {"options": [reworded(option) for option in ballot["options"]]})
    if rounds := board.meta("rounds"):
        board.put_meta(rounds=[one | {"options": [reworded(option) for option in one["options"]]} for one in rounds])
