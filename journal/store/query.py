"""Queries for entries as SQL; each follows an index from the newest entry back.

So a page costs the same in a journal of a month and in one of ten years.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journal.labels import Label

ENTRY_AND_RECORD = """e.*,
    r.id, r.entry, r.act, r.kind, r.day, r.at, r.zone, r.recorded_at, r.source, r.body, r.deleted, r.checksum"""

WITH_RECORD = "LEFT JOIN records AS r ON r.id = e.record"

SLACK = timedelta(days=2)
"""The largest distance of a moment from its diary day's midnight in UTC, in any zone."""

Place = tuple[str, str]
"""Place in the order of entries: moment and id."""

Statement = tuple[str, tuple[str, ...]]
"""SQL and its values."""


@dataclass(frozen=True)
class Query:
    """Which entries: about the days `since` to `until`, of some `kinds`, with all of some `labels`, with `search` in
    their notes, `before` a place in the order.
    """

    since: date | None = None
    until: date | None = None
    kinds: Collection[str] | None = None
    labels: Collection[Label] = ()
    search: str = ""
    before: Place | None = None

    @property
    def folded(self) -> str:
        """What is looked for in notes, whatever its case."""
        return self.search.casefold()


def statements(query: Query) -> Iterator[Statement]:
    """Statements whose rows, each from the newest back, make the answer when they are merged."""
    if query.folded:
        yield _statement("notes AS n CROSS JOIN entries AS e ON e.id = n.entry", "n.at", "n.entry", query)
    elif query.labels:
        yield _statement("labels AS l CROSS JOIN entries AS e ON e.id = l.entry", "l.at", "l.entry", query)
    elif query.kinds is None:
        yield _statement("entries AS e", "e.at", "e.id", query)
    else:  # one for each kind: only so is there an index to follow
        for kind in sorted(set(query.kinds)):
            yield _statement("entries AS e", "e.at", "e.id", query, kind)


def _statement(tables: str, at: str, name: str, query: Query, kind: str | None = None) -> Statement:
    conditions = [*_of_kind(query, kind), *_of_days(query, at), *_of_words(query)]
    if query.before is not None:
        conditions.append((f"({at}, {name}) < (?, ?)", query.before))
    where = " AND ".join(condition for condition, _ in conditions) or "1 = 1"
    order = f"{at} DESC, {name} DESC"
    text = f"SELECT {ENTRY_AND_RECORD} FROM {tables} {WITH_RECORD} WHERE {where} ORDER BY {order}"  # noqa: S608 - texts of our own
    return text, tuple(value for _, values in conditions for value in values)


Condition = tuple[str, Sequence[str]]


def _of_kind(query: Query, kind: str | None) -> Iterator[Condition]:
    if kind is not None:
        yield "e.kind = ?", (kind,)
    elif query.kinds is not None:
        yield f"e.kind IN ({', '.join('?' * len(query.kinds))})", tuple(query.kinds)


def _of_days(query: Query, at: str) -> Iterator[Condition]:
    """The day is what counts; the moments only bound where it is looked for."""
    if query.since is not None:
        yield f"{at} >= ?", (_moment(query.since, -SLACK),)
        yield "e.day >= ?", (query.since.isoformat(),)
    if query.until is not None:
        yield f"{at} <= ?", (_moment(query.until, SLACK),)
        yield "e.day <= ?", (query.until.isoformat(),)


def _moment(day: date, away: timedelta) -> str:
    try:
        return (datetime.combine(day, time()) + away).isoformat()
    except OverflowError:
        return day.isoformat()


def _of_words(query: Query) -> Iterator[Condition]:
    if query.folded:
        yield "instr(n.text, ?) > 0", (query.folded,)
    followed = 0 if query.folded else 1
    labels = sorted(query.labels)
    for facet, word in labels[:followed]:
        yield "l.facet = ? AND l.word = ?", (facet, word)
    for facet, word in labels[followed:]:
        yield (
            "EXISTS (SELECT 1 FROM labels AS o WHERE o.facet = ? AND o.word = ? AND o.at = e.at AND o.entry = e.id)",
            (facet, word),
        )
