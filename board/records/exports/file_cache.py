"""A cache of finished files."""

from collections import OrderedDict
from collections.abc import Hashable


class FileCache:
    """Least recently used files are evicted above `most` bytes. A file above a quarter of that is not cached."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._held = 0

    def get(self, key: Hashable) -> bytes | None:
        content = self._files.get(key)
        if content is not None:
            self._files.move_to_end(key)
        return content

    def put(self, key: Hashable, content: bytes) -> None:
        """Caches a file; a key that is cached already keeps its file."""
        if key in self._files or len(content) > self._most // 4:
            return
        self._files[key] = content
        self._held += len(content)
        while self._held > self._most:
            self._held -= len(self._files.popitem(last=False)[1])
