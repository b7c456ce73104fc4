"""The kinds of records that `board verify` knows."""

from board.decisions import KIND as DECISION
from board.recaps import KIND as RECAP

KINDS = (DECISION, RECAP)
