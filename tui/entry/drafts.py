"""Drafts of forms, kept in files so that a power cut loses a second of typing at most."""

import asyncio
import json
import os
import re
import stat
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from tui.entry.values import FieldTexts
from tui.system.files import write_atomically

SOON = 0.5
"""Seconds from the first unwritten change until the file is written."""

MOST_BYTES = 16 * 2**20
"""A larger file is no draft."""


class DraftPage:
    """The draft of one form: the `texts` of its changed fields.

    `left` is when they were left there, if that was another time (seconds since the epoch). A page without a path is
    kept in memory only.
    """

    def __init__(self, path: Path | None, write: Callable[[Callable[[], None]], None]) -> None:
        self._path = path
        self._write = write
        self._waiting: asyncio.TimerHandle | None = None
        self.texts, left = ({}, 0.0) if path is None else _read(path)
        self.left = left if self.texts else None

    def keep(self, texts: FieldTexts) -> None:
        """Write these texts to the file soon."""
        if texts == self.texts:
            return
        self.texts = dict(texts)
        if self._path is not None and self._waiting is None:
            self._waiting = asyncio.get_running_loop().call_later(SOON, self.settle)

    def settle(self) -> None:
        """Write what is not in the file yet."""
        if self._waiting is None or self._path is None:
            return
        self._waiting.cancel()
        self._waiting = None
        path, texts = self._path, self.texts
        self._write(lambda: _put(path, texts))

    def drop(self) -> None:
        """Forget the draft, here and in the file."""
        self.texts, self.left = {}, None
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if (path := self._path) is not None:
            self._write(lambda: path.unlink(missing_ok=True))


class Drafts:
    """The pages in `folder`; None keeps nothing. `not_kept` is called, in another thread, with an error of writing.

    Files are written one after the other, in the order of what happened, and never where the screen waits.
    """

    def __init__(self, folder: Path | None, not_kept: Callable[[OSError], object]) -> None:
        self._folder = folder
        self._not_kept = not_kept
        self._hand: ThreadPoolExecutor | None = None
        self._pages: dict[str, DraftPage] = {}
        self._reported = False

    def page(self, form: str, entry: str | None = None) -> DraftPage:
        """The draft of a form, or of one entry being changed in it."""
        name = form if entry is None else f"{form}-{re.sub('[^0-9A-Za-z]', '-', entry)}"
        page = DraftPage(None if self._folder is None else self._folder / f"{name}.json", self._submit)
        self._pages[name] = page
        return page

    def close(self) -> None:
        """Write all drafts to their files, and no more after that."""
        for page in self._pages.values():
            page.settle()
        if self._hand is not None:
            self._hand.shutdown()

    def _submit(self, act: Callable[[], None]) -> None:
        if self._hand is None:
            self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")
        with suppress(RuntimeError):  # closed: the program is being left
            self._hand.submit(act).add_done_callback(self._done)

    def _done(self, done: "Future[None]") -> None:
        error = done.exception()
        if isinstance(error, OSError) and not self._reported:
            self._reported = True
            self._not_kept(error)


def _put(path: Path, texts: FieldTexts) -> None:
    if texts:
        write_atomically(path, json.dumps(dict(texts)))
    else:
        path.unlink(missing_ok=True)


def _read(path: Path) -> tuple[dict[str, str], float]:
    """The texts in a file and when it was written; no texts from a damaged or foreign file."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)  # a pipe would never open
        with os.fdopen(handle, "rb") as file:
            state = os.fstat(handle)
            data = file.read(MOST_BYTES) if stat.S_ISREG(state.st_mode) else b""
    except OSError:
        return {}, 0.0
    return _texts(data), state.st_mtime


def _texts(data: bytes) -> dict[str, str]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: text for name, text in pairs if isinstance(text, str)}
