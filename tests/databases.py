"""Where the data of a test are: in a SQLite file or, when the tests run on PostgreSQL, in a database instead of it."""

import functools
import hashlib
import os
from pathlib import Path

import psycopg

SERVER = os.environ.get("TESTS_ON_POSTGRESQL", "")
"""the superuser's address of a server that has a database named `migrated`; empty: SQLite"""


@functools.cache
def url_of(file: Path) -> str:
    """The setting for the database that belongs to a file."""
    if not SERVER:
        return f"sqlite:///{file}"
    name = "t" + hashlib.sha256(str(file).encode()).hexdigest()[:24]
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE migrated STRATEGY FILE_COPY")
    return SERVER.replace("postgresql:", "postgresql+psycopg:").rpartition("/")[0] + f"/{name}"
