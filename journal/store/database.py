"""Open the journal's file, run transactions, and explain SQLite's errors."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.store import files as disk
from journal.store import schema, views

Begin = Callable[[sqlite3.Connection], object]
"""Begins a transaction."""

BUSY_SECONDS = 10.0
"""How long a save waits for another program that is saving."""

TRY_SECONDS = 0.2
"""How long one try to begin lasts."""

TRIES = round(BUSY_SECONDS / TRY_SECONDS)

EXPLANATIONS = {
    sqlite3.SQLITE_FULL: "the disk is full and nothing of this was saved; free some space, then save again",
    sqlite3.SQLITE_BUSY: "another program kept the journal locked; close it, or try again in a moment",
    sqlite3.SQLITE_LOCKED: "another program kept the journal locked; close it, or try again in a moment",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; it was left as it is, so make a copy of it before anything else",
    sqlite3.SQLITE_NOTADB: "is not a journal, or is damaged; it was left as it is",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only; nothing was saved",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; see whether the file is there and may be read",
    sqlite3.SQLITE_IOERR: "the disk could not be read or written; nothing of this was saved, try again",
}


def explain(error: sqlite3.Error) -> str:
    """Explain an error and what to do, in one line that ends with SQLite's message."""
    code = getattr(error, "sqlite_errorcode", None)  # absent when the fault is not SQLite's own
    words = " ".join(str(error).split())
    known = None if code is None else EXPLANATIONS.get(code & 0xFF)  # the low byte: the kind of error
    return f"{known} ({words})" if known else f"the journal cannot do this: {words}"


def _wait(connection: sqlite3.Connection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")


def begin_writing(connection: sqlite3.Connection, tries: Callable[[], int] = lambda: TRIES) -> None:
    """Begin a transaction that writes, trying again while another program writes.

    `tries` is asked each time: it may become fewer while this waits. Raises sqlite3.Error.
    """
    _wait(connection, TRY_SECONDS)
    try:
        tried = 0
        while not _try_to_begin(connection, last=tried + 1 >= tries()):
            tried += 1
    finally:
        _wait(connection, BUSY_SECONDS)


def _try_to_begin(connection: sqlite3.Connection, *, last: bool) -> bool:
    """Try to begin; False when another program is writing and this was not the last try."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def begin_reading(connection: sqlite3.Connection) -> None:
    """Begin a transaction that sees one state of the journal throughout. Raises sqlite3.Error."""
    connection.execute("BEGIN")


@contextmanager
def transaction(connection: sqlite3.Connection, begin: Begin = begin_writing) -> Iterator[None]:
    """Everything within happens, or nothing of it."""
    begin(connection)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            connection.execute("ROLLBACK")
        raise


def connect(path: Path | None) -> tuple[sqlite3.Connection, str | None]:
    """Open the journal at `path`, made first where it is missing, and say why it cannot be written, or None.

    Without a path: an empty journal in memory. Raises OSError, sqlite3.Error, SchemaError.
    """
    if path is None:
        return _prepare(_connection(":memory:"), None)
    disk.make_file(path)
    unwritable = disk.why_unwritable(path)
    mode = "ro" if unwritable else "rw"
    return _prepare(_connection(f"{path.absolute().as_uri()}?mode={mode}"), unwritable)


def _connection(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.text_factory = _text
    return connection


def _text(data: bytes) -> str:
    """Text as stored; a byte that a fault made invalid stays visible to the checksum and stops no reading."""
    return data.decode("utf-8", "surrogateescape")


def _prepare(connection: sqlite3.Connection, reason: str | None) -> tuple[sqlite3.Connection, str | None]:
    try:
        with transaction(connection, begin_reading):  # before anything that writes
            schema.refuse_others(connection)
        reason = _newer(schema.version(connection)) or reason
        if reason is None:
            _make_writable(connection)
        else:
            _make_readable(connection, reason)
    except BaseException:
        connection.close()
        raise
    return connection, reason


def _newer(found: int) -> str | None:
    if found <= schema.VERSION:
        return None
    return (
        f"it was written by a newer program (journal version {found}, this program knows {schema.VERSION}); "
        "update the program"
    )


def _make_writable(connection: sqlite3.Connection) -> None:
    # with TRUNCATE: no acknowledged save is lost with the power
    connection.execute("PRAGMA synchronous = EXTRA")
    if schema.version(connection) < schema.VERSION:
        with transaction(connection):
            _migrate(connection)
    connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()


def _migrate(connection: sqlite3.Connection) -> None:
    if schema.version(connection) < schema.VERSION:  # else another program did it meanwhile
        schema.migrate(connection)
        views.rebuild(connection, lambda _: None)  # damage is reported by reading and checking


def _make_readable(connection: sqlite3.Connection, reason: str) -> None:
    found = schema.version(connection)
    if found < schema.VERSION:
        raise schema.SchemaError(
            f"is from an older program (journal version {found}, this one writes {schema.VERSION}) "
            f"and cannot be brought up to date: {reason}"
        )
    connection.execute("PRAGMA query_only = ON")
