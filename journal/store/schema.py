"""The tables of the journal, and how an older journal comes to have them.

`records` is the truth: rows are added, never changed. `entries` and `days` are made of it and can be made again.
VERSION grows with every change of the tables, and also when a record may hold something that an older program
cannot read (a new kind, a new source): such a journal is opened read-only by that program.
"""

import sqlite3

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE records (
            id TEXT PRIMARY KEY,
            entry TEXT NOT NULL,
            act TEXT NOT NULL,
            kind TEXT NOT NULL,
            day TEXT NOT NULL,
            at TEXT NOT NULL,
            zone TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            source TEXT NOT NULL,
            body TEXT NOT NULL,
            deleted INTEGER NOT NULL,
            checksum TEXT NOT NULL
        )""",
        "CREATE INDEX records_entry ON records (entry, id)",
        "CREATE INDEX records_act ON records (act, id)",
        "CREATE INDEX records_kind ON records (kind, id)",
        """CREATE TABLE entries (
            id TEXT PRIMARY KEY,
            first TEXT NOT NULL,
            record TEXT NOT NULL,
            kind TEXT NOT NULL,
            day TEXT NOT NULL,
            at TEXT NOT NULL,
            recorded_at TEXT NOT NULL
        )""",
        "CREATE INDEX entries_day ON entries (day, first)",
        "CREATE INDEX entries_kind ON entries (kind, at, id)",
        "CREATE INDEX entries_at ON entries (at, id)",
        "CREATE TABLE days (day TEXT PRIMARY KEY, data TEXT NOT NULL, checksum TEXT NOT NULL)",
    ),
)
"""The statements that lead from each version to the next; the first starts from nothing."""

VERSION = len(MIGRATIONS)

OBJECTS = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"


class SchemaError(Exception):
    """A database that is no journal, or a journal that this program cannot read as it is."""


def version(connection: sqlite3.Connection) -> int:
    """The version of the journal's tables; 0: there are none yet."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to VERSION, within a transaction of the caller.

    Raises SchemaError when the tables of another program are found.
    """
    found = version(connection)
    if found == 0 and connection.execute(OBJECTS).fetchone():
        raise SchemaError("is a database of another program; it was left as it is")
    for statements in MIGRATIONS[found:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def faults(connection: sqlite3.Connection) -> list[str]:
    """One line for each table or index that is not as this version makes it, or is missing."""
    fresh = sqlite3.connect(":memory:")
    try:
        migrate(fresh)
        expected = fresh.execute(OBJECTS).fetchall()
    finally:
        fresh.close()
    found = set(connection.execute(OBJECTS))
    return [
        f"the {kind} {name} is missing or changed"
        for kind, name, sql in expected
        if (kind, name, sql) not in found
    ]
