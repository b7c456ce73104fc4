"""What a build of the front end says of itself, as far as pages need it."""

from board.words.areas import VIEWS
from board.words.catalogue import LOCALES

MESSAGE_FILES = {
    f"words/{language}/{area}": {"file": f"assets/words-{area}-1.json"}
    for language in LOCALES
    for view in VIEWS.values()
    for area in view
}
"""lines of the manifest: the files of messages"""
