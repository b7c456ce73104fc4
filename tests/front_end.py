"""What a build of the front end says of itself, as far as pages need it."""

import json
from pathlib import Path

from board.words.areas import VIEWS
from board.words.catalogue import LOCALES

MESSAGE_FILES = {
    f"words/{language}/{area}": {"file": f"assets/words-{area}-1.json"}
    for language in LOCALES
    for view in VIEWS.values()
    for area in view
}
"""lines of the manifest: the files of messages"""


def build(static: Path, chunks: dict[str, object]) -> None:
    """Makes the folder of a built front end: the manifest of these chunks, and files of messages without any."""
    for folder in (".vite", "assets"):
        (static / folder).mkdir(parents=True)
    (static / ".vite" / "manifest.json").write_text(json.dumps(chunks | MESSAGE_FILES))
    for line in MESSAGE_FILES.values():
        (static / line["file"]).write_text('{"locale":"en-GB","body":[]}')
