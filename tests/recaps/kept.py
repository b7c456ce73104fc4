"""A recap as it is stored, and its number."""

from board.recaps import record
from board.records import canonical
from tests.recaps import samples

CONTENT = canonical.encode(record.build(samples.zoning()))
SHA256 = canonical.digest(CONTENT)
