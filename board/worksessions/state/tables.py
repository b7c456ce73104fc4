"""Chains of sessions, their links by hash, and what is stored of a session beside its document.

People are named in the document. Here they are known by the hash of a token that is made for one chain.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    and_,
    select,
)

from board.db.base import metadata

chains = Table(
    "chains",
    metadata,
    Column("id", String, primary_key=True),
    # The session that the links lead to.
    Column("newest", String, nullable=False),
    # How often each link was renewed.
    Column("generations", JSON, nullable=False),
    sqlite_with_rowid=False,
)

worksessions = Table(
    "worksessions",
    metadata,
    Column("id", String, primary_key=True),
    Column("epoch", Integer, nullable=False),
    # That of the text, which has a history of its own.
    Column("text_epoch", Integer, nullable=False),
    # The clock before the last act, while it can be undone.
    Column("undo", JSON(none_as_null=True)),
    # Unix seconds of the last change, to know whether somebody still works.
    Column("touched_at", Float, nullable=False),
    # Days since 1970 in UTC.
    Column("active_on", Integer, nullable=False, index=True),
    sqlite_with_rowid=False,
)

links = Table(
    "session_links",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("chain", String, nullable=False, index=True),
    Column("link", String, nullable=False),
    sqlite_with_rowid=False,
)

renewed_links = Table(
    "renewed_links",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

deleted_links = Table(
    "deleted_session_links",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

deleted_worksessions = Table(
    "deleted_worksessions",
    metadata,
    Column("id", String, primary_key=True),
    sqlite_with_rowid=False,
)

seats = Table(
    "session_seats",
    metadata,
    Column("session", String, primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    Column("person", String, nullable=False),
    sqlite_with_rowid=False,
)

keys = Table(
    "agreement_keys",
    metadata,
    Column("session", String, primary_key=True),
    Column("agreement", String, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

answers = Table(
    "agreement_answers",
    metadata,
    Column("session", String, primary_key=True),
    Column("pseudonym", LargeBinary, primary_key=True),
    Column("agreement", String, nullable=False),
    Column("level", Integer, nullable=False),
    Column("reason", String, nullable=False),
    sqlite_with_rowid=False,
)

lines = Table(
    "session_lines",
    metadata,
    Column("session", String, primary_key=True),
    # The id that a page gave to what it added to the text.
    Column("line", String, primary_key=True),
    # The version of the text that has it.
    Column("version", Integer, nullable=False),
    sqlite_with_rowid=False,
)

writers = Table(
    "session_writers",
    metadata,
    Column("session", String, primary_key=True),
    # The id under which a page writes, of 53 bits, and the person who used it first in this epoch of the text.
    Column("client", BigInteger, primary_key=True),
    Column("person", String, nullable=False),
    sqlite_with_rowid=False,
)

versions = Table(
    "session_versions",
    metadata,
    Column("session", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    # gzip of UTF-8
    Column("text", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

recap_pages = Table(
    "recap_pages",
    metadata,
    # The address of the recap.
    Column("sha256", String(64), primary_key=True),
    Column("session", String, nullable=False, index=True),
    # Whether search engines may list it.
    Column("public", Boolean, nullable=False),
    # gzip of JSON: the versions that the page plays to show how the text was made.
    Column("making", LargeBinary),
    sqlite_with_rowid=False,
)

feedback = Table(
    "recap_feedback",
    metadata,
    Column("chain", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("session", String, nullable=False, index=True),
    # The address of the recap that somebody replied to.
    Column("recap", String(64), nullable=False, index=True),
    Column("at", BigInteger, nullable=False),
    # Hash of a token that is in the browser of whoever wrote it, and nowhere else.
    Column("claim", LargeBinary, nullable=False),
    Column("helped", String, nullable=False),
    Column("unclear", String, nullable=False),
    Column("missing", String, nullable=False),
    Column("shown", Boolean, nullable=False),
    Column("answer", String),
    Column("note", String),
    # The later session whose recap says how it was answered.
    Column("told_in", String),
    sqlite_with_rowid=False,
)


decision_sessions = Table(
    "decision_sessions",
    metadata,
    Column("chain", String, primary_key=True),
    # The address of the decision with which its first session began.
    Column("decision", String(64), nullable=False, index=True),
    # Whether it stands on the page of the decision: only the facilitator of the board decides that.
    Column("shown", Boolean, nullable=False),
    sqlite_with_rowid=False,
)


def of_chain(column: ColumnElement[str], chain: str) -> ColumnElement[bool]:
    """Whether a column has the id of a session of this chain, by the index: "." follows "-" in every alphabet."""
    return and_(column > f"{chain}-", column < f"{chain}.")


def ids_of(column: ColumnElement[str], chain: str) -> Select[str]:
    """The ids in a column of the sessions of a chain."""
    return select(column).where(of_chain(column, chain))
