"""The lines of the timer for the room there is. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content

from routines.session.events import Status
from tui.dashboard import big_text
from tui.session.view import SessionView
from tui.text.clean import clean, clock_time, one_line
from tui.widgets.drawing import Line

LOW, LOWER = 30, 23
"""Rows below which the large view has a smaller figure, and below the second no big word."""

MARGIN = 1
"""Free columns at each side."""

BAR_MARGIN = 3

DIGITS_WIDTH, FIGURE_WIDTH = 42, 44
"""Columns of the large view's digits, and at most of the figure beside them."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Rows of the parts of the timer, and free rows above them.

    A part with 0 rows is not shown. A word too long for big letters is centred in its rows.
    """

    word: int = 1
    place: int = 0
    digits: int = big_text.DIGIT_ROWS
    figure: int = 0
    above_digits: int = 1
    above_hint: int = 1


def measures(rows: int, *, large: bool) -> Measures:
    """The sizes of the parts in a terminal of this many rows; `large`: in the large view."""
    if not large:
        free = int(rows >= LOWER)
        return Measures(above_digits=free, above_hint=free)
    letters = big_text.LETTER_ROWS if rows >= LOWER else 0
    figure, free = (8, 0) if rows < LOW else (11, 1)
    return Measures(letters or 1, letters, figure, figure, above_digits=0, above_hint=free)


def digits(seconds: int) -> str:
    """Whole seconds for the big digits: `7`, `1:05`."""
    minute = 60
    return str(seconds) if seconds < minute else clock_time(seconds)


def figure_width(columns: int) -> int:
    """The columns of the figure in a timer of this width."""
    return min(FIGURE_WIDTH, (columns - 2 * MARGIN) // 2)


def timer_lines(
    view: SessionView, sizes: Measures, figure: Sequence[Line], columns: int, rows: int
) -> tuple[Line, ...]:
    """All lines of the timer, each exactly `columns` wide, centred in `rows`; `figure` are the figure's lines.

    While time runs, parts that change often take one line each, so that nothing jumps.
    """
    tries = (list(_lines(view, smaller, figure, columns)) for smaller in _smaller(sizes))
    lines = next((lines for lines in tries if len(lines) <= rows), [])
    lines = lines or list(_lines(view, SMALLEST, figure, columns))[:rows]
    above = (rows - len(lines)) // 2
    blank = _centred("", "text", columns)
    return (*[blank] * above, *lines, *[blank] * (rows - above - len(lines)))


SMALLEST = Measures(above_digits=0, above_hint=0)
"""The smallest sizes: a question or a hint must not be cut off for big letters."""


def _smaller(sizes: Measures) -> Iterator[Measures]:
    """The sizes, and smaller ones to try when the texts do not fit."""
    yield sizes
    yield replace(sizes, above_digits=0, above_hint=0)
    if sizes.place:
        yield replace(sizes, place=0, above_digits=0, above_hint=0)
        yield replace(sizes, word=1, place=0, above_digits=0, above_hint=0)
    yield SMALLEST


def _lines(view: SessionView, sizes: Measures, figure: Sequence[Line], columns: int) -> Iterator[Line]:
    most = 1 if view.status is Status.RUNNING else None
    yield from _text_lines(view.name, "strong", columns)
    yield from _word_lines(view.word, "word", columns, sizes.word)
    yield from _text_lines(view.counts, "strong", columns)[:most]
    if view.short_count:
        yield from _word_lines(view.short_count, "strong", columns, sizes.place)
    if view.seconds is not None:
        yield from [_centred("", "text", columns)] * sizes.above_digits
        yield from _middle(digits(view.seconds), sizes, figure, columns)
    yield bar(view.progress, columns)
    next_step = " · ".join(part for part in (view.next_step, view.remaining) if part)
    yield from _text_lines(next_step, "muted", columns)[:most]
    yield from _text_lines(view.question, "asked", columns)
    if view.hint:
        yield from [_centred("", "text", columns)] * sizes.above_hint
        yield from _text_lines(view.hint, "hint", columns, whole=True)


def bar(progress: float, columns: int) -> Line:
    """A bar filled to `progress`, from 0 to 1."""
    width = max(0, columns - 2 * BAR_MARGIN)
    filled = round(max(0.0, min(1.0, progress)) * width)
    before = " " * min(BAR_MARGIN, columns)
    after = " " * (columns - len(before) - width)
    return (before + "━" * filled, "done"), ("─" * (width - filled) + after, "open")


def _middle(text: str, sizes: Measures, figure: Sequence[Line], columns: int) -> Iterator[Line]:
    """The digits, and beside them the figure where there is one."""
    if not sizes.figure:
        yield from _digit_rows(text, columns, 0, sizes.digits)
        return
    beside, room = figure_width(columns), columns - MARGIN
    left = max(MARGIN, (columns - DIGITS_WIDTH - beside) // 2)
    rest = (" " * max(MARGIN, columns - left - DIGITS_WIDTH - beside), "text")
    for digit_row, line in zip(_digit_rows(text, DIGITS_WIDTH, left, sizes.digits), figure, strict=True):
        yield (*_cut((*digit_row, *line), room), rest)


@lru_cache(maxsize=128)
def _digit_rows(text: str, width: int, left: int, rows: int) -> tuple[Line, ...]:
    """Big digits centred in `width` and `rows`, `left` columns from the left."""
    above = (rows - big_text.DIGIT_ROWS) // 2
    drawn = [*[""] * above, *big_text.big(text).split("\n"), *[""] * (rows - big_text.DIGIT_ROWS - above)]
    return tuple(((" " * left + line.center(width)[:width], "digits"),) for line in drawn)


def _cut(line: Line, columns: int) -> Line:
    """The line cut to `columns`; each of its characters takes one cell."""
    parts = []
    for text, part in line:
        if kept := text[:columns]:
            parts.append((kept, part))
        columns -= len(kept)
    return tuple(parts)


@lru_cache(maxsize=32)
def _text_lines(text: str, part: str, columns: int, *, whole: bool = False) -> tuple[Line, ...]:
    """A text wrapped to the width; `whole` keeps its line breaks."""
    room = columns - 2 * MARGIN
    kept = clean(text) if whole else one_line(text)
    if not kept or room < 1:
        return ()
    return tuple(_centred(line.plain, part, columns) for line in Content(kept).wrap(room))


@lru_cache(maxsize=32)
def _word_lines(word: str, part: str, columns: int, rows: int) -> tuple[Line, ...]:
    """A word on `rows` lines, in big letters where they fit."""
    room = columns - 2 * MARGIN
    if room < 1 or not rows:
        return ()
    kept = one_line(word, 60)
    drawn = big_text.lettered(kept).split("\n") if rows >= big_text.LETTER_ROWS else [""]
    if not drawn[0] or len(drawn[0]) > room:
        drawn = [line.plain for line in Content(kept).wrap(room)][:rows]
    above = (rows - len(drawn)) // 2
    lines = [*[""] * above, *drawn, *[""] * (rows - above - len(drawn))]
    return tuple(_centred(line, part, columns) for line in lines)


def _centred(text: str, part: str, columns: int) -> Line:
    free = max(0, columns - cell_len(text))
    return ((" " * (free // 2) + text + " " * (free - free // 2), part),)
