"""The tables of the journal, and how an older journal comes to have them.

`records` is the truth: rows are added, never changed. `entries`, `days`, `notes` and `labels`, its views, are made of it
and can be made again, so a migration speaks of `records` only and has them remade.
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
    ),
    (),  # the rows of `entries` got a checksum, and the note of an import says what it confirmed
    (),  # adds positions, relief, skips, notes, more fields of pain and activity, and search in notes
)
"""The statements that lead the records from each version to the next; the first starts from nothing."""

VERSION = len(MIGRATIONS)

VIEWS = (
    "DROP TABLE IF EXISTS entries",
    "DROP TABLE IF EXISTS days",
    "DROP TABLE IF EXISTS notes",
    "DROP TABLE IF EXISTS labels",
    """CREATE TABLE entries (
        id TEXT PRIMARY KEY,
        first TEXT NOT NULL,
        record TEXT NOT NULL,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        checksum TEXT NOT NULL
    )""",
    "CREATE INDEX entries_day ON entries (day, first)",
    "CREATE INDEX entries_kind ON entries (kind, at, id)",
    "CREATE INDEX entries_at ON entries (at, id)",
    "CREATE TABLE days (day TEXT PRIMARY KEY, data TEXT NOT NULL, checksum TEXT NOT NULL)",
    "CREATE TABLE notes (entry TEXT PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE INDEX notes_at ON notes (at, entry, text)",
    """CREATE TABLE labels (
        facet TEXT NOT NULL,
        word TEXT NOT NULL,
        at TEXT NOT NULL,
        entry TEXT NOT NULL,
        PRIMARY KEY (facet, word, at, entry)
    )""",
    "CREATE INDEX labels_entry ON labels (entry)",
)
"""The statements that recreate the views, empty."""

OF_A_VIEW = frozenset(
    {
        "entries",
        "entries_day",
        "entries_kind",
        "entries_at",
        "days",
        "notes",
        "notes_at",
        "labels",
        "labels_entry",
    }
)
"""The names of the tables and indexes that VIEWS creates."""

OBJECTS = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"

RECORD_COLUMNS = frozenset({"id", "entry", "act", "kind", "day", "at", "recorded_at", "body", "checksum"})
"""What tells the table `records` of a journal from a table of that name elsewhere, in every version."""

Found = tuple[str, str]
"""The name of a table or index, and its fault in words."""


class SchemaError(Exception):
    """A database that is not a journal, or one that this program cannot use."""


def version(connection: sqlite3.Connection) -> int:
    """The version of the journal's tables; 0: there are none yet."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def refuse_others(connection: sqlite3.Connection) -> None:
    """Raise SchemaError when the tables of another program are found. Within a transaction of the caller."""
    columns = {name for (name,) in connection.execute("SELECT name FROM pragma_table_info('records')")}
    found = version(connection)
    empty = found == 0 and connection.execute(OBJECTS).fetchone() is None
    if not empty and (found <= 0 or not columns >= RECORD_COLUMNS):
        raise SchemaError("is a database of another program, or damaged; it was left as it is")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the records up to VERSION, and recreate the views, empty. Within a transaction of the caller."""
    for statements in MIGRATIONS[version(connection) :]:
        for statement in statements:
            connection.execute(statement)
    make_views(connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def make_views(connection: sqlite3.Connection) -> None:
    """Recreate the views, empty. Within a transaction of the caller."""
    for statement in VIEWS:
        connection.execute(statement)


def faults(connection: sqlite3.Connection) -> list[Found]:
    """Find tables and indexes that are missing, changed, or not of this program."""
    fresh = sqlite3.connect(":memory:")
    try:
        migrate(fresh)
        expected = set(fresh.execute(OBJECTS))
    finally:
        fresh.close()
    found = set(connection.execute(OBJECTS))
    known, there = {name for _, name, _ in expected}, {name for _, name, _ in found}
    wrong = [
        (name, f"the {kind} {name} is {'changed' if name in there else 'missing'}")
        for kind, name, _ in expected - found
    ]
    foreign = [
        (name, f"the {kind} {name!r} is not of this program")
        for kind, name, _ in found - expected
        if name not in known
    ]
    return sorted(wrong) + sorted(foreign)
