"""A record as it is stored, its number, and the sentences of a verdict."""

from board.decisions import record
from board.records import canonical
from board.records.verify import Verdict
from tests.decisions import samples

CONTENT = canonical.encode(record.build(samples.housing()))
SHA256 = canonical.digest(CONTENT)


def said(verdict: Verdict) -> str:
    return "\n".join(verdict.sentences)
